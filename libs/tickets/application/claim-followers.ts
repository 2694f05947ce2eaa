import { Injectable } from '@nestjs/common';
import { Transaction } from '@libs/kernel';
import { TicketOrigin } from '../domain';

/** A guest who holds a paper puts it into the account. */
export interface PaperClaim {
  readonly venueId: string;
  readonly customerId: string;
  /** What its ticket was issued for. */
  readonly originId: string;
}

/** What another context does with what its tickets stand for. */
export interface ClaimFollower {
  readonly kind: TicketOrigin['kind'];
  /**
   * In the transaction of the claim, before it holds the ticket: what belongs to nobody and stands becomes the customer's,
   * anything else stays as it is, and the ticket says why.
   */
  follow(tx: Transaction, claim: PaperClaim): Promise<void>;
}

/** Who follows claims of which tickets. Contexts add themselves at the start. */
@Injectable()
export class ClaimFollowers {
  private readonly followers = new Map<TicketOrigin['kind'], ClaimFollower>();

  add(follower: ClaimFollower): void {
    this.followers.set(follower.kind, follower);
  }

  async follow(
    tx: Transaction,
    { kind, id: originId }: TicketOrigin,
    claim: Omit<PaperClaim, 'originId'>,
  ): Promise<void> {
    await this.followers.get(kind)?.follow(tx, { ...claim, originId });
  }
}
