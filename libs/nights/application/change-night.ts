import { Injectable } from '@nestjs/common';
import { Actor, Clock, DomainError, Transactions } from '@libs/kernel';
import { NightChanges, NightRepository, NightState } from '../domain';
import { nightOf, refuseStrangers } from './night-of';

/** What was written down about a night is put right. */
@Injectable()
export class ChangeNight {
  constructor(
    private readonly transactions: Transactions,
    private readonly nights: NightRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * @param seen the version that the caller looked at, to change nothing that somebody else changed meanwhile
   * @throws DomainError `night.not_found`, `night.changed_meanwhile`, `night.doors_reversed`, `night.wrong_state`,
   *   `night.person_not_found`
   */
  execute(actor: Actor, nightId: string, changes: NightChanges, seen?: number): Promise<NightState> {
    return this.transactions.run(async (tx) => {
      const night = await nightOf(this.nights, tx, actor.venueId, nightId);
      if (seen !== undefined && seen !== night.state.version) {
        throw new DomainError('night.changed_meanwhile', 'conflict', { version: night.state.version });
      }
      await refuseStrangers(this.nights, tx, actor.venueId, changes.responsibleIds);
      night.change(changes, actor, this.clock.now());
      await this.nights.update(tx, night);
      return night.state;
    });
  }
}
