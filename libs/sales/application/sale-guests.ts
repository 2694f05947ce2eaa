import { Injectable } from '@nestjs/common';
import { Actor, DomainError, together, Transaction } from '@libs/kernel';
import { AskedPayment } from '../domain';
import { Guests } from './ports';

export interface SaleGuest {
  /** Whose the sale and its ticket are; null for somebody who told nobody. */
  readonly customerId: string | null;
  /** Whose wallet pays. */
  readonly payerId: string | null;
}

/** What looks like somebody trying, rather than like an empty wallet or a slow guest. */
const ATTEMPTS = ['wallet.frozen', 'guest.disabled', 'guest.token_paid'];

/** Who a sale is for and who pays it. Whoever pays is who it is for, unless somebody else is named. */
@Injectable()
export class SaleGuests {
  constructor(private readonly guests: Guests) {}

  /**
   * Sends nothing for a guest without an account.
   * @param keptId whom the till named when it asked for the cards of this sale: a card may take longer than a token lasts
   * @throws DomainError those of {@link Guests}
   */
  async of(
    tx: Transaction,
    actor: Actor,
    ask: { readonly payments: readonly AskedPayment[]; readonly customerToken?: string | undefined },
    keptId: string | null,
  ): Promise<SaleGuest> {
    const walletToken = ask.payments.find((payment) => payment.walletToken !== undefined)?.walletToken;
    const [payerId, namedId] = await together(
      walletToken === undefined ? Promise.resolve(null) : this.guests.agreesToPay(tx, actor, walletToken),
      ask.customerToken === undefined ? Promise.resolve(keptId) : this.named(tx, actor, ask.customerToken, keptId),
    );
    return { payerId, customerId: namedId ?? payerId };
  }

  private async named(tx: Transaction, actor: Actor, token: string, keptId: string | null): Promise<string> {
    try {
      return await this.guests.recognised(tx, actor, token);
    } catch (error) {
      if (keptId !== null && error instanceof DomainError && error.code === 'guest.token_invalid') return keptId;
      throw error;
    }
  }

  /** Once nothing of the sale is left: a try is written down where the supervisor sees it. */
  async noteAttempt(actor: Actor, error: unknown): Promise<void> {
    if (error instanceof DomainError && ATTEMPTS.includes(error.code)) await this.guests.noteAttempt(actor, error.code);
  }
}
