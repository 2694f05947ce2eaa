import { ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { Client } from 'pg';
import { EmbeddedPostgres, startEmbeddedPostgres } from '@libs/platform/embedded-postgres';
import { migrate } from '@libs/platform/migrate';
import { BARE_FINGERPRINT } from './bench/bare';
import { CardFigures, measureCards, printCards } from './bench/cards';
import { writeBenchCards } from './bench/cards-club';
import { BenchClub, CLIENTS, writeBenchClub } from './bench/club';
import { fillWithSales } from './bench/fill';
import { HttpClient } from './bench/http-client';
import { LoadOrder, Measured } from './bench/load';
import { Figures, median, printTable, timeAlone } from './bench/report';
import { rowsWrittenBy } from './bench/rows';
import { DoorFigures, ENTRIES, measureDoors, printDoors } from './bench/doors';
import { BenchDoor, waitingOutside, writeBenchDoors } from './bench/doors-club';
import { fillWithTransfers } from './bench/fill-wallets';
import { measureWalletReads, printWalletReads, WalletReads } from './bench/wallet-reads';
import { measureWallets, printWallets, WalletFigures } from './bench/wallets';
import { BenchGuest, renewTokens, tokensFor, writeBenchWallets } from './bench/wallets-club';
import { runTool } from './cli';

const ROUNDS = 3;
/** Acts before anything is measured: Node compiles what runs often, and an API in the middle of a night has long done so. */
const WARM_UP = 4_000;
const RELAY_LIMIT_MS = 60_000;
const MILLION = 1_000_000;
/** Portions to deliver in one pass over the stage: more than the bare database delivers in all of its rounds. */
const DELIVERABLE = 240_000;
/** Portions of one line on the tickets that are delivered from. */
const QTY = 60;
/** One act of the product's and one of the bare database's. */
const COMPARED = 2;

/** A database, an API process on it, and a club to load. */
interface Stage {
  readonly postgres: EmbeddedPostgres;
  readonly owner: Client;
  readonly club: BenchClub;
  readonly doors: readonly BenchDoor[];
  readonly guests: readonly BenchGuest[];
  readonly api: ChildProcess;
  readonly port: number;
}

/** What can be measured by itself. */
const PARTS = ['sales', 'doors', 'wallets', 'cards'] as const;
type Part = (typeof PARTS)[number];

/** How long, on how much, and which parts. */
interface Wanted {
  readonly seconds: number;
  /** Sales in the tables for the second pass; 0 leaves it out. */
  readonly sales: number;
  /** Transfers in the tables while guests look at their wallets; 0 leaves that out. */
  readonly transfers: number;
  readonly parts: ReadonlySet<Part>;
}

/**
 * `npm run bench [-- --seconds 4] [-- --sales 1000000] [-- --transfers 1000000] [-- --no-fill] [-- --only doors,wallets]`:
 * the product over HTTP against the bare database, alternating on the same Postgres in the same run. Prints tables, writes
 * bench-results/<time>.json.
 */
async function main(args: readonly string[]): Promise<void> {
  const wanted = wantedOf(args);
  const stage = await setUp(wanted.parts.has('doors') ? ENTRIES : COMPARED);
  try {
    const rows = await compareRows(stage);
    const result = {
      at: new Date().toISOString(),
      machine: { cpus: cpus().length, model: cpus()[0]?.model, node: process.version },
      clients: CLIENTS,
      rows,
      ...(await measureParts(stage, wanted)),
    };
    await mkdir('bench-results', { recursive: true });
    const file = join('bench-results', `${result.at.replaceAll(':', '-')}.json`);
    await writeFile(file, JSON.stringify(result, null, 2));
    process.stdout.write(`Rows, the same on both sides: ${JSON.stringify(rows)}\n${file}\n`);
  } finally {
    await tearDown(stage);
  }
}

/** @throws Error when a part is named that there is not */
function wantedOf(args: readonly string[]): Wanted {
  const fill = (name: string): number => (args.includes('--no-fill') ? 0 : Number(option(args, name) ?? MILLION));
  const named = option(args, '--only')?.split(',') ?? PARTS;
  const parts = new Set(PARTS.filter((part) => named.includes(part)));
  if (parts.size !== named.length) throw new Error(`--only takes some of: ${PARTS.join(', ')}`);
  return {
    seconds: Number(option(args, '--seconds') ?? 4),
    sales: fill('--sales'),
    transfers: fill('--transfers'),
    parts,
  };
}

interface PartFigures {
  empty?: Figures;
  doors?: DoorFigures;
  wallets?: WalletFigures;
  filled?: Figures & { boardMs: number };
  walletReads?: WalletReads;
  cards?: CardFigures;
}

/** What needs empty tables first, then what fills them. */
async function measureParts(stage: Stage, { seconds, sales, transfers, parts }: Wanted): Promise<PartFigures> {
  const figures: PartFigures = {};
  const onStage = {
    ...stage,
    order: (given: Parameters<typeof order>[1]) => order(stage, given),
    relayed: () => relayed(stage),
    tokens: () => tokensFor(stage.guests, Buffer.from(stage.postgres.secrets.DATA_KEY, 'base64')),
  };
  if (parts.has('sales')) printTable('Empty tables', (figures.empty = await measure(stage, seconds)));
  if (parts.has('doors')) printDoors((figures.doors = await measureDoors(onStage, seconds)));
  if (parts.has('wallets')) printWallets((figures.wallets = await measureWallets(onStage, seconds)));
  if (parts.has('sales') && sales > 0) figures.filled = await withSales(stage, sales, seconds);
  if (parts.has('wallets') && transfers > 0) {
    const written = await fillWithTransfers(stage.owner, stage.club, transfers, everyHundredThousand('transfers'));
    printWalletReads((figures.walletReads = await measureWalletReads(onStage, written, seconds)));
  }
  if (parts.has('cards')) {
    const cards = await writeBenchCards(stage.owner, stage.club);
    figures.cards = await measureCards(stage.port, cards, () => metric(stage, 'noche_process_cpu_seconds_total'));
    printCards(figures.cards);
  }
  return figures;
}

/** Says how far a filling has come. */
function everyHundredThousand(what: string): (done: number) => void {
  let said = 0;
  return (done) => {
    if (done - said < 100_000) return;
    said = done;
    process.stdout.write(`filled ${done.toLocaleString('en')} ${what}\n`);
  };
}

/**
 * The rows of one sale, of one paid by wallet, of one delivery and of one person who comes in, counted in the tables.
 * @throws Error when the bare database does not write the same rows as the product: the shares would mean nothing
 */
async function compareRows(
  stage: Stage,
): Promise<Record<'sale' | 'wallet' | 'deliver' | 'door', Record<string, number>>> {
  await order(stage, { what: 'http-sale', acts: 2, qty: QTY });
  const items = [...(await undelivered(stage))];
  const entries = await waitingOutside(stage.owner, stage.club);
  const { doors } = stage;
  const rowsOf = (what: LoadOrder['what']): Promise<Record<string, number>> =>
    rowsWrittenBy(stage.owner, () =>
      order(stage, { what, acts: 1, items: items.splice(0, 1), doors, entries: entries.splice(0, 1) }),
    );
  const compared = async (act: 'sale' | 'wallet-sale' | 'deliver' | 'door'): Promise<Record<string, number>> => {
    const product = await rowsOf(`http-${act}`);
    await renewTokens(stage.owner);
    const rows = { product, bare: await rowsOf(`bare-${act}`) };
    if (!isDeepStrictEqual(rows.product, rows.bare)) throw new Error(`unequal rows: ${JSON.stringify(rows)}`);
    return rows.product;
  };
  return {
    sale: await compared('sale'),
    wallet: await compared('wallet-sale'),
    deliver: await compared('deliver'),
    door: await compared('door'),
  };
}

async function withSales(stage: Stage, sales: number, seconds: number): Promise<Figures & { boardMs: number }> {
  await fillWithSales(stage.owner, stage.club, sales, everyHundredThousand('sales'));
  const figures = await measure(stage, seconds);
  const boardMs = await timeBoard(stage);
  printTable(`With ${sales.toLocaleString('en')} sales`, figures);
  process.stdout.write(`Night board: ${boardMs.toFixed(1)} ms (median of 20)\n`);
  return { ...figures, boardMs };
}

/** Alternates bare and product, so that a machine that slows down slows both. */
async function measure(stage: Stage, seconds: number): Promise<Figures> {
  await order(stage, { what: 'http-sale', acts: WARM_UP });
  await relayed(stage);
  const rounds: Record<'bareSale' | 'sale' | 'bareDeliver' | 'deliver' | 'scanDeliver', Measured[]> = {
    bareSale: [],
    sale: [],
    bareDeliver: [],
    deliver: [],
    scanDeliver: [],
  };
  const before = await metric(stage, 'noche_sql_statements_total');
  let httpSales = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    rounds.bareSale.push(await order(stage, { what: 'bare-sale', seconds }));
    await relayed(stage);
    const sale = await order(stage, { what: 'http-sale', seconds });
    await relayed(stage);
    httpSales += sale.acts;
    rounds.sale.push(sale);
  }
  const statements = ((await metric(stage, 'noche_sql_statements_total')) - before) / httpSales;
  const half: Measured[] = [];
  while (half.length < ROUNDS) {
    half.push(await order(stage, { what: 'http-sale', seconds, rate: median(rounds.sale, 'perSecond') / 2 }));
  }
  await order(stage, { what: 'http-sale', acts: DELIVERABLE / (2 * QTY), qty: QTY });
  await order(stage, { what: 'http-deliver', acts: WARM_UP, items: await undelivered(stage) });
  await relayed(stage);
  for (let round = 0; round < ROUNDS; round += 1) {
    rounds.bareDeliver.push(await order(stage, { what: 'bare-deliver', seconds, items: await undelivered(stage) }));
    await relayed(stage);
    rounds.deliver.push(await order(stage, { what: 'http-deliver', seconds, items: await undelivered(stage) }));
    rounds.scanDeliver.push(
      await order(stage, { what: 'http-scan-deliver', seconds, items: await undelivered(stage) }),
    );
    await relayed(stage);
  }
  const rssMb = (await metric(stage, 'noche_process_resident_memory_bytes')) / 1024 / 1024;
  return { rounds, half, statements, rssMb };
}

/** Waits until the API has handed on every event: else a round pays for what the round before it left behind. */
async function relayed(stage: Stage): Promise<void> {
  for (const limit = Date.now() + RELAY_LIMIT_MS; Date.now() < limit; await delay(50)) {
    const { rows } = await stage.owner.query('SELECT FROM platform.outbox LIMIT 1');
    if (rows.length === 0) return;
  }
  throw new Error('the API did not hand on its events');
}

/**
 * Portions that the product sold and nobody has delivered, one of each item in turn, so that two bars seldom meet at one
 * ticket. The bare database's own tickets have no integrity to check.
 */
async function undelivered(stage: Stage): Promise<NonNullable<LoadOrder['items']>> {
  const { rows } = await stage.owner.query<{ ticketId: string; itemId: string; qr: string }>(
    `SELECT t.id AS "ticketId", i.id AS "itemId", 'BNC ' || t.display_number AS qr
     FROM tickets.tickets t JOIN tickets.ticket_items i ON i.ticket_id = t.id JOIN sales.sales s ON s.id = t.sale_id
       CROSS JOIN generate_series(1, i.qty - i.delivered_qty) AS portion
     WHERE t.night_id = $1 AND s.fingerprint <> $2 AND i.qty = $3
     ORDER BY portion, i.position, i.id`,
    [stage.club.nightId, BARE_FINGERPRINT, QTY],
  );
  return rows;
}

async function timeBoard(stage: Stage): Promise<number> {
  const http = await HttpClient.open(stage.port, { Cookie: stage.club.lead.cookie, 'X-App': 'admin' });
  const ms = await timeAlone(async () => {
    const { status } = await http.get(`/api/v1/reports/board?night_id=${stage.club.nightId}`);
    if (status !== 200) throw new Error(`the board was answered with ${String(status)}`);
  });
  http.close();
  return ms;
}

function order(
  stage: Stage,
  given: Pick<LoadOrder, 'what' | 'seconds' | 'rate' | 'items' | 'acts' | 'qty' | 'guests' | 'doors' | 'entries'>,
): Promise<Measured> {
  const load = fork(join(__dirname, 'bench/load.js'), { serialization: 'advanced' });
  const full: LoadOrder = { ...given, club: stage.club, databaseUrl: stage.postgres.ownerUrl, port: stage.port };
  return new Promise((resolve, reject) => {
    load.once('message', (measured) => resolve(measured as Measured));
    load.once('exit', (code) => reject(new Error(`the load ended with code ${String(code)}`)));
    load.send(full);
  });
}

/** @param entries how many people stand outside */
async function setUp(entries: number): Promise<Stage> {
  const postgres = await startEmbeddedPostgres({ ephemeral: true });
  await migrate(postgres.ownerUrl, postgres.appUrl);
  const owner = new Client({ connectionString: postgres.ownerUrl });
  await owner.connect();
  const club = await writeBenchClub(owner);
  const guests = await writeBenchWallets(owner, club);
  const doors = await writeBenchDoors(owner, club, entries);
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  // As in the Dockerfile.
  const api = spawn(process.execPath, ['--max-old-space-size=384', join(__dirname, '../apps/api/src/main.js')], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      ...process.env,
      ...postgres.secrets,
      DATABASE_URL: postgres.appUrl,
      DATABASE_POOL: String(CLIENTS + 2),
      PORT: String(port),
      LOG_LEVEL: 'warn',
    },
  });
  await untilReady(port);
  return { postgres, owner, club, guests, doors, api, port };
}

async function untilReady(port: number): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const ready = await fetch(`http://127.0.0.1:${String(port)}/health/ready`).catch(() => undefined);
    if (ready?.ok) return;
    await delay(100);
  }
  throw new Error('the API did not become ready');
}

async function tearDown(stage: Stage): Promise<void> {
  const ended = once(stage.api, 'exit');
  stage.api.kill('SIGTERM');
  await ended;
  await stage.owner.end();
  await stage.postgres.stop();
}

async function metric(stage: Stage, name: string): Promise<number> {
  const text = await (await fetch(`http://127.0.0.1:${String(stage.port)}/metrics`)).text();
  return Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1] ?? Number.NaN);
}

function option(args: readonly string[], name: string): string | undefined {
  const at = args.indexOf(name);
  return at < 0 ? undefined : args[at + 1];
}

if (require.main === module) runTool(main);
