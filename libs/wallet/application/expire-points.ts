import { Injectable } from '@nestjs/common';
import { Transactions } from '@libs/kernel';
import { Ledger, Occasion } from '../domain';
import { post } from './post';

const BATCH = 100;

/** Points that did not move since a moment expire, whole accounts at a time. Points that are in use just now stay. */
@Injectable()
export class ExpirePoints {
  constructor(
    private readonly transactions: Transactions,
    private readonly ledger: Ledger,
  ) {}

  /** @returns how many points expired; it may be called again at any time */
  async execute(occasion: Occasion, idleSince: Date): Promise<number> {
    let total = 0;
    for (;;) {
      const { accounts, points } = await this.batch(occasion, idleSince);
      total += points;
      if (accounts < BATCH) return total;
    }
  }

  private batch(occasion: Occasion, idleSince: Date): Promise<{ accounts: number; points: number }> {
    return this.transactions.run(async (tx) => {
      const idle = await this.ledger.idlePoints(tx, occasion.venueId, idleSince, BATCH);
      let points = 0;
      for (const { customerId, balance, lastTransferId } of idle) {
        const amount = -balance;
        // Named by the transfer since which nothing happened: what expires, expires once.
        const reference = { kind: 'transfer', id: lastTransferId };
        const posting = { asset: 'POINTS', houseRole: 'points_expired', kind: 'points_expired', amount } as const;
        await post(this.ledger, tx, { ...occasion, customerId, reference, ...posting });
        points += balance;
      }
      return { accounts: idle.length, points };
    });
  }
}
