import { Injectable } from '@nestjs/common';
import { Clock, newId, Once, Transactions } from '@libs/kernel';
import { TopUpBook } from '../domain';
import { Guests, TopUpPayments } from './ports';
import { TopUpLimits } from './top-up-limits';

export interface RequestTopUpInput {
  readonly venueId: string;
  readonly customerId: string;
  /** In pesos. */
  readonly amount: number;
  /** Undefined: the first that the house has a contract with. */
  readonly provider: 'getnet_web' | 'klap' | undefined;
  /** What the customer reads on the page. */
  readonly description: string;
  readonly ip: string | null;
  readonly userAgent: string;
}

/** A customer wants to put money into the wallet: it begins on a payment page, and arrives when the provider says so. */
@Injectable()
export class RequestTopUp {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly topUps: TopUpBook,
    private readonly limits: TopUpLimits,
    private readonly guests: Guests,
    private readonly payments: TopUpPayments,
  ) {}

  /**
   * @returns the top-up's id
   * @throws DomainError `customer.unknown`, `wallet.amount_invalid`, `wallet.limit_exceeded`,
   *   `payment.provider_not_configured` (conflict)
   */
  async execute(once: Once, ask: RequestTopUpInput): Promise<string> {
    const { venueId, customerId, amount, provider } = ask;
    const { id, intentId } = await this.transactions.once(once, async (tx) => {
      const at = this.clock.now();
      const by = { employeeId: null, employeeName: null, deviceId: null, ip: ask.ip };
      await this.guests.hold(tx, venueId, customerId);
      await this.limits.check(tx, { venueId, nightId: null, actor: by, at }, customerId, amount);
      const topUp = { id: newId(at.getTime()), venueId, customerId, amount, createdAt: at } as const;
      await this.topUps.add(tx, {
        ...topUp,
        ...{ means: 'online', registerSessionId: null, cashMovementId: null, status: 'PENDING' },
      });
      const asked = { topUpId: topUp.id, customerId, venueId, amount, provider, by };
      return { id: topUp.id, intentId: await this.payments.beginOnline(tx, asked) };
    });
    // Whoever came first opens the page; it is there for the others in a moment.
    if (!once.replayed) await this.payments.openPage(intentId, ask);
    return id;
  }
}
