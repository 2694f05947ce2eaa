import { setTimeout as delay } from 'node:timers/promises';
import { Database, DatabaseListener } from '@libs/platform';
import { OperationRepository } from '@libs/payments/application';
import { createApp, RunningApp } from '../src/app';
import { AgentPlayed, CardTill } from './support/card-till';
import { useTestApp } from './support/test-app';
import { Club } from './support/till';

describe('a payment agent whose requests go to two instances', () => {
  // Hooks run in this order: the second instance goes before its database does.
  afterAll(() => second.close());

  const app = useTestApp();
  let second: RunningApp;
  let secondUrl: string;
  let club: Club;
  let till: CardTill;
  /** The agent at the second instance; its till is at the first. */
  let agent: AgentPlayed;

  beforeAll(async () => {
    second = await createApp({ ...app.current.config, databasePool: 4 });
    secondUrl = `http://127.0.0.1:${await second.listen(0)}`;
  });

  beforeEach(async () => {
    club = await Club.open(app.current);
    till = await CardTill.open(club);
    agent = till.agent.at(secondUrl);
  });

  afterEach(() => jest.restoreAllMocks());

  const heard = () => second.nest.get(DatabaseListener).caughtUp();
  const looks = () => jest.spyOn(second.nest.get(OperationRepository), 'claim');
  const status = async ({ http, key }: AgentPlayed) =>
    (await http.post('/agent/operations/claim', { wait_seconds: 0 }, { headers: { authorization: `Bearer ${key}` } }))
      .status;

  it('is looked up once, not at every request', async () => {
    const statements = jest.spyOn(second.nest.get(Database), 'rows');
    for (let n = 0; n < 3; n += 1) expect(await status(agent)).toBe(200);
    expect(statements.mock.calls.filter(([{ name }]) => name === 'payments.agent_by_key')).toHaveLength(1);
  });

  it('is out at both when it was revoked at one', async () => {
    expect([await status(till.agent), await status(agent)]).toEqual([200, 200]);
    const admin = await club.make.loggedIn(club.venue, ['admin'], 'admin');
    await admin.delete(`/payment-agents/${agent.id}`);
    expect(await status(till.agent)).toBe(401);
    await heard();
    expect(await status(agent)).toBe(401);
  });

  it('has two keys while it changes them, and the first use of the new one ends the old one at both', async () => {
    expect([await status(till.agent), await status(agent)]).toEqual([200, 200]);
    const { body } = await till.agent.post<{ key: string }>('/key/rotate');
    await heard();
    expect([await status(till.agent), await status(agent)]).toEqual([200, 200]);
    expect(await status(till.agent.at(app.current.url, body.key))).toBe(200);
    expect(await status(till.agent)).toBe(401);
    await heard();
    expect([await status(agent), await status(agent.at(secondUrl, body.key))]).toEqual([401, 200]);
  });

  it('hears the new name of its register', async () => {
    const beat = () =>
      agent.post<{ register: { name: string } }>('/heartbeat', {
        ...{ version: '1.0.0', queue_length: 0, terminal: { state: 'ready' } },
      });
    await beat();
    await club.make.run(`UPDATE sales.registers SET name = 'Barra sur' WHERE id = $1`, [till.session.registerId]);
    await heard();
    expect((await beat()).body.register.name).toBe('Barra sur');
  });

  it('does not look for work while it has none and nobody calls', async () => {
    const claims = looks();
    for (let n = 0; n < 3; n += 1) expect(await agent.claim()).toBeNull();
    expect(claims).toHaveBeenCalledTimes(1);
  });

  it('gets what was ordered elsewhere while it waited without having looked', async () => {
    await agent.claim();
    const waiting = agent.claim(20);
    await till.begin(till.cardSale());
    expect(await waiting).toMatchObject({ kind: 'sale' });
  });

  it('gets what was ordered elsewhere between two of its requests', async () => {
    await agent.claim();
    await till.begin(till.cardSale());
    await heard();
    expect(await agent.claim()).toMatchObject({ kind: 'sale' });
  });

  it('gets what was ordered after it had looked and before it had been told that there is nothing', async () => {
    const operations = second.nest.get(OperationRepository);
    const claim = operations.claim.bind(operations);
    looks().mockImplementationOnce(async (agentId, now) => {
      const nothing = await claim(agentId, now);
      await till.begin(till.cardSale());
      await heard();
      return nothing;
    });
    expect(await agent.claim(20)).toMatchObject({ kind: 'sale' });
  });

  it('gets what another process of it has claimed and never sent, once that claim has run out', async () => {
    await agent.claim();
    const asked = till.cardSale();
    await till.begin(asked);
    await heard();
    const lost = await agent.claimed();
    expect(await agent.claim()).toBeNull();
    await till.later(asked.intentId, '1 minute');
    expect(await agent.claim()).toMatchObject({ id: lost.id, recover: false });
  });

  it('gets what was ordered while that instance could hear nothing', async () => {
    await agent.claim();
    await app.current.database.owner.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND (query LIKE 'LISTEN "noche%' OR query = 'SELECT pg_notify($1, $2)')`,
    );
    while (second.nest.get(DatabaseListener).isListening) await delay(5);
    await till.begin(till.cardSale());
    expect(await agent.claim()).toMatchObject({ kind: 'sale' });
  });
});
