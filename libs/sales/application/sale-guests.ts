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

const NOBODY: SaleGuest = { customerId: null, payerId: null };

/** What looks like somebody trying, rather than like an empty wallet or a slow guest. */
const ATTEMPTS = ['wallet.frozen', 'guest.disabled', 'guest.token_paid'];

/** Who a sale is for and who pays it. Whoever pays is who it is for, unless somebody else is named. */
@Injectable()
export class SaleGuests {
  constructor(private readonly guests: Guests) {}

  /** Sends nothing for a guest without an account. @throws DomainError those of {@link Guests} */
  async of(
    tx: Transaction,
    actor: Actor,
    ask: { readonly payments: readonly AskedPayment[]; readonly customerToken?: string | undefined },
  ): Promise<SaleGuest> {
    const walletToken = ask.payments.find((payment) => payment.walletToken !== undefined)?.walletToken;
    if (walletToken === undefined && ask.customerToken === undefined) return NOBODY;
    const [payerId, namedId] = await together(
      walletToken === undefined ? Promise.resolve(null) : this.guests.agreesToPay(tx, actor, walletToken),
      ask.customerToken === undefined ? Promise.resolve(null) : this.guests.recognised(tx, actor, ask.customerToken),
    );
    return { payerId, customerId: namedId ?? payerId };
  }

  /** Once nothing of the sale is left: a try is written down where the supervisor sees it. */
  async noteAttempt(actor: Actor, error: unknown): Promise<void> {
    if (error instanceof DomainError && ATTEMPTS.includes(error.code)) await this.guests.noteAttempt(actor, error.code);
  }
}
