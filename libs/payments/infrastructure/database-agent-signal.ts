import { Injectable } from '@nestjs/common';
import { Transaction } from '@libs/kernel';
import { DatabaseListener, sql, sqlOf } from '@libs/platform';
import { AgentSignal } from '../application';

const CHANNEL = 'noche_agent';
const NOTIFY = sql('payments.wake_agent', `SELECT pg_notify('${CHANNEL}', $1)`);
/** While nothing can be heard, a waiting agent looks for itself, ms. */
const DEAF_MS = 1_000;

/** {@link AgentSignal} by NOTIFY, heard at every instance; the own one does not wait for the way around. */
@Injectable()
export class DatabaseAgentSignal extends AgentSignal {
  private readonly waiting = new Map<string, Set<() => void>>();

  constructor(private readonly listener: DatabaseListener) {
    super();
    listener.on(CHANNEL, (agentId) => this.ring(agentId));
    listener.onGap(() => {
      for (const agentId of this.waiting.keys()) this.ring(agentId);
    });
  }

  async wake(tx: Transaction, agentId: string): Promise<void> {
    sqlOf(tx).afterCommit(() => this.ring(agentId));
    await sqlOf(tx).rows(NOTIFY, [agentId]);
  }

  async wait(agentId: string, ms: number, ended: Promise<unknown>): Promise<void> {
    const patience = this.listener.isListening ? ms : Math.min(ms, DEAF_MS);
    let ring: () => void = () => undefined;
    const rung = new Promise<void>((resolve) => (ring = resolve));
    const timer = setTimeout(ring, patience);
    const bells = this.waiting.get(agentId) ?? new Set();
    this.waiting.set(agentId, bells.add(ring));
    await Promise.race([rung, ended]);
    clearTimeout(timer);
    bells.delete(ring);
    if (bells.size === 0) this.waiting.delete(agentId);
  }

  private ring(agentId: string): void {
    for (const ring of this.waiting.get(agentId) ?? []) ring();
  }
}
