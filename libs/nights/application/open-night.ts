import { Injectable } from '@nestjs/common';
import { Actor, Clock, DomainError, Transactions } from '@libs/kernel';
import { NightRepository, NightState } from '../domain';
import { nightOf } from './night-of';

/** The doors open: from now on there are sales. A house has one night at a time. */
@Injectable()
export class OpenNight {
  constructor(
    private readonly transactions: Transactions,
    private readonly nights: NightRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `night.not_found`, `night.wrong_state`, `night.checklist_open`, `night.other_open` */
  execute(actor: Actor, nightId: string): Promise<NightState> {
    return this.transactions.run(async (tx) => {
      const night = await nightOf(this.nights, tx, actor.venueId, nightId);
      night.open(actor, this.clock.now());
      const other = await this.nights.otherRunning(tx, night);
      if (other) throw new DomainError('night.other_open', 'conflict', { name: other.name });
      await this.nights.update(tx, night);
      return night.state;
    });
  }
}
