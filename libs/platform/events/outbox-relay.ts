import { setTimeout as delay } from 'node:timers/promises';
import { Injectable, OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { ActorRef, DomainEvent, Transactions } from '@libs/kernel';
import { isUnavailable } from '../database/pg-errors';
import { sql } from '../database/sql';
import { sqlOf } from '../database/sql-transaction';
import { Log } from '../logging';
import { EventSubscribers } from './event-subscribers';
import { OutboxSignal } from './outbox-signal';

const BATCH = 500;
/** How long an event of another instance may wait, in ms. */
const LOOK_EVERY_MS = 200;
const AFTER_FAILURE_MS = 1_000;
/** Events that follow each other this closely go together, in ms: a batch costs the database as much as a single one. */
const GATHER_MS = 50;

/** One instance at a time; the others find the lock taken and wait. */
const LEAD = sql('platform.lead_relay', `SELECT pg_try_advisory_xact_lock(hashtext('noche.relay')) AS leads`);
const TAKE = sql(
  'platform.take_outbox',
  `DELETE FROM platform.outbox WHERE id IN (SELECT id FROM platform.outbox ORDER BY id LIMIT ${BATCH})
   RETURNING id, type, venue_id, night_id, subject_id, register_session_id, actor, data, occurred_at`,
);

interface OutboxRow {
  id: string;
  type: string;
  venue_id: string;
  night_id: string | null;
  subject_id: string;
  register_session_id: string | null;
  actor: ActorRef;
  data: Record<string, unknown>;
  occurred_at: Date;
}

/**
 * Hands committed events to the subscribers, at least once: rows leave the outbox in the transaction in which the
 * subscribers wrote, and only when all of them have succeeded.
 */
@Injectable()
export class OutboxRelay implements OnApplicationBootstrap, OnApplicationShutdown {
  private running = false;
  private loop: Promise<void> = Promise.resolve();

  constructor(
    private readonly transactions: Transactions,
    private readonly subscribers: EventSubscribers,
    private readonly signal: OutboxSignal,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.running = true;
    this.loop = this.work();
  }

  async onApplicationShutdown(): Promise<void> {
    this.running = false;
    this.signal.notify();
    await this.loop;
  }

  private async work(): Promise<void> {
    while (this.running) {
      let pause = LOOK_EVERY_MS;
      try {
        if ((await this.drain()) === BATCH) pause = 0;
      } catch (error) {
        if (!isUnavailable(error)) this.log.error({ err: error }, 'the relay could not hand on events; it tries again');
        pause = AFTER_FAILURE_MS;
      }
      if (pause === 0) continue;
      await this.signal.next(pause);
      await delay(GATHER_MS);
    }
  }

  /** Hands on one batch; answers its size. */
  async drain(): Promise<number> {
    return this.transactions.run(async (tx) => {
      const [lead] = await sqlOf(tx).rows<{ leads: boolean }>(LEAD);
      if (!lead?.leads) return 0;
      const rows = await sqlOf(tx).rows<OutboxRow>(TAKE);
      if (rows.length === 0) return 0;
      const events = rows.map(toEvent).sort((a, b) => (a.id < b.id ? -1 : 1));
      for (const subscriber of this.subscribers.all()) await subscriber.handle(events, tx);
      return rows.length;
    });
  }
}

function toEvent(row: OutboxRow): DomainEvent {
  return {
    id: row.id,
    type: row.type,
    venueId: row.venue_id,
    nightId: row.night_id,
    subjectId: row.subject_id,
    registerSessionId: row.register_session_id,
    actor: row.actor,
    data: row.data,
    occurredAt: row.occurred_at,
  };
}
