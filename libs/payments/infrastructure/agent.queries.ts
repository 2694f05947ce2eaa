import { Injectable } from '@nestjs/common';
import { DomainError } from '@libs/kernel';
import { Database, sql } from '@libs/platform';
import { OperationKind, OperationState } from '../domain';

const AGENTS = sql(
  'payments.agents',
  `SELECT a.id, a.name, a.register_id AS "registerId", r.name AS "registerName", a.created_at AS "createdAt",
     a.enrolled_at AS "enrolledAt", a.version, a.hostname, a.heartbeat_at AS "heartbeatAt", a.queue_length AS "queueLength",
     a.terminal, a.code_expires_at AS "codeExpiresAt",
     (SELECT count(*)::int FROM payments.operations o
      WHERE o.agent_id = a.id AND o.state IN ('queued', 'claimed', 'sent')) AS "waiting"
   FROM payments.agents a JOIN sales.registers r ON r.id = a.register_id
   WHERE a.venue_id = $1 AND a.revoked_at IS NULL ORDER BY r.name`,
);
const OPERATIONS = sql(
  'payments.operations_of_agent',
  `SELECT o.id, o.kind, o.state, o.outcome, o.response, o.intent_id AS "intentId", o.amount,
     o.ticket_number AS "ticketNumber", o.created_at AS "createdAt", o.sent_at AS "sentAt", o.final_at AS "finalAt",
     o.progress_text AS "progressText"
   FROM payments.operations o JOIN payments.agents a ON a.id = o.agent_id
   WHERE o.agent_id = $1 AND a.venue_id = $2 ORDER BY o.id DESC LIMIT $3`,
);
const KNOWN = sql('payments.agent_known', 'SELECT id FROM payments.agents WHERE id = $1 AND venue_id = $2');
const OPERATION = sql(
  'payments.operation',
  `SELECT o.id, o.kind, o.state, o.outcome, o.response, o.intent_id AS "intentId", o.amount,
     o.ticket_number AS "ticketNumber", o.created_at AS "createdAt", o.sent_at AS "sentAt", o.final_at AS "finalAt",
     o.progress_text AS "progressText"
   FROM payments.operations o WHERE o.id = $1 AND o.venue_id = $2`,
);

export interface AgentView {
  readonly id: string;
  readonly name: string;
  readonly registerId: string;
  readonly registerName: string;
  readonly createdAt: Date;
  readonly enrolledAt: Date | null;
  readonly codeExpiresAt: Date | null;
  readonly version: string | null;
  readonly hostname: string | null;
  readonly heartbeatAt: Date | null;
  readonly queueLength: number | null;
  readonly terminal: Readonly<Record<string, unknown>> | null;
  readonly waiting: number;
}

export interface OperationView {
  readonly id: string;
  readonly kind: OperationKind;
  readonly state: OperationState;
  readonly outcome: string | null;
  readonly response: Readonly<Record<string, unknown>> | null;
  readonly intentId: string | null;
  readonly amount: number | null;
  readonly ticketNumber: string | null;
  readonly createdAt: Date;
  readonly sentAt: Date | null;
  readonly finalAt: Date | null;
  readonly progressText: string | null;
}

const LATEST = 30;

/** Agents, how they are, and what they did last. */
@Injectable()
export class AgentQueries {
  constructor(private readonly database: Database) {}

  agents(venueId: string): Promise<AgentView[]> {
    return this.database.rows<AgentView>(AGENTS, [venueId]);
  }

  /** @throws DomainError `agent.not_found` */
  async operations(venueId: string, agentId: string): Promise<OperationView[]> {
    const [known] = await this.database.rows(KNOWN, [agentId, venueId]);
    if (!known) throw new DomainError('agent.not_found', 'not_found');
    return this.database.rows<OperationView>(OPERATIONS, [agentId, venueId, LATEST]);
  }

  /** @throws DomainError `operation.not_found` */
  async operation(venueId: string, id: string): Promise<OperationView> {
    const [operation] = await this.database.rows<OperationView>(OPERATION, [id, venueId]);
    if (!operation) throw new DomainError('operation.not_found', 'not_found');
    return operation;
  }
}
