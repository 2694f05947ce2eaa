import { Injectable } from '@nestjs/common';
import { Actor, Clock, DomainError, Once, Transactions } from '@libs/kernel';
import { AgentSignal, Approvals, Tills } from './ports';
import { AgentRepository, IntentRepository, OperationRepository } from './repositories';

export interface ResolvePaymentInput {
  readonly id: string;
  readonly outcome: 'approved' | 'not_charged';
  /** On the voucher; required when it was approved. */
  readonly authorizationCode: string | null;
  readonly reason: string;
  readonly stepUpToken: string | undefined;
}

/** A person looked at voucher and terminal, and says what became of a payment that nobody knows of. */
@Injectable()
export class ResolvePayment {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly intents: IntentRepository,
    private readonly approvals: Approvals,
  ) {}

  /** @throws DomainError `payment.not_found`, `payment.not_unknown`, `payment.code_missing`, `step_up.required|invalid` */
  execute(once: Once, actor: Actor, ask: ResolvePaymentInput): Promise<string> {
    if (ask.outcome === 'approved' && !ask.authorizationCode) throw new DomainError('payment.code_missing', 'invalid');
    return this.transactions.once(once, async (tx) => {
      const intent = await this.intents.lock(tx, ask.id, actor.venueId);
      const authorizedBy = await this.approvals.use(tx, ask.stepUpToken, 'payment.resolve', actor);
      const { outcome, authorizationCode, reason } = ask;
      intent.resolve(outcome, { authorizationCode, reason, authorizedBy }, actor, this.clock.now());
      await this.intents.save(tx, intent);
      return ask.id;
    });
  }
}

/** Asks the terminal once more what its last tickets were. Never charges. */
@Injectable()
export class AskTerminal {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly intents: IntentRepository,
    private readonly operations: OperationRepository,
    private readonly agents: AgentRepository,
    private readonly tills: Tills,
    private readonly signal: AgentSignal,
  ) {}

  /** @throws DomainError `payment.not_found`, `payment.not_unknown`, `payment.no_agent` */
  execute(once: Once, actor: Actor, id: string): Promise<string> {
    return this.transactions.once(once, async (tx) => {
      const intent = await this.intents.lock(tx, id, actor.venueId);
      await this.tills.refuseStranger(actor, intent.facts.till?.registerSessionId ?? null);
      const { status, provider, till } = intent.facts;
      if (status !== 'UNKNOWN') throw new DomainError('payment.not_unknown', 'conflict');
      if (provider !== 'getnet_terminal') {
        await this.intents.queryAgainAt(tx, id, this.clock.now());
        return id;
      }
      const agent = till && (await this.agents.ofRegister(tx, till.registerId));
      if (!agent) throw new DomainError('payment.no_agent', 'conflict');
      await this.operations.reopen(tx, id);
      await this.signal.wake(tx, agent.id);
      return id;
    });
  }
}
