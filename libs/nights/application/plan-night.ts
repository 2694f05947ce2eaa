import { Injectable } from '@nestjs/common';
import { Actor, Clock, newId, Transactions } from '@libs/kernel';
import { Night, NightPlan, NightRepository, NightState } from '../domain';
import { refuseStrangers } from './night-of';

/** A night is planned; it begins with the usual checklist unless it brings its own. */
@Injectable()
export class PlanNight {
  constructor(
    private readonly transactions: Transactions,
    private readonly nights: NightRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `night.doors_reversed`, `night.person_not_found` */
  execute(actor: Actor, plan: NightPlan, checklist?: readonly string[]): Promise<NightState> {
    return this.transactions.run(async (tx) => {
      await refuseStrangers(this.nights, tx, actor.venueId, plan.responsibleIds);
      const night = Night.plan(newId(), plan, checklist, actor, this.clock.now());
      await this.nights.add(tx, night);
      return night.state;
    });
  }
}
