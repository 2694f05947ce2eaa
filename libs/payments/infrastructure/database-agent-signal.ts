import { Injectable } from '@nestjs/common';
import { Transaction } from '@libs/kernel';
import { DatabaseListener, sql, sqlOf } from '@libs/platform';
import { AgentBell, AgentSignal } from '../application';

const CHANNEL = 'noche_agent';
const NOTIFY = sql('payments.wake_agent', `SELECT pg_notify('${CHANNEL}', $1)`);
/** While nothing can be heard, a waiting agent looks for itself, ms. */
const DEAF_MS = 1_000;
/** For how long an agent that has nothing to do need not look, ms: a dead connection may not be noticed at once. */
const TRUST_MS = 120_000;

/** {@link AgentSignal} by NOTIFY, heard at every instance; the own one does not wait for the way around. */
@Injectable()
export class DatabaseAgentSignal extends AgentSignal {
  private readonly waiting = new Map<string, Set<Bell>>();
  /** Agents that have nothing to do, and until when that is believed, by `performance.now()`. */
  private readonly idle = new Map<string, number>();

  constructor(private readonly listener: DatabaseListener) {
    super();
    listener.on(CHANNEL, (agentId) => this.ring(agentId));
    listener.onGap(() => {
      this.idle.clear();
      for (const agentId of this.waiting.keys()) this.ring(agentId);
    });
  }

  async wake(tx: Transaction, agentId: string): Promise<void> {
    sqlOf(tx).afterCommit(() => this.ring(agentId));
    await sqlOf(tx).rows(NOTIFY, [agentId]);
  }

  listen(agentId: string): AgentBell {
    const bell = new Bell(agentId, this.idle, this.listener, () => {
      const bells = this.waiting.get(agentId);
      bells?.delete(bell);
      if (bells?.size === 0) this.waiting.delete(agentId);
    });
    this.waiting.set(agentId, (this.waiting.get(agentId) ?? new Set()).add(bell));
    return bell;
  }

  private ring(agentId: string): void {
    this.idle.delete(agentId);
    for (const bell of this.waiting.get(agentId) ?? []) bell.ring();
  }
}

class Bell implements AgentBell {
  private wasCalled = false;
  private wake: () => void = () => undefined;

  constructor(
    private readonly agentId: string,
    private readonly idle: Map<string, number>,
    private readonly listener: DatabaseListener,
    readonly stop: () => void,
  ) {}

  get mayHaveWork(): boolean {
    return !this.listener.isListening || (this.idle.get(this.agentId) ?? 0) <= performance.now();
  }

  allIsOver(): void {
    if (this.listener.isListening && !this.wasCalled) this.idle.set(this.agentId, performance.now() + TRUST_MS);
  }

  ring(): void {
    this.wasCalled = true;
    this.wake();
  }

  async wait(ms: number, ended: Promise<unknown>): Promise<boolean> {
    const isDeaf = !this.listener.isListening;
    if (!this.wasCalled) {
      let timer: NodeJS.Timeout | undefined;
      const called = new Promise<void>((resolve) => {
        this.wake = resolve;
        timer = setTimeout(resolve, isDeaf ? Math.min(ms, DEAF_MS) : ms);
      });
      await Promise.race([called, ended]);
      clearTimeout(timer);
    }
    const { wasCalled } = this;
    this.wasCalled = false;
    return wasCalled || isDeaf;
  }
}
