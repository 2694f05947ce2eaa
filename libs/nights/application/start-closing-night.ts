import { Injectable } from '@nestjs/common';
import { Actor, Clock, Transactions } from '@libs/kernel';
import { NightRepository, NightState } from '../domain';
import { nightOf } from './night-of';

/** The last call: nothing is sold any more, registers count and close. */
@Injectable()
export class StartClosingNight {
  constructor(
    private readonly transactions: Transactions,
    private readonly nights: NightRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `night.not_found`, `night.wrong_state` */
  execute(actor: Actor, nightId: string): Promise<NightState> {
    return this.transactions.run(async (tx) => {
      const night = await nightOf(this.nights, tx, actor.venueId, nightId);
      night.startClosing(actor, this.clock.now());
      await this.nights.update(tx, night);
      return night.state;
    });
  }
}
