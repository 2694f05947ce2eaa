import { Injectable } from '@nestjs/common';
import { Actor, Clock, Transactions } from '@libs/kernel';
import { NightRepository, NightState } from '../domain';
import { NightGate } from './night-gate';
import { nightOf } from './night-of';

/** The night is over: its registers are closed and its payments certain. */
@Injectable()
export class CloseNight {
  constructor(
    private readonly transactions: Transactions,
    private readonly nights: NightRepository,
    private readonly gate: NightGate,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `night.not_found`, `night.wrong_state`, `night.sessions_open`, `night.payment_unknown` */
  execute(actor: Actor, nightId: string): Promise<NightState> {
    return this.transactions.run(async (tx) => {
      const night = await nightOf(this.nights, tx, actor.venueId, nightId);
      const registers = await this.gate.openSessions(tx, nightId);
      const unknownPayments = await this.gate.unknownPayments(tx, nightId);
      night.close({ registers, unknownPayments }, actor, this.clock.now());
      await this.nights.update(tx, night);
      return night.state;
    });
  }
}
