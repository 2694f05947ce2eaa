import { ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { newId } from '@libs/kernel';
import { EmbeddedPostgres, startEmbeddedPostgres } from '@libs/platform/embedded-postgres';
import { migrate } from '@libs/platform/migrate';
import { BenchClub, writeBenchClub } from '../tools/bench/club';

const MAIN = join(__dirname, '../dist/apps/api/src/main.js');
const SALES = 200;

interface Attempt {
  readonly key: string;
  readonly body: { readonly id: string };
  readonly cookie: string;
}

/** The API as it is deployed: a process of its own that can be killed. */
class Api {
  private child: ChildProcess | undefined;

  constructor(
    private readonly postgres: EmbeddedPostgres,
    readonly port: number,
  ) {}

  async start(): Promise<void> {
    this.child = spawn(process.execPath, [MAIN], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: {
        ...process.env,
        ...this.postgres.secrets,
        NODE_ENV: 'development',
        DATABASE_URL: this.postgres.appUrl,
        PORT: String(this.port),
        LOG_LEVEL: 'silent',
      },
    });
    await this.untilReady(20_000);
  }

  /** No goodbye: what a power cut or the kernel's out-of-memory killer does. */
  async kill(): Promise<void> {
    const gone = new Promise((resolve) => this.child?.once('exit', resolve));
    this.child?.kill('SIGKILL');
    await gone;
  }

  get isAlive(): boolean {
    return this.child?.exitCode === null && this.child.signalCode === null;
  }

  async untilReady(limitMs: number): Promise<void> {
    for (const until = Date.now() + limitMs; Date.now() < until; await delay(50)) {
      const health = await fetch(`http://127.0.0.1:${String(this.port)}/health/ready`).catch(() => undefined);
      if (health?.ok) return;
    }
    throw new Error(`the API was not ready within ${String(limitMs)} ms`);
  }

  /** @returns the status, or undefined when nobody answered */
  async sell({ key, body, cookie }: Attempt): Promise<number | undefined> {
    try {
      const answer = await fetch(`http://127.0.0.1:${String(this.port)}/api/v1/sales`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key, 'X-App': 'pos', Cookie: cookie },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(15_000),
      });
      await answer.arrayBuffer();
      return answer.status;
    } catch {
      return undefined;
    }
  }
}

describe('when things die in the middle of a night', () => {
  let postgres: EmbeddedPostgres;
  let owner: Client;
  let club: BenchClub;
  let api: Api;

  beforeAll(async () => {
    postgres = await startEmbeddedPostgres({ ephemeral: true });
    await migrate(postgres.ownerUrl, postgres.appUrl);
    owner = await connectOwner();
    club = await writeBenchClub(owner);
    api = new Api(postgres, 21_000 + (process.pid % 9_000));
    await api.start();
  }, 60_000);

  afterAll(async () => {
    await api.kill();
    await owner.end();
    await postgres.stop();
  });

  async function connectOwner(): Promise<Client> {
    const client = new Client({ connectionString: postgres.ownerUrl });
    client.on('error', () => undefined);
    await client.connect();
    return client;
  }

  function attempts(): Attempt[] {
    return Array.from({ length: SALES }, (_, n) => {
      const till = club.tills[n % club.tills.length] as BenchClub['tills'][number];
      const product = club.products[n % club.products.length] as BenchClub['products'][number];
      const body = {
        id: newId(),
        register_session_id: till.sessionId,
        lines: [{ product_id: product.id, qty: 1 }],
        payments: [{ method: 'cash', amount: product.price }],
      };
      return { key: newId(), body, cookie: till.cookie };
    });
  }

  /** Eight tills work through the list side by side, each going on with its next sale whatever it was answered. */
  async function sellAll(list: readonly Attempt[]): Promise<Map<string, number | undefined>> {
    const answers = new Map<string, number | undefined>();
    const queue = [...list];
    const till = async (): Promise<void> => {
      for (let next = queue.shift(); next; next = queue.shift()) answers.set(next.key, await api.sell(next));
    };
    await Promise.all(Array.from({ length: 8 }, till));
    return answers;
  }

  async function untilEverySaleIsAnswered(list: readonly Attempt[]): Promise<void> {
    let open = [...list];
    for (let round = 0; round < 20 && open.length > 0; round += 1) {
      const answers = await sellAll(open);
      open = open.filter((attempt) => answers.get(attempt.key) !== 201);
      if (open.length > 0) await delay(500);
    }
    expect(open).toHaveLength(0);
  }

  async function expectEachOnce(list: readonly Attempt[]): Promise<void> {
    const ids = list.map((attempt) => attempt.body.id);
    const { rows } = await owner.query<Record<string, number>>(
      `SELECT (SELECT count(*)::int FROM sales.sales WHERE id = ANY ($1)) AS sales,
         (SELECT count(*)::int FROM sales.sale_lines WHERE sale_id = ANY ($1)) AS lines,
         (SELECT count(*)::int FROM sales.sale_payments WHERE sale_id = ANY ($1)) AS payments,
         (SELECT count(*)::int FROM tickets.tickets WHERE sale_id = ANY ($1)) AS tickets,
         (SELECT count(*)::int FROM inventory.movements WHERE sale_id = ANY ($1)) AS movements`,
      [ids],
    );
    expect(rows[0]).toEqual({ sales: SALES, lines: SALES, payments: SALES, tickets: SALES, movements: 2 * SALES });
    const wrong = await owner.query(
      `SELECT 1 FROM inventory.stock_levels s WHERE on_hand <> (SELECT sum(quantity) FROM inventory.movements m
         WHERE (m.location_id, m.ingredient_id) = (s.location_id, s.ingredient_id))`,
    );
    expect(wrong.rowCount).toBe(0);
  }

  it('sells each of 200 sales exactly once although the API is killed midway and every till asks again', async () => {
    const list = attempts();
    const selling = sellAll(list);
    await delay(150);
    await api.kill();
    const answers = await selling;
    const unanswered = [...answers.values()].filter((status) => status === undefined).length;
    // The kill came in the middle: some sales were answered, some were not.
    expect(unanswered).toBeGreaterThan(0);
    await api.start();
    await untilEverySaleIsAnswered(list);
    await expectEachOnce(list);
  }, 90_000);

  it('stays alive when Postgres dies under load, is healthy again within 10 s, and loses nothing it acknowledged', async () => {
    const list = attempts();
    const selling = sellAll(list);
    await delay(100);
    await postgres.restart('crash');
    const answers = await selling;
    expect(api.isAlive).toBe(true);
    await api.untilReady(10_000);
    await owner.end();
    owner = await connectOwner();
    const acknowledged = list.filter((attempt) => answers.get(attempt.key) === 201).map((attempt) => attempt.body.id);
    const { rowCount } = await owner.query('SELECT 1 FROM sales.sales WHERE id = ANY ($1)', [acknowledged]);
    expect(rowCount).toBe(acknowledged.length);
    await untilEverySaleIsAnswered(list);
    await expectEachOnce(list);
  }, 90_000);
});
