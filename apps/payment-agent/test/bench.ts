import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TerminalSimulator, type SimulatorOptions } from '../../../tools/terminal/terminal-simulator';
import { PaymentAgent, type AgentOptions, type AgentParts } from '../src/agent/agent';
import { Commands, type DateFormat } from '../src/getnet/commands';
import { FileJournal } from '../src/journal/journal';
import { createLog } from '../src/setup/log';
import { TerminalSession, type SessionOptions } from '../src/terminal/session';
import type { Transport } from '../src/terminal/transport';
import { FakeAgentApi } from './fake-agent-api';
import { SimulatorTransport } from './simulator-transport';

/** The product's own times; the tests run on a clock that jumps from one timer to the next. */
export const OPTIONS: AgentOptions = {
  saleType: 1,
  tipInAmount: false,
  keepAliveSeconds: 2,
  leaseSeconds: 28,
  pauses: { firstMs: 1_000, longestMs: 8_000, unauthorisedFirstMs: 15_000, unauthorisedLongestMs: 60_000 },
  recoverySeconds: 240,
  roundSeconds: 5,
  claimWaitSeconds: 25,
  idlePollSeconds: 60,
  secondMs: 1_000,
};

/** Runs on until something is true, jumping over all waiting. @throws Error when it never becomes true */
export async function until(isTrue: () => boolean, simulatedSeconds = 3_600): Promise<void> {
  const end = Date.now() + simulatedSeconds * 1_000;
  while (!isTrue()) {
    await settled();
    if (isTrue()) return;
    if (Date.now() > end) throw new Error('it did not happen');
    jest.advanceTimersToNextTimer();
  }
}

/** Lets everything happen that needs no time. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 8; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

export function useJumpingClock(): void {
  jest.useFakeTimers({
    doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'],
    now: new Date('2026-03-01T22:15:30Z'),
  });
}

interface Start {
  readonly newTransport?: () => Transport;
  readonly dateFormat?: DateFormat;
  readonly lineEnd?: string;
  readonly limits?: Partial<SessionOptions>;
}

export interface Life {
  readonly agent: PaymentAgent;
  readonly session: TerminalSession;
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

/** A terminal, an API and a journal on disk, between which agents live and die. */
export class Bench {
  readonly folder = mkdtempSync(join(tmpdir(), 'noche-agent-'));
  readonly api = new FakeAgentApi();
  readonly terminal: TerminalSimulator;
  readonly lines: string[] = [];
  private readonly lives: Life[] = [];

  constructor(options: SimulatorOptions = {}) {
    const timing = { card: 2_000, confirm: 500, pin: 2_000, host: 2_000, pinLimit: 180_000 };
    this.terminal = new TerminalSimulator({ timing, ...options });
  }

  get journalFile(): string {
    return join(this.folder, 'agent.journal');
  }

  start(parts: Partial<AgentParts> & Start = {}, options: Partial<AgentOptions> = {}): Life {
    const now = () => new Date();
    const log = createLog((line) => this.lines.push(line), now);
    const newTransport = parts.newTransport ?? (() => new SimulatorTransport(this.terminal));
    const limits = {
      lineEnd: parts.lineEnd ?? '',
      minGapMs: 300,
      ackMs: 3_000,
      damagedGraceMs: 5_000,
      ...parts.limits,
    };
    const session = new TerminalSession(newTransport, limits, log);
    const commands = new Commands(parts.dateFormat ?? 'iso_local', now);
    const journal = parts.journal ?? new FileJournal(this.journalFile, now);
    const all = { api: this.api, session, commands, journal, log, now, ...parts };
    const agent = new PaymentAgent(all, { ...OPTIONS, ...options });
    const stop = new AbortController();
    const ended = agent.run(stop.signal, stop.signal);
    const life: Life = {
      agent,
      session,
      ended,
      stop: async () => {
        stop.abort();
        let over = false;
        void ended.finally(() => (over = true)).catch(() => undefined);
        // Tests on the jumping clock must be moved on; on the real one the agent ends by itself.
        if (jest.isMockFunction(setTimeout) || 'clock' in setTimeout) await until(() => over);
        await ended;
        journal.close();
      },
    };
    this.lives.push(life);
    return life;
  }

  get salesSent(): number {
    return this.terminal.commands.filter(({ Command }) => Command === 100).length;
  }

  clean(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
