import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { domainEvent, newId, Once } from '@libs/kernel';
import { AppConfig } from '../config';
import { EventSubscribers } from '../events/event-subscribers';
import { writeOutbox } from '../events/outbox';
import { OutboxRelay } from '../events/outbox-relay';
import { OutboxSignal } from '../events/outbox-signal';
import { Log } from '../logging';
import { useTestDatabase } from '../testing';
import { Database } from './database';
import { sql } from './sql';
import { sqlOf } from './sql-transaction';
import { SqlTransactions } from './transactions';

const ADD = sql('test.add', 'INSERT INTO platform.deeds (what) VALUES ($1)');
const FAIL = sql('test.fail', 'SELECT 1 / 0');

describe('a transaction', () => {
  const given = useTestDatabase();
  let database: Database;
  let transactions: SqlTransactions;

  beforeAll(async () => {
    const config = {
      databaseUrl: given.appUrl,
      databasePool: 10,
      dataKey: randomBytes(32),
    } as Partial<AppConfig> as AppConfig;
    await given.owner.query('CREATE TABLE platform.deeds (what text NOT NULL)');
    await given.owner.query(`GRANT ALL ON platform.deeds TO "${new URL(given.appUrl).username}"`);
    database = await Database.connect(config, [], () => undefined);
    transactions = new SqlTransactions(database, config, new OutboxSignal());
  });

  beforeEach(async () => {
    await given.owner.query('TRUNCATE platform.deeds, platform.outbox, platform.idempotency_keys');
  });

  afterAll(() => database.onApplicationShutdown());

  const deeds = async (): Promise<number> =>
    (await given.owner.query<{ n: number }>('SELECT count(*)::int AS n FROM platform.deeds')).rows[0]?.n ?? -1;

  const once = (key: string, fingerprint = 'same body'): Once => ({
    callerId: 'cashier',
    key,
    fingerprint,
    replayed: false,
  });

  const act = (claim: Once): Promise<{ done: string }> =>
    transactions.once(claim, async (tx) => {
      await sqlOf(tx).rows(ADD, ['sale']);
      return { done: newId() };
    });

  it('keeps nothing of work that fails, and the connection goes on serving', async () => {
    const failing = transactions.run(async (tx) => {
      await sqlOf(tx).rows(ADD, ['sale']);
      await sqlOf(tx).rows(FAIL);
    });
    await expect(failing).rejects.toThrow('division by zero');
    await expect(deeds()).resolves.toBe(0);
    await act(once('k'));
    await expect(deeds()).resolves.toBe(1);
  });

  it('answers a repeated key with what was done, and says so', async () => {
    const first = await act(once('k'));
    const again = once('k');
    await expect(act(again)).resolves.toEqual(first);
    expect(again.replayed).toBe(true);
    await expect(deeds()).resolves.toBe(1);
  });

  it('refuses a key that was used for something else', async () => {
    await act(once('k'));
    await expect(act(once('k', 'other body'))).rejects.toMatchObject({ code: 'idempotency.key_reused' });
  });

  it('lets two callers use the same key each for their own', async () => {
    await act(once('k'));
    await act({ ...once('k'), callerId: 'another cashier' });
    await expect(deeds()).resolves.toBe(2);
  });

  it('burns no key for work that fails', async () => {
    const failing = transactions.once(once('k'), () => Promise.reject(new Error('refused')));
    await expect(failing).rejects.toThrow('refused');
    await act(once('k'));
    await expect(deeds()).resolves.toBe(1);
  });

  // Naive code (look for the key, then work, then insert it) does the deed up to eight times.
  it('does the deed once for eight requests at the same moment, whatever each of them is answered', async () => {
    for (let round = 0; round < 10; round += 1) {
      await given.owner.query('TRUNCATE platform.deeds');
      const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => act(once(`round ${round}`))));
      const answers = outcomes.filter((o) => o.status === 'fulfilled').map((o) => o.value.done);
      const refusals = outcomes.filter((o) => o.status === 'rejected').map((o) => (o.reason as { code: string }).code);
      expect(new Set(answers).size).toBe(1);
      expect(refusals.every((code) => code === 'idempotency.in_progress')).toBe(true);
      await expect(deeds()).resolves.toBe(1);
    }
  });

  it('stores no plain hash of the body, which could be guessed back to a PIN', async () => {
    await act(once('k', 'hash of a body with a PIN'));
    const { rows } = await given.owner.query('SELECT fingerprint FROM platform.idempotency_keys');
    expect(rows).toHaveLength(1);
    expect(rows[0]).not.toEqual({ fingerprint: 'hash of a body with a PIN' });
  });

  it('stores the answer so that the database alone does not give it away', async () => {
    await transactions.once(once('k'), () => Promise.resolve({ qr: 'VERY-SECRET-TOKEN' }));
    const { rows } = await given.owner.query<{ answer: Buffer }>('SELECT answer FROM platform.idempotency_keys');
    expect(rows[0]?.answer.toString('latin1')).not.toContain('VERY-SECRET');
  });

  describe('with events', () => {
    const event = () =>
      domainEvent({
        type: 'test.happened',
        venueId: newId(),
        subjectId: newId(),
        actor: { employeeId: null, employeeName: null, deviceId: null, ip: null },
        data: { n: 1 },
        occurredAt: new Date(),
      });

    const relayTo = (heard: string[], fail: () => boolean = () => false): OutboxRelay => {
      const subscribers = new EventSubscribers();
      subscribers.add({
        name: 'test',
        handle: (events) => {
          if (fail()) return Promise.reject(new Error('not now'));
          heard.push(...events.map((e) => e.id));
          return Promise.resolve();
        },
      });
      return new OutboxRelay(transactions, subscribers, new OutboxSignal(), new Log('silent'));
    };

    it('tells nobody of a transaction that rolled back', async () => {
      const heard: string[] = [];
      await transactions
        .run(async (tx) => {
          await writeOutbox(tx, [event()]);
          throw new Error('no');
        })
        .catch(() => undefined);
      await relayTo(heard).drain();
      expect(heard).toEqual([]);
    });

    it('keeps an event until its subscribers have succeeded', async () => {
      const heard: string[] = [];
      const happened = event();
      await transactions.run((tx) => writeOutbox(tx, [happened]));
      let failures = 1;
      const relay = relayTo(heard, () => failures-- > 0);
      await expect(relay.drain()).rejects.toThrow('not now');
      await relay.drain();
      await relay.drain();
      expect(heard).toEqual([happened.id]);
    });

    it('hands every event on once when two instances relay at the same time', async () => {
      const heard: string[] = [];
      const events = Array.from({ length: 40 }, event);
      const relays = [relayTo(heard), relayTo(heard)];
      await Promise.all([
        ...events.map((e) => transactions.run((tx) => writeOutbox(tx, [e]))),
        ...relays.map(async (relay) => {
          for (let i = 0; i < 20; i += 1) {
            await relay.drain();
            await delay(5);
          }
        }),
      ]);
      await relays[0]?.drain();
      expect([...heard].sort()).toEqual(events.map((e) => e.id).sort());
    });
  });
});
