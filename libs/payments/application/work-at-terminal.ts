import { Injectable } from '@nestjs/common';
import { Clock, DomainError, Transaction, Transactions } from '@libs/kernel';
import { accepts, Charge, Heard, NO_CHARGE_FACTS, Operation, PaymentIntent, TerminalAnswer } from '../domain';
import { AgentPrincipal } from './manage-agents';
import { AgentBell, AgentSignal } from './ports';
import { IntentRepository, OperationRepository, Report } from './repositories';
import { ReconcileTerminal } from './reconcile-terminal';
import { ReconcileTotals } from './reconcile-totals';
import { SettleRefund } from './settle-refund';

export interface ReportOutcome {
  /** Whether the report decided the operation; a late one is kept and changes nothing that is final. */
  readonly accepted: boolean;
  readonly state: string;
}

/** What an agent does with its operations: it claims, says that it sends, tells how far it is, and reports. */
@Injectable()
export class WorkAtTerminal {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly intents: IntentRepository,
    private readonly operations: OperationRepository,
    private readonly refunds: SettleRefund,
    private readonly reconcile: ReconcileTerminal,
    private readonly reconcileTotals: ReconcileTotals,
    private readonly signal: AgentSignal,
  ) {}

  /**
   * The next operation; waits for one up to that long. Does not look for what is known not to be there.
   * @param ended resolves when the agent has hung up
   */
  async claim(agent: AgentPrincipal, waitMs: number, ended: Promise<unknown>): Promise<ClaimedOperation | null> {
    const until = this.clock.now().getTime() + waitMs;
    let gone = false;
    void ended.then(() => (gone = true));
    const bell = this.signal.listen(agent.id);
    try {
      for (;;) {
        const claimed = bell.mayHaveWork ? await this.look(agent.id, bell) : undefined;
        if (claimed) return { ...claimed, recover: claimed.state === 'sent' };
        const left = until - this.clock.now().getTime();
        if (left <= 0 || isTrue(gone) || !(await bell.wait(left, ended))) return null;
      }
    } finally {
      bell.stop();
    }
  }

  /**
   * The agent writes to the terminal once this has been answered: from now on it may charge.
   * @throws DomainError `operation.not_found`, `operation.stale_fence`, `operation.cancelled`, `operation.final` (conflict)
   */
  sent(agent: AgentPrincipal, id: string, fence: number): Promise<void> {
    return this.transactions.run(async (tx) => {
      const operation = await this.operations.lock(tx, agent.id, id);
      if (operation.state === 'cancelled') throw new DomainError('operation.cancelled', 'conflict');
      if (operation.state === 'final') throw new DomainError('operation.final', 'conflict');
      if (!accepts(operation, fence)) throw new DomainError('operation.stale_fence', 'conflict');
      const now = this.clock.now();
      await this.operations.markSent(tx, id, now);
      if (operation.refundId) await this.refunds.sent(tx, operation.refundId, now);
      if (operation.kind !== 'sale' || !operation.intentId) return;
      await this.change(tx, operation.intentId, (intent) => intent.start('agent', now));
    });
  }

  /** @returns whether the till wants it to stop @throws DomainError `operation.not_found` */
  progress(
    agent: AgentPrincipal,
    id: string,
    said: { fence: number; code: number | null; text: string | null },
  ): Promise<boolean> {
    return this.transactions.run(async (tx) => {
      const operation = await this.operations.lock(tx, agent.id, id);
      if (!accepts(operation, said.fence)) return false;
      await this.operations.progress(tx, id, { code: said.code, text: said.text, at: this.clock.now() });
      return operation.cancelRequested;
    });
  }

  /** Never refused: late, repeated and reordered reports are kept. @throws DomainError `operation.not_found` */
  report(agent: AgentPrincipal, id: string, report: Report): Promise<ReportOutcome> {
    return this.transactions.run(async (tx) => {
      const now = this.clock.now();
      const operation = await this.operations.lock(tx, agent.id, id);
      const accepted = accepts(operation, report.fence);
      await this.operations.keepReport(tx, operation, report, accepted, now);
      if (accepted) await this.operations.finish(tx, id, report, now);
      if (operation.kind === 'sale') await this.tellIntent(tx, operation, report, accepted, now);
      else if (accepted && operation.refundId) {
        await this.refunds.settle(tx, operation.refundId, refundOutcome(report), now);
      } else if (accepted && operation.kind === 'details' && report.outcome === 'done') {
        await this.reconcile.execute(tx, operation, report.response?.sale_details ?? [], now);
      } else if (accepted && operation.kind === 'totals' && report.outcome === 'done') {
        await this.reconcileTotals.execute(tx, operation, report.response?.totals ?? {}, now);
      }
      return { accepted, state: accepted ? 'final' : operation.state };
    });
  }

  private async look(agentId: string, bell: AgentBell): Promise<Operation | undefined> {
    const { operation, isIdle } = await this.operations.claim(agentId, this.clock.now());
    if (isIdle) bell.allIsOver();
    return operation;
  }

  /** A stale approval is news all the same: the money may have moved. A stale no is none. */
  private async tellIntent(
    tx: Transaction,
    operation: Operation,
    report: Report,
    accepted: boolean,
    now: Date,
  ): Promise<void> {
    if (!operation.intentId) return;
    if (!accepted && report.outcome !== 'approved') return;
    await this.change(tx, operation.intentId, (intent) => intent.hear(heardFrom(report, operation), 'agent', now));
  }

  private async change(tx: Transaction, intentId: string, act: (intent: PaymentIntent) => unknown): Promise<void> {
    const intent = await this.intents.lock(tx, intentId);
    act(intent);
    await this.intents.save(tx, intent);
  }
}

export type ClaimedOperation = Operation & {
  /** It was sent once already: find out what became of it, and never send it again. */
  readonly recover: boolean;
};

/** Another ticket's approval is no answer to ours. */
function heardFrom({ outcome, response }: Report, operation: Operation): Heard {
  const charge = response && chargeOf(response);
  const reason = response?.response_message ?? null;
  if (outcome === 'approved') {
    const isOurs =
      response?.ticket === undefined || response.ticket === null || response.ticket === operation.ticketNumber;
    return isOurs
      ? { outcome: 'approved', reason: null, charge: charge ?? { ...NO_CHARGE_FACTS, amount: operation.amount } }
      : { outcome: 'unknown', reason: 'another_ticket', charge: null };
  }
  if (outcome === 'declined' || outcome === 'not_charged') return { outcome, reason, charge: null };
  return { outcome: 'unknown', reason: reason ?? 'terminal_unknown', charge: null };
}

function chargeOf(answer: TerminalAnswer): Charge {
  return {
    amount: answer.amount ?? null,
    tip: answer.tip ?? null,
    authorizationCode: answer.authorization_code ?? null,
    operationNumber: answer.operation_number ?? null,
    last4: answer.last4 ?? null,
    cardBrand: answer.card_brand ?? null,
    cardType: answer.card_type ?? null,
    terminalId: answer.terminal_id ?? null,
    internalReference: null,
  };
}

function refundOutcome({ outcome, response }: Report): {
  outcome: 'done' | 'refused' | 'unknown';
  reason: string | null;
} {
  const reason = response?.response_message ?? null;
  if (outcome === 'done' || outcome === 'approved') return { outcome: 'done', reason };
  if (outcome === 'failed' || outcome === 'declined' || outcome === 'not_charged')
    return { outcome: 'refused', reason };
  return { outcome: 'unknown', reason };
}

/** It changes while somebody waits. */
function isTrue(flag: boolean): boolean {
  return flag;
}
