import { Injectable } from '@nestjs/common';
import { Actor, Clock, Transactions } from '@libs/kernel';
import { NightRepository, NightState } from '../domain';
import { nightOf } from './night-of';

/** The staff begins to get the house ready. */
@Injectable()
export class PrepareNight {
  constructor(
    private readonly transactions: Transactions,
    private readonly nights: NightRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `night.not_found`, `night.wrong_state` */
  execute(actor: Actor, nightId: string): Promise<NightState> {
    return this.transactions.run(async (tx) => {
      const night = await nightOf(this.nights, tx, actor.venueId, nightId);
      night.prepare(actor, this.clock.now());
      await this.nights.update(tx, night);
      return night.state;
    });
  }
}
