import { ApiError, type AgentApi } from '../api/agent-api';
import { Backoff, pause, type Pauses } from '../api/retry';
import type { JournalRecord } from '../journal/records';
import type { Log } from '../setup/log';
import type { Book } from './book';

/** Hands results to the API until it has taken them. */
export class Reporter {
  constructor(
    private readonly api: AgentApi,
    private readonly book: Book,
    private readonly log: Log,
    private readonly pauses: Pauses,
  ) {}

  /** Returns when the API answered 200, or early when told to stop: the journal then still holds the result. */
  async deliver(record: JournalRecord, stop: AbortSignal): Promise<void> {
    const { id, fence, conclusion } = record;
    if (!conclusion) return;
    const { outcome, source, response, why } = conclusion;
    this.log.info('operation.concluded', { operation: id, outcome, source, why });
    const backoff = new Backoff(this.pauses);
    do {
      try {
        const accepted = await this.api.result(id, { fence, outcome, source, response, receivedAt: record.at });
        this.book.note(record, 'reported', conclusion);
        this.log.info('operation.reported', { operation: id, accepted });
        return;
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        const wait = backoff.failed(error);
        const event = error.kind === 'unauthorised' ? 'api.key_refused' : 'api.result_not_taken';
        this.log.warn(event, { operation: id, why: error.message, next_try_ms: Math.round(wait) });
        await pause(wait, stop);
      }
    } while (!stop.aborted);
  }
}
