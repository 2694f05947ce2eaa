import { Injectable } from '@nestjs/common';
import { Clock, Transaction } from '@libs/kernel';
import { AuditLog, Digest, dropAnchor } from '../domain';

/** Holds on to where the chains of a venue stand. */
@Injectable()
export class AnchorChains {
  constructor(
    private readonly log: AuditLog,
    private readonly digest: Digest,
    private readonly clock: Clock,
  ) {}

  /** Within a transaction that holds the trail. Does nothing when no chain moved since the last anchor. */
  async execute(tx: Transaction, venueId: string): Promise<void> {
    const { moved, newest } = await this.log.lookAtAnchors(tx, venueId);
    if (moved.length === 0) return;
    await this.log.addAnchor(tx, dropAnchor(venueId, moved, newest, this.clock.now(), this.digest));
  }
}
