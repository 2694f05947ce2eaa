import { Injectable } from '@nestjs/common';
import { Actor, Clock, Transactions } from '@libs/kernel';
import { NightRepository, NightState } from '../domain';
import { NightGate } from './night-gate';
import { nightOf } from './night-of';

/** A night that came to nothing disappears from the lists; its row and the reason stay. */
@Injectable()
export class DeleteNight {
  constructor(
    private readonly transactions: Transactions,
    private readonly nights: NightRepository,
    private readonly gate: NightGate,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `night.not_found`, `night.wrong_state`, `night.has_sales` */
  execute(actor: Actor, nightId: string, reason: string): Promise<NightState> {
    return this.transactions.run(async (tx) => {
      const night = await nightOf(this.nights, tx, actor.venueId, nightId);
      night.delete(reason, await this.gate.hasSales(tx, nightId), actor, this.clock.now());
      await this.nights.update(tx, night);
      return night.state;
    });
  }
}
