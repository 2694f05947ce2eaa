import { Injectable } from '@nestjs/common';
import { Actor, actorRef, Clock, domainEvent, Once, Transactions } from '@libs/kernel';
import { Approvals, Findings, Journal } from './ports';
import { RefundRepository } from './repositories';

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
      if (found.refundId && resolution === 'refunded_by_hand') {
        await this.refunds.setStatus(tx, found.refundId, 'DONE', { at, detail: reason });
      }
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
}
