import { ApiError, type AgentApi, type TerminalStatus } from '../api/agent-api';
import { Backoff, pause } from '../api/retry';
import type { Log } from '../setup/log';
import type { TerminalSession } from '../terminal/session';
import type { PaymentAgent } from './agent';

/** Tells the API now and then that the agent lives and what it knows about its terminal. */
export class Heartbeats {
  constructor(
    private readonly api: AgentApi,
    private readonly agent: PaymentAgent,
    private readonly session: TerminalSession,
    private readonly log: Log,
    private readonly version: string,
  ) {}

  async run(stop: AbortSignal): Promise<void> {
    const backoff = new Backoff();
    let lastProblem: string | undefined;
    while (!stop.aborted) {
      try {
        const { queueLength } = this.agent;
        const seconds = await this.api.heartbeat({ version: this.version, queueLength, terminal: this.terminal() });
        if (lastProblem !== undefined) this.log.info('api.answers_again');
        lastProblem = undefined;
        backoff.succeeded();
        await pause(Math.max(1, seconds) * 1_000, stop);
      } catch (error) {
        const problem =
          error instanceof ApiError && error.kind === 'unauthorised' ? 'api.key_refused' : 'api.unreachable';
        if (problem !== lastProblem) this.log.error(problem, { why: String(error) });
        lastProblem = problem;
        await pause(backoff.failed(error), stop);
      }
    }
  }

  private terminal(): TerminalStatus {
    const { isBusy, terminalAnswers, terminalId } = this.agent;
    if (isBusy) return { state: 'busy', terminalId };
    if (terminalAnswers === undefined) return { state: 'unknown', terminalId };
    return { state: terminalAnswers && this.session.isConnected ? 'ready' : 'unreachable', terminalId };
  }
}
