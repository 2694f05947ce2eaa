import { Injectable, OnModuleInit } from '@nestjs/common';
import { DomainEvent, newId, Transaction } from '@libs/kernel';
import { EventSubscriber, EventSubscribers, sql, sqlOf } from '@libs/platform';
import { AgentSignal, OperationRepository } from '../application';

const AGENT = sql(
  'payments.agent_of_session',
  `SELECT a.id, a.venue_id AS "venueId" FROM sales.register_sessions s
   JOIN payments.agents a ON a.register_id = s.register_id AND a.revoked_at IS NULL AND a.enrolled_at IS NOT NULL
   WHERE s.id = $1
     AND NOT EXISTS (SELECT FROM payments.operations o WHERE o.agent_id = a.id AND o.kind = 'details' AND o.state = 'queued')`,
);

/** When a register is counted its terminal's list is asked for, and compared with the books. */
@Injectable()
export class SessionSubscriber implements EventSubscriber, OnModuleInit {
  readonly name = 'payments';

  constructor(
    private readonly subscribers: EventSubscribers,
    private readonly operations: OperationRepository,
    private readonly signal: AgentSignal,
  ) {}

  onModuleInit(): void {
    this.subscribers.add(this);
  }

  async handle(events: readonly DomainEvent[], tx: Transaction): Promise<void> {
    for (const event of events.filter(({ type }) => type === 'sales.session_counted')) {
      const [agent] = await sqlOf(tx).rows<{ id: string; venueId: string }>(AGENT, [event.subjectId]);
      if (!agent) continue;
      const order = { id: newId(), venueId: agent.venueId, agentId: agent.id, kind: 'details' } as const;
      await this.operations.add(tx, order, event.occurredAt);
      await this.signal.wake(tx, agent.id);
    }
  }
}
