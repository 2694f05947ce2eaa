import { Pool, PoolClient } from 'pg';
import { useTestDatabase } from '../testing';
import { runCommand, runNamed, sql } from './sql';

const ADD = sql('batch.add', 'INSERT INTO platform.numbers (n) VALUES ($1) RETURNING n, n * 2 AS twice');
const ALL = sql('batch.all', 'SELECT n FROM platform.numbers ORDER BY n');

describe('statements of one tick', () => {
  const database = useTestDatabase();
  let pool: Pool;
  let client: PoolClient;

  beforeEach(async () => {
    await database.owner.query('CREATE TABLE IF NOT EXISTS platform.numbers (n int PRIMARY KEY)');
    await database.owner.query('TRUNCATE platform.numbers');
    pool = new Pool({ connectionString: database.ownerUrl, max: 1 });
    pool.on('error', () => undefined);
    client = await pool.connect();
    client.on('error', () => undefined);
  });

  afterEach(async () => {
    client.release(true);
    await pool.end();
  });

  it('each have an answer of their own, in the order in which they were sent', async () => {
    const [began, one, two, all, done] = await Promise.all([
      runCommand(client, 'BEGIN'),
      runNamed(client, ADD, [1]),
      runNamed(client, ADD, [2]),
      runNamed(client, ALL, []),
      runCommand(client, 'COMMIT'),
    ]);
    expect([began.command, done.command]).toEqual(['BEGIN', 'COMMIT']);
    expect([one.rows, two.rows]).toEqual([[{ n: 1, twice: 2 }], [{ n: 2, twice: 4 }]]);
    expect(all).toEqual({ rows: [{ n: 1 }, { n: 2 }], rowCount: 2, command: 'SELECT' });
  });

  it('stop at the first that fails: those before it are answered, those behind it are not carried out', async () => {
    const outcomes = await Promise.allSettled([
      runCommand(client, 'BEGIN'),
      runNamed(client, ADD, [1]),
      runNamed(client, ADD, [1]),
      runNamed(client, ADD, [2]),
      runCommand(client, 'COMMIT'),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      ...['rejected', 'rejected', 'rejected'],
    ]);
    expect(outcomes[2]).toMatchObject({ reason: { code: '23505' } });
    expect(outcomes[3]).toMatchObject({ reason: { code: '25P02' } });
    await runCommand(client, 'ROLLBACK');
    expect((await runNamed(client, ALL, [])).rows).toEqual([]);
  });

  it('can be sent again after they failed when they were sent for the first time', async () => {
    await database.owner.query('INSERT INTO platform.numbers VALUES (7)');
    await expect(runNamed(client, ADD, [7])).rejects.toMatchObject({ code: '23505' });
    expect((await runNamed(client, ADD, [8])).rows).toEqual([{ n: 8, twice: 16 }]);
  });

  it('all fail when the connection is lost', async () => {
    const { rows } = await runNamed(client, sql('batch.pid', 'SELECT pg_backend_pid() AS pid'), []);
    const waiting = Promise.allSettled([
      runNamed(client, sql('batch.sleep', 'SELECT pg_sleep(30)'), []),
      runNamed(client, ALL, []),
    ]);
    await database.owner.query('SELECT pg_sleep(0.1), pg_terminate_backend($1)', [rows[0]?.pid]);
    expect((await waiting).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });

  it('leave a value that cannot be written to the one who gave it', async () => {
    const circle: { self?: unknown } = {};
    circle.self = circle;
    const [bad, good] = await Promise.allSettled([runNamed(client, ADD, [circle]), runNamed(client, ADD, [3])]);
    expect(bad).toMatchObject({ status: 'rejected' });
    expect(good).toMatchObject({ status: 'fulfilled', value: { rows: [{ n: 3, twice: 6 }] } });
  });
});
