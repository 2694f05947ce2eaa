import { Injectable } from '@nestjs/common';
import { Clock, Transactions } from '@libs/kernel';
import { AuditLog } from '../domain';
import { AnchorChains } from './anchor-chains';

const DAY_MS = 24 * 3_600_000;

/** Venues whose tills did not close anything for a day get their anchor nevertheless. */
@Injectable()
export class AnchorDaily {
  constructor(
    private readonly transactions: Transactions,
    private readonly log: AuditLog,
    private readonly anchorChains: AnchorChains,
    private readonly clock: Clock,
  ) {}

  /** Called by every instance, often; whoever finds another one at work leaves it to that one. */
  async execute(): Promise<void> {
    await this.transactions.run(async (tx) => {
      if (!(await this.log.tryToHold(tx))) return;
      const yesterday = new Date(this.clock.now().getTime() - DAY_MS);
      for (const venueId of await this.log.withoutAnchorSince(tx, yesterday)) {
        await this.anchorChains.execute(tx, venueId);
      }
    });
  }
}
