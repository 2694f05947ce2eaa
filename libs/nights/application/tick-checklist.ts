import { Injectable } from '@nestjs/common';
import { Actor, Clock, Transactions } from '@libs/kernel';
import { NightRepository, NightState } from '../domain';
import { nightOf } from './night-of';

/** Something on the checklist is done, or is not done after all. */
@Injectable()
export class TickChecklist {
  constructor(
    private readonly transactions: Transactions,
    private readonly nights: NightRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `night.not_found`, `night.checklist_item_not_found`, `night.wrong_state` */
  execute(actor: Actor, nightId: string, itemId: string, isDone: boolean): Promise<NightState> {
    return this.transactions.run(async (tx) => {
      const night = await nightOf(this.nights, tx, actor.venueId, nightId);
      night.tick(itemId, isDone, actor, this.clock.now());
      await this.nights.update(tx, night);
      return night.state;
    });
  }
}
