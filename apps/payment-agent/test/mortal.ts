import { appendFileSync } from 'node:fs';
import { AgentApi, ApiError, type Heartbeat, type Operation, type Report } from '../src/api/agent-api';
import { FileJournal } from '../src/journal/journal';
import { encodeRecord, type JournalRecord } from '../src/journal/records';
import { Transport, type TransportEvents } from '../src/terminal/transport';
import type { FakeAgentApi } from './fake-agent-api';

/** Thrown through the agent at the moment of its death. */
export class Death extends Error {}

export type Manner = 'before' | 'after' | 'torn';

/** A power cut at one of the agent's steps toward the outside: journal, terminal, API. Afterwards nothing it does counts. */
export class Mortality {
  readonly death: Promise<void>;
  private announce: () => void = () => undefined;
  private isDead = false;
  /** Steps so far, in words. */
  readonly steps: string[] = [];

  constructor(
    private readonly dieAt = Number.POSITIVE_INFINITY,
    readonly manner: Manner = 'before',
  ) {
    this.death = new Promise((resolve) => (this.announce = resolve));
  }

  get dead(): boolean {
    return this.isDead;
  }

  die(): void {
    this.isDead = true;
    this.announce();
  }

  /** @returns true when this is the step at which it dies */
  step(what: string): boolean {
    if (this.dead) return false;
    this.steps.push(what);
    return this.steps.length === this.dieAt;
  }
}

const never = () => new Promise<never>(() => undefined);

export class MortalJournal extends FileJournal {
  constructor(
    private readonly place: string,
    private readonly mortality: Mortality,
  ) {
    super(place);
  }

  override append(record: JournalRecord): void {
    const { mortality } = this;
    if (mortality.dead) throw new Death();
    if (!mortality.step(`journal ${record.state}`)) return super.append(record);
    if (mortality.manner === 'after') super.append(record);
    if (mortality.manner === 'torn') {
      const line = encodeRecord(record);
      appendFileSync(this.place, line.slice(0, line.length / 2));
    }
    mortality.die();
    throw new Death();
  }
}

export class MortalTransport extends Transport {
  constructor(
    private readonly inner: Transport,
    private readonly mortality: Mortality,
  ) {
    super();
  }

  async open(events: TransportEvents): Promise<void> {
    const { mortality } = this;
    if (mortality.dead) return never();
    await this.inner.open({
      data: (chunk) => void (mortality.dead || events.data(chunk)),
      closed: (why) => void (mortality.dead || events.closed(why)),
    });
  }

  async write(text: string): Promise<void> {
    const { mortality } = this;
    if (mortality.dead) return never();
    if (!mortality.step(`terminal ${nameOf(text)}`)) return this.inner.write(text);
    mortality.die();
    if (mortality.manner === 'after') await this.inner.write(text);
    if (mortality.manner === 'torn') await this.inner.write(text.slice(0, text.length / 2));
    setImmediate(() => setImmediate(() => void this.inner.close()));
    return never();
  }

  async close(): Promise<void> {
    if (!this.mortality.dead) await this.inner.close();
  }
}

export class MortalApi extends AgentApi {
  constructor(
    private readonly inner: FakeAgentApi,
    private readonly mortality: Mortality,
  ) {
    super();
  }

  heartbeat(beat: Heartbeat): Promise<number> {
    return this.pass('heartbeat', () => this.inner.heartbeat(beat));
  }

  claim(waitSeconds: number, signal: AbortSignal): Promise<Operation | null> {
    return this.pass('claim', () => this.inner.claim(waitSeconds, signal));
  }

  sent(id: string, fence: number): Promise<void> {
    return this.pass('sent', () => this.inner.sent(id, fence));
  }

  progress(id: string, fence: number, message?: { code: number; text: string }): Promise<boolean> {
    return this.pass('progress', () => this.inner.progress(id, fence, message));
  }

  result(id: string, report: Report): Promise<boolean> {
    return this.pass('result', () => this.inner.result(id, report));
  }

  private async pass<T>(call: string, act: () => Promise<T>): Promise<T> {
    const { mortality } = this;
    if (mortality.dead) return never();
    if (mortality.step(`api ${call}`)) {
      mortality.die();
      if (mortality.manner !== 'before') await act().catch((error: unknown) => void (error as ApiError));
      return never();
    }
    const value = await act();
    return mortality.dead ? never() : value;
  }
}

/** `100` for a sale, `ack` for an acknowledgement. */
function nameOf(text: string): string {
  return /Command\\":(\d+)/.exec(text)?.[1] ?? 'ack';
}
