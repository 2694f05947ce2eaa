import { pause } from '../src/api/retry';
import { AgentApi, ApiError, type Heartbeat, type Operation, type Report } from '../src/api/agent-api';

type State = 'queued' | 'claimed' | 'sent' | 'done';

interface Kept {
  operation: Omit<Operation, 'fence' | 'recover' | 'cancelRequested'>;
  fence: number;
  state: State;
  cancelRequested: boolean;
  claimedAt: number;
  /** Every report, in the order in which they came, and whether it counted. */
  reports: { report: Report; accepted: boolean }[];
  progress: { code?: number; text?: string }[];
}

/**
 * The Agent API as the contract has it: operations queued → claimed (30 s to say sent) → sent → done, fences that grow
 * with each claim, reports that are always kept.
 */
export class FakeAgentApi extends AgentApi {
  readonly kept = new Map<string, Kept>();
  readonly beats: Heartbeat[] = [];
  leaseMs = 30_000;
  /** A claim with nothing to do is answered after so long; short, so that a queued sale is seen soon. */
  idleMs = 5_000;
  /** Thrown instead of an answer: the key is revoked, the network is gone. */
  failure: ((call: string) => ApiError | undefined) | undefined;
  /** The request arrives and its answer is lost. */
  loseAnswer: ((call: string) => boolean) | undefined;

  queue(operation: Partial<Operation> & { id: string }): Kept {
    const full = {
      kind: 'sale' as const,
      amount: 12_000,
      ticketNumber: operation.id,
      employeeNumber: 7,
      printOnPos: false,
      operationNumber: null,
      authorizationCode: null,
      ...operation,
    };
    const kept: Kept = {
      operation: full,
      fence: 0,
      state: 'queued',
      cancelRequested: operation.cancelRequested ?? false,
      claimedAt: 0,
      reports: [],
      progress: [],
    };
    this.kept.set(operation.id, kept);
    return kept;
  }

  get(id: string): Kept {
    const kept = this.kept.get(id);
    if (!kept) throw new ApiError('refused', 'unknown operation', 'operation.unknown');
    return kept;
  }

  /** The report that counts. */
  final(id: string): Report | undefined {
    return this.get(id).reports.find(({ accepted }) => accepted)?.report;
  }

  lastReport(id: string): Report | undefined {
    return this.get(id).reports.at(-1)?.report;
  }

  get allDone(): boolean {
    return [...this.kept.values()].every(({ state }) => state === 'done');
  }

  async heartbeat(beat: Heartbeat): Promise<number> {
    return this.answer('heartbeat', () => {
      this.beats.push(beat);
      return 15;
    });
  }

  async claim(_waitSeconds: number, signal: AbortSignal): Promise<Operation | null> {
    const found = await this.answer('claim', () => this.handOut());
    if (!found) await pause(this.idleMs, signal);
    return found;
  }

  async sent(id: string, fence: number): Promise<void> {
    return this.answer('sent', () => {
      const kept = this.get(id);
      if (kept.fence !== fence) throw new ApiError('refused', 'stale', 'operation.stale_fence');
      if (kept.state === 'done') throw new ApiError('refused', 'final', 'operation.final');
      if (kept.state === 'claimed' && Date.now() > kept.claimedAt + this.leaseMs) {
        throw new ApiError('refused', 'stale', 'operation.stale_fence');
      }
      if (kept.cancelRequested && kept.state !== 'sent') {
        kept.state = 'done';
        throw new ApiError('refused', 'cancelled', 'operation.cancelled');
      }
      kept.state = 'sent';
    });
  }

  async progress(id: string, fence: number, message?: { code: number; text: string }): Promise<boolean> {
    return this.answer('progress', () => {
      const kept = this.get(id);
      if (kept.fence !== fence) throw new ApiError('refused', 'stale', 'operation.stale_fence');
      kept.progress.push(message ?? {});
      return kept.cancelRequested;
    });
  }

  async result(id: string, report: Report): Promise<boolean> {
    return this.answer('result', () => {
      const kept = this.get(id);
      const accepted = kept.state !== 'done' && kept.fence === report.fence;
      kept.reports.push({ report, accepted });
      if (accepted) kept.state = 'done';
      return accepted;
    });
  }

  private handOut(): Operation | null {
    const all = [...this.kept.values()];
    const sent = all.find(({ state }) => state === 'sent');
    const lapsed = all.find(({ state, claimedAt }) => state === 'claimed' && Date.now() > claimedAt + this.leaseMs);
    const next = sent ?? lapsed ?? all.find(({ state }) => state === 'queued');
    if (!next) return null;
    next.fence += 1;
    if (next.state !== 'sent') next.state = 'claimed';
    next.claimedAt = Date.now();
    return { ...next.operation, fence: next.fence, recover: next === sent, cancelRequested: next.cancelRequested };
  }

  private async answer<T>(call: string, act: () => T): Promise<T> {
    await Promise.resolve();
    const failure = this.failure?.(call);
    if (failure) throw failure;
    const lost = this.loseAnswer?.(call) ?? false;
    const value = act();
    if (lost) throw new ApiError('unavailable', 'the answer was lost');
    return value;
  }
}
