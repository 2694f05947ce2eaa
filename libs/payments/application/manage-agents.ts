import { Injectable } from '@nestjs/common';
import {
  Actor,
  actorRef,
  ActorRef,
  Clock,
  DomainError,
  domainEvent,
  newId,
  Transaction,
  Transactions,
} from '@libs/kernel';
import { OperationKind } from '../domain';
import { AgentKeys } from './agent-keys';
import { AgentSignal, Journal } from './ports';
import { AgentRepository, AgentRow, Heartbeat, OperationRepository } from './repositories';

/** How long an agent's one-time code is good, ms. */
export const AGENT_CODE_MS = 15 * 60_000;

/** What is asked before the terminal forgets it. */
const BEFORE_CLOSE = ['details', 'totals'] as const;

export interface AgentCode {
  readonly id: string;
  readonly name: string;
  /** `K7PM-2XQD`, to be shown once. */
  readonly code: string;
  /** ISO-8601 */
  readonly expiresAt: string;
}

/** An agent that proved itself by its key. */
export interface AgentPrincipal extends AgentRow {
  readonly ip: string | null;
}

/** The programs beside the terminals: announced by an admin, enrolled by a code, known by a key of their own. */
@Injectable()
export class ManageAgents {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly agents: AgentRepository,
    private readonly operations: OperationRepository,
    private readonly keys: AgentKeys,
    private readonly signal: AgentSignal,
    private readonly journal: Journal,
  ) {}

  /** @throws DomainError `register.not_found`, `agent.register_has_one` (conflict) */
  async add(actor: { venueId: string } & ActorRef, registerId: string, name: string): Promise<AgentCode> {
    const at = this.clock.now();
    const id = newId(at.getTime());
    const { code, shown, codeHash } = this.keys.newCode();
    const codeExpiresAt = new Date(at.getTime() + AGENT_CODE_MS);
    await this.transactions.run(async (tx) => {
      await this.agents.add(tx, { id, venueId: actor.venueId, registerId, name, codeHash, codeExpiresAt, at });
      await this.tell(tx, 'payments.agent_created', actor.venueId, id, actor, { name, register_id: registerId });
    });
    return { id, name, code: shown(code), expiresAt: codeExpiresAt.toISOString() };
  }

  /** @throws DomainError `agent.not_found` */
  async renewCode(actor: { venueId: string } & ActorRef, id: string): Promise<AgentCode> {
    const { code, shown, codeHash } = this.keys.newCode();
    const expiresAt = new Date(this.clock.now().getTime() + AGENT_CODE_MS);
    const agent = await this.transactions.run(async (tx) => {
      const row = await this.agents.renewCode(tx, actor.venueId, id, codeHash, expiresAt);
      await this.tell(tx, 'payments.agent_code_renewed', actor.venueId, id, actor, { name: row.name });
      return row;
    });
    return { id, name: agent.name, code: shown(code), expiresAt: expiresAt.toISOString() };
  }

  /** Its key is worth nothing from now on. @throws DomainError `agent.not_found` */
  async revoke(actor: Actor, id: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const row = await this.agents.revoke(tx, actor.venueId, id, this.clock.now());
      await this.tell(tx, 'payments.agent_revoked', actor.venueId, id, actorRef(actor), { name: row.name });
      await this.signal.wake(tx, id);
    });
  }

  /** @throws DomainError `agent.code_unknown`: wrong, too old or used */
  async enrol(
    code: string,
    given: { version: string; hostname: string; ip: string | null },
  ): Promise<{ agent: AgentRow; key: string }> {
    const at = this.clock.now();
    const key = this.keys.newKey();
    const { version, hostname, ip } = given;
    const agent = await this.transactions.run(async (tx) => {
      const enrolled = await this.agents.enrol(tx, this.keys.hashOfCode(code), {
        keyHash: this.keys.hashOf(key),
        ...{ version, hostname, at },
      });
      if (!enrolled) throw new DomainError('agent.code_unknown', 'unauthenticated');
      const actor = { employeeId: null, employeeName: null, deviceId: null, ip };
      await this.tell(tx, 'payments.agent_enrolled', enrolled.venueId, enrolled.id, actor, { version, hostname });
      return enrolled;
    });
    return { agent, key };
  }

  /** A new key beside the present one, which lives until the new one is used for the first time. */
  async rotateKey(agent: AgentPrincipal): Promise<string> {
    const key = this.keys.newKey();
    await this.transactions.run(async (tx) => {
      await this.agents.beginRotation(tx, agent.id, this.keys.hashOf(key));
      const actor = { employeeId: null, employeeName: null, deviceId: null, ip: agent.ip };
      await this.tell(tx, 'payments.agent_key_rotated', agent.venueId, agent.id, actor, {});
    });
    return key;
  }

  beat(agent: AgentPrincipal, beat: Heartbeat): Promise<void> {
    return this.agents.beat(agent.id, beat, this.clock.now());
  }

  /**
   * Orders something that is no sale from the terminal: a test, the day's close, a reprint. Before a close the terminal is
   * asked for its list and its totals, which are gone afterwards, so that they are compared with the books.
   * @returns the id of what was ordered
   * @throws DomainError `agent.not_found`
   */
  order(
    actor: Actor,
    agentId: string,
    ask: { kind: Exclude<OperationKind, 'sale' | 'refund' | 'return'>; operationNumber?: number | undefined },
  ): Promise<string> {
    return this.transactions.run(async (tx) => {
      const now = this.clock.now();
      const agent = await this.agents.find(tx, actor.venueId, agentId);
      const { kind, operationNumber } = ask;
      const order = { venueId: actor.venueId, agentId: agent.id, orderedBy: actor.employeeId };
      const first = kind === 'close' ? BEFORE_CLOSE : [];
      for (const [index, question] of first.entries()) {
        await this.operations.add(tx, { id: newId(now.getTime() + index), ...order, kind: question }, now);
      }
      // Operations are done in the order of their ids, which is that of the milliseconds in them.
      const id = newId(now.getTime() + first.length);
      const number = operationNumber === undefined ? {} : { operationNumber };
      await this.operations.add(tx, { id, ...order, kind, ...number, printOnPos: kind === 'close' }, now);
      await this.tell(tx, 'payments.operation_ordered', actor.venueId, id, actorRef(actor), {
        kind,
        agent: agent.name,
      });
      await this.signal.wake(tx, agent.id);
      return id;
    });
  }

  private tell(
    tx: Transaction,
    type: string,
    venueId: string,
    subjectId: string,
    actor: ActorRef,
    data: Record<string, unknown>,
  ): Promise<void> {
    const { employeeId, employeeName, deviceId, ip } = actor;
    const by = { employeeId, employeeName, deviceId, ip };
    return this.journal.write(tx, [
      domainEvent({ type, venueId, subjectId, actor: by, data, occurredAt: this.clock.now() }),
    ]);
  }
}
