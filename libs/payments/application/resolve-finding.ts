import { Injectable } from '@nestjs/common';
import { Actor, actorRef, Clock, domainEvent, Once, Transaction, Transactions } from '@libs/kernel';
import { Approvals, Findings, Journal } from './ports';
import { RefundRepository } from './repositories';
import { SettleRefund } from './settle-refund';

export const RESOLUTIONS = ['settled', 'refunded_by_hand', 'not_refunded', 'no_difference', 'written_off'] as const;
export type Resolution = (typeof RESOLUTIONS)[number];

export interface ResolveFindingInput {
  readonly id: string;
  readonly resolution: Resolution;
  readonly reason: string;
  readonly stepUpToken: string | undefined;
}

/** A person looked into it and says what it was, with another person's yes. */
@Injectable()
export class ResolveFinding {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly findings: Findings,
    private readonly refunds: RefundRepository,
    private readonly settleRefund: SettleRefund,
    private readonly approvals: Approvals,
    private readonly journal: Journal,
  ) {}

  /** @throws DomainError `finding.not_found`, `finding.resolved` (conflict), `step_up.required|invalid` */
  execute(once: Once, actor: Actor, ask: ResolveFindingInput): Promise<string> {
    const { id, resolution, reason } = ask;
    return this.transactions.once(once, async (tx) => {
      const at = this.clock.now();
      const authorizedBy = await this.approvals.use(tx, ask.stepUpToken, 'payment.resolve', actor);
      const by = { resolution, reason, resolvedBy: actor.employeeId, authorizedBy, at };
      const found = await this.findings.resolve(tx, actor.venueId, id, by);
      if (found.refundId) await this.endRefund(tx, found.refundId, resolution, { at, detail: reason });
      await this.journal.write(tx, [
        domainEvent({
          type: 'payments.finding_resolved',
          ...{ venueId: actor.venueId, subjectId: id, actor: actorRef(actor), occurredAt: at },
          data: { kind: found.kind, resolution, reason, authorized_by: authorizedBy },
        }),
      ]);
      return id;
    });
  }

  /** A refund that no machine finished: a person gave the money, or it did not go back and may be asked for again. */
  private async endRefund(
    tx: Transaction,
    id: string,
    resolution: Resolution,
    said: { at: Date; detail: string },
  ): Promise<void> {
    const refund = await this.refunds.lock(tx, id);
    if (refund.status === 'DONE' || refund.status === 'REFUSED') return;
    if (resolution === 'refunded_by_hand') await this.refunds.setStatus(tx, id, 'DONE', said);
    if (resolution === 'not_refunded') await this.settleRefund.refuse(tx, id, said);
  }
}
