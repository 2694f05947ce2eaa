import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { newId } from '@libs/kernel';
import { bareDeliver, bareSale, pick } from './bare';
import { bareAdmit } from './bare-door';
import { bareWalletSale, benchToken, TOKENS_A_TILL } from './bare-wallet';
import { BenchClub } from './club';
import { BenchDoor, BenchEntry } from './doors-club';
import { HttpClient } from './http-client';
import { GUEST_READS } from './wallets-club';

/** What the load process is told to do; it answers with a {@link Measured}. */
export interface LoadOrder {
  readonly what:
    | 'bare-sale'
    | 'http-sale'
    | 'bare-deliver'
    | 'http-deliver'
    | 'http-scan-deliver'
    | 'bare-wallet-sale'
    | 'http-wallet-sale'
    | 'http-qr'
    | 'bare-door'
    | 'http-door'
    | 'http-balance'
    | 'http-history';
  readonly club: BenchClub;
  /** How long, unless `acts` are done before. */
  readonly seconds?: number;
  /** How many acts over all clients; undefined: as many as the time allows. */
  readonly acts?: number;
  /** Portions of each product in a sale, one unless told. */
  readonly qty?: number;
  readonly databaseUrl: string;
  readonly port: number;
  /** Acts a second over all clients; undefined: as fast as it goes. */
  readonly rate?: number;
  /** Who stands at the doors, and who comes in, each once. */
  readonly doors?: readonly BenchDoor[];
  readonly entries?: readonly BenchEntry[];
  /** Guests' access tokens, for what guests look at. */
  readonly guests?: readonly string[];
  /** For deliveries: what to deliver, at least as many as can be done in the time. */
  readonly items?: readonly { readonly ticketId: string; readonly itemId: string; readonly qr: string }[];
}

export interface Measured {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly acts: number;
}

type Act = (turn: number) => Promise<void>;

/** One client's act, with its own connection. */
async function prepare(order: LoadOrder, n: number): Promise<{ act: Act; close: () => void }> {
  if (order.what.startsWith('bare')) {
    const client = new Client({ connectionString: order.databaseUrl });
    await client.connect();
    await client.query('SET plan_cache_mode = force_generic_plan');
    return { act: bareAct(order, client, n), close: () => void client.end() };
  }
  const path = GUESTS_LOOK_AT[order.what];
  if (path !== undefined) return looking(order, path);
  if (order.what === 'http-door') return admitting(order, n);
  return order.what.endsWith('sale') ? selling(order, n) : delivering(order, n);
}

function bareAct(order: LoadOrder, client: Client, n: number): Act {
  if (order.what === 'bare-sale') return (turn) => bareSale(client, order.club, n, turn);
  if (order.what === 'bare-door')
    return (turn) => bareAdmit(client, order.club, doorOf(order, n), entryOf(order, turn));
  if (order.what === 'bare-deliver') return (turn) => bareDeliver(client, order.club, n, item(order, turn).itemId);
  const token = tokensOf(n);
  return (turn) => bareWalletSale(client, order.club, n, turn, token());
}

/** The tokens of one till, each good for one payment. */
function tokensOf(n: number): () => string {
  let used = 0;
  return () => {
    if (used === TOKENS_A_TILL) throw new OutOfItems();
    return benchToken(n, used++);
  };
}

const GUESTS_LOOK_AT: Partial<Readonly<Record<LoadOrder['what'], string>>> = {
  'http-qr': GUEST_READS.qr,
  'http-balance': GUEST_READS.balance,
  'http-history': GUEST_READS.history,
};

/** One guest after the other asks: each may only so often. */
async function looking(order: LoadOrder, path: string): Promise<{ act: Act; close: () => void }> {
  const http = await HttpClient.open(order.port, {});
  const guests = order.guests ?? [];
  const act: Act = async (turn) => {
    const { status, body } = await http.get(path, `Bearer ${guests[turn % guests.length] ?? ''}`);
    if (status !== 200) throw new Error(`a guest was answered with ${String(status)}: ${body}`);
  };
  return { act, close: () => http.close() };
}

async function admitting(order: LoadOrder, n: number): Promise<{ act: Act; close: () => void }> {
  const http = await HttpClient.open(order.port, { Cookie: doorOf(order, n).cookie, 'X-App': 'door' });
  const act: Act = async (turn) => {
    const { status, body } = await http.post('/api/v1/entradas/validate', { qr: entryOf(order, turn).qr }, newId());
    if (status !== 200 || !body.includes('"is_valid":true')) {
      throw new Error(`a door was answered with ${String(status)}: ${body}`);
    }
  };
  return { act, close: () => http.close() };
}

function doorOf({ doors = [] }: LoadOrder, n: number): BenchDoor {
  const door = doors[n % doors.length];
  if (!door) throw new Error('the bench club has no doors');
  return door;
}

function entryOf(order: LoadOrder, turn: number): BenchEntry {
  const entry = order.entries?.[turn];
  if (!entry) throw new OutOfItems();
  return entry;
}

async function selling(order: LoadOrder, n: number): Promise<{ act: Act; close: () => void }> {
  const till = order.club.tills[n % order.club.tills.length] as BenchClub['tills'][number];
  const http = await HttpClient.open(order.port, { Cookie: till.cookie, 'X-App': 'pos' });
  const token = order.what === 'http-wallet-sale' ? tokensOf(n) : undefined;
  const act: Act = async (turn) => {
    const picked = pick(order.club, turn).map((index) => order.club.products[index] as BenchClub['products'][number]);
    const qty = order.qty ?? 1;
    const amount = picked.reduce((sum, product) => sum + product.price * qty, 0);
    const body = {
      id: newId(),
      register_session_id: till.sessionId,
      lines: picked.map((product) => ({ product_id: product.id, qty })),
      payments: [token ? { method: 'wallet', amount, wallet_token: token() } : { method: 'cash', amount }],
    };
    const { status, body: answer } = await http.post('/api/v1/sales', body, newId());
    if (status !== 201) throw new Error(`a sale was answered with ${String(status)}: ${answer}`);
  };
  return { act, close: () => http.close() };
}

async function delivering(order: LoadOrder, n: number): Promise<{ act: Act; close: () => void }> {
  const bar = order.club.bars[n % order.club.bars.length] as BenchClub['bars'][number];
  const http = await HttpClient.open(order.port, { Cookie: bar.cookie, 'X-App': 'bar' });
  const act: Act = async (turn) => {
    const { ticketId, itemId, qr } = item(order, turn);
    if (order.what === 'http-scan-deliver') expectOk(await http.post('/api/v1/tickets/scan', { qr }, newId()));
    const body = { items: [{ item_id: itemId, qty: 1 }], bar_id: bar.barId };
    expectOk(await http.post(`/api/v1/tickets/${ticketId}/deliver`, body, newId()));
  };
  return { act, close: () => http.close() };
}

function expectOk({ status, body }: { status: number; body: string }): void {
  if (status !== 200) throw new Error(`the bar was answered with ${String(status)}: ${body}`);
}

function item(order: LoadOrder, turn: number): { ticketId: string; itemId: string; qr: string } {
  const found = order.items?.[turn];
  if (!found) throw new OutOfItems();
  return found;
}

class OutOfItems extends Error {}

async function run(order: LoadOrder): Promise<Measured> {
  const clients = await Promise.all(order.club.tills.map((_, n) => prepare(order, n)));
  const latencies: number[] = [];
  const began = performance.now();
  const until = began + (order.seconds ?? Number.POSITIVE_INFINITY) * 1_000;
  const most = order.acts ?? Number.POSITIVE_INFINITY;
  const gapMs = order.rate ? (clients.length * 1_000) / order.rate : 0;
  let next = 0;
  await Promise.all(
    clients.map(async ({ act }, n) => {
      for (let due = began + (gapMs * n) / clients.length; performance.now() < until && next < most; due += gapMs) {
        if (gapMs > 0 && due > performance.now()) await delay(due - performance.now());
        const asked = performance.now();
        try {
          await act(next++);
        } catch (error) {
          if (error instanceof OutOfItems) return;
          throw error;
        }
        latencies.push(performance.now() - asked);
      }
    }),
  );
  const seconds = (performance.now() - began) / 1_000;
  for (const client of clients) client.close();
  latencies.sort((a, b) => a - b);
  const at = (share: number): number =>
    latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? 0;
  return { perSecond: latencies.length / seconds, p50Ms: at(0.5), p99Ms: at(0.99), acts: latencies.length };
}

process.once('message', (order: LoadOrder) => {
  run(order).then(
    (measured) => process.send?.(measured, () => process.exit(0)),
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
      process.exit(1);
    },
  );
});
