import { Injectable } from '@nestjs/common';
import { DomainError, Transaction } from '@libs/kernel';
import { Database, sql, sqlOf, violates } from '@libs/platform';
import { AgentRepository, AgentRow, Heartbeat } from '../application';
import { AgentCache } from './agent-cache';

const ROW = `a.id, a.venue_id AS "venueId", a.register_id AS "registerId", r.name AS "registerName", a.name`;
const WITH_REGISTER = 'JOIN sales.registers r ON r.id = a.register_id';

const ADD = sql(
  'payments.add_agent',
  `INSERT INTO payments.agents (id, venue_id, register_id, name, code_hash, code_expires_at, created_at)
   SELECT $1, $2, r.id, $4, $5, $6, $7 FROM sales.registers r WHERE r.id = $3 AND r.venue_id = $2`,
);
const RENEW = sql(
  'payments.renew_agent_code',
  `UPDATE payments.agents a SET code_hash = $3, code_expires_at = $4 FROM sales.registers r
   WHERE a.id = $1 AND a.venue_id = $2 AND a.revoked_at IS NULL AND r.id = a.register_id RETURNING ${ROW}`,
);
/** A code is good once; whoever had the key before is out. */
const ENROL = sql(
  'payments.enrol_agent',
  `UPDATE payments.agents a SET code_hash = NULL, code_expires_at = NULL, key_hash = $2, next_key_hash = NULL, version = $3,
     hostname = $4, enrolled_at = $5 FROM sales.registers r
   WHERE a.code_hash = $1 AND a.code_expires_at > $5 AND a.revoked_at IS NULL AND r.id = a.register_id RETURNING ${ROW}`,
);
const ROTATE = sql('payments.rotate_agent_key', 'UPDATE payments.agents SET next_key_hash = $2 WHERE id = $1');
const REVOKE = sql(
  'payments.revoke_agent',
  `UPDATE payments.agents a SET revoked_at = $3, key_hash = NULL, next_key_hash = NULL, code_hash = NULL,
     code_expires_at = NULL FROM sales.registers r
   WHERE a.id = $1 AND a.venue_id = $2 AND a.revoked_at IS NULL AND r.id = a.register_id RETURNING ${ROW}`,
);
const BEAT = sql(
  'payments.agent_heartbeat',
  `UPDATE payments.agents SET heartbeat_at = $2, version = $3, queue_length = $4, terminal = $5 WHERE id = $1`,
);
const OF_REGISTER = sql(
  'payments.agent_of_register',
  `SELECT ${ROW} FROM payments.agents a ${WITH_REGISTER}
   WHERE a.register_id = $1 AND a.revoked_at IS NULL AND a.enrolled_at IS NOT NULL`,
);
const FIND = sql(
  'payments.find_agent',
  `SELECT ${ROW} FROM payments.agents a ${WITH_REGISTER}
   WHERE a.id = $1 AND a.venue_id = $2 AND a.revoked_at IS NULL AND a.enrolled_at IS NOT NULL`,
);

/** {@link AgentRepository} in SQL. What ends a key is forgotten here as it commits; other instances hear of it. */
@Injectable()
export class SqlAgentRepository extends AgentRepository {
  constructor(
    private readonly database: Database,
    private readonly known: AgentCache,
  ) {
    super();
  }

  async add(tx: Transaction, agent: Parameters<AgentRepository['add']>[1]): Promise<void> {
    const { id, venueId, registerId, name, codeHash, codeExpiresAt, at } = agent;
    try {
      const added = await sqlOf(tx).count(ADD, [id, venueId, registerId, name, codeHash, codeExpiresAt, at]);
      if (added === 0) throw new DomainError('register.not_found', 'not_found');
    } catch (error) {
      if (violates(error, 'agents_one_a_register')) throw new DomainError('agent.register_has_one', 'conflict');
      throw error;
    }
  }

  renewCode(tx: Transaction, venueId: string, id: string, codeHash: Buffer, expiresAt: Date): Promise<AgentRow> {
    return one(sqlOf(tx).rows<AgentRow>(RENEW, [id, venueId, codeHash, expiresAt]));
  }

  async enrol(
    tx: Transaction,
    codeHash: Buffer,
    given: { keyHash: Buffer; version: string; hostname: string; at: Date },
  ): Promise<AgentRow | undefined> {
    const { keyHash, version, hostname, at } = given;
    this.forgetAfter(tx);
    return (await sqlOf(tx).rows<AgentRow>(ENROL, [codeHash, keyHash, version, hostname, at]))[0];
  }

  async beginRotation(tx: Transaction, agentId: string, nextKeyHash: Buffer): Promise<void> {
    await sqlOf(tx).rows(ROTATE, [agentId, nextKeyHash]);
  }

  revoke(tx: Transaction, venueId: string, id: string, at: Date): Promise<AgentRow> {
    this.forgetAfter(tx);
    return one(sqlOf(tx).rows<AgentRow>(REVOKE, [id, venueId, at]));
  }

  async beat(agentId: string, beat: Heartbeat, at: Date): Promise<void> {
    await this.database.rows(BEAT, [agentId, at, beat.version, beat.queueLength, JSON.stringify(beat.terminal)]);
  }

  async ofRegister(tx: Transaction, registerId: string): Promise<AgentRow | undefined> {
    return (await sqlOf(tx).rows<AgentRow>(OF_REGISTER, [registerId]))[0];
  }

  find(tx: Transaction, venueId: string, id: string): Promise<AgentRow> {
    return one(sqlOf(tx).rows<AgentRow>(FIND, [id, venueId]));
  }

  private forgetAfter(tx: Transaction): void {
    sqlOf(tx).afterCommit(() => this.known.forget());
  }
}

async function one(rows: Promise<AgentRow[]>): Promise<AgentRow> {
  const [row] = await rows;
  if (!row) throw new DomainError('agent.not_found', 'not_found');
  return row;
}
