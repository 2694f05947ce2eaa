import { Injectable } from '@nestjs/common';
import { SnapshotReader } from '@libs/platform';
import { PAYMENTS, PRODUCTS, REVISION, SALES } from './night-tally.sql';

/**
 * A sale carries the moment at which its transaction began; statements are cut off after 5 s and idle transactions
 * after 10 s, so that nothing older than this still comes in.
 */
const SETTLED_AFTER_MS = 30_000;
/** How long settled sums are kept at all: whatever may have gone wrong in them goes with them. */
const KEPT_MS = 600_000;
const KEPT_NIGHTS = 6;

interface SalesSum {
  amount: number;
  count: number;
  courtesyCount: number;
  courtesyValue: number;
  tips: number;
  last: Date;
}
interface PaymentSum {
  amount: number;
  cash: number;
}
interface ProductSum {
  qty: number;
  amount: number;
}

/** Sums over the sales of a night that stand, in pesos. */
export class Tally {
  readonly minutes = new Map<number, { amount: number; count: number }>();
  readonly sessions = new Map<string, SalesSum>();
  readonly methods = new Map<string, number>();
  /** Cash handed over less change, by session. */
  readonly cash = new Map<string, number>();
  readonly products = new Map<string, ProductSum>();

  addSales(sessionId: string, minute: number, sum: SalesSum): void {
    const slot = this.minutes.get(minute) ?? { amount: 0, count: 0 };
    this.minutes.set(minute, { amount: slot.amount + sum.amount, count: slot.count + sum.count });
    const before = this.sessions.get(sessionId);
    this.sessions.set(sessionId, before ? mergeSales(before, sum) : sum);
  }

  addPayments(sessionId: string, method: string, sum: PaymentSum): void {
    this.methods.set(method, (this.methods.get(method) ?? 0) + sum.amount);
    this.cash.set(sessionId, (this.cash.get(sessionId) ?? 0) + sum.cash);
  }

  addProduct(productId: string, sum: ProductSum): void {
    const before = this.products.get(productId) ?? { qty: 0, amount: 0 };
    this.products.set(productId, { qty: before.qty + sum.qty, amount: before.amount + sum.amount });
  }

  /** Everything of another tally too. */
  add(other: Tally): this {
    for (const [minute, { amount, count }] of other.minutes) {
      const slot = this.minutes.get(minute) ?? { amount: 0, count: 0 };
      this.minutes.set(minute, { amount: slot.amount + amount, count: slot.count + count });
    }
    for (const [id, sum] of other.sessions) {
      const before = this.sessions.get(id);
      this.sessions.set(id, before ? mergeSales(before, sum) : sum);
    }
    for (const [method, amount] of other.methods) this.methods.set(method, (this.methods.get(method) ?? 0) + amount);
    for (const [id, cash] of other.cash) this.cash.set(id, (this.cash.get(id) ?? 0) + cash);
    for (const [id, sum] of other.products) this.addProduct(id, sum);
    return this;
  }
}

interface Settled {
  readonly tally: Tally;
  readonly until: Date;
  readonly revision: string;
  readonly readAt: number;
}

/**
 * Sums a night without reading all of it each time: what is settled is kept in memory, and only what came since is
 * read. A cancelled sale or a corrected payment throws the memory away.
 */
@Injectable()
export class NightTally {
  private readonly settled = new Map<string, Settled>();

  async of(reader: SnapshotReader, nightId: string, openedAt: Date, now: Date): Promise<Tally> {
    const [row] = await reader.rows<{ revision: string }>(REVISION, [nightId, openedAt]);
    const kept = this.kept(nightId, row?.revision ?? '', now);
    const border = new Date(now.getTime() - SETTLED_AFTER_MS);
    const from = kept?.until ?? '-infinity';
    const settled = new Tally();
    if (kept) settled.add(kept.tally);
    const isOld = kept === undefined || border > kept.until;
    if (isOld) settled.add(await read(reader, nightId, openedAt, from, border));
    const until = isOld ? border : kept.until;
    this.keep(nightId, { tally: settled, until, revision: row?.revision ?? '', readAt: kept?.readAt ?? now.getTime() });
    return new Tally().add(settled).add(await read(reader, nightId, openedAt, until, 'infinity'));
  }

  private kept(nightId: string, revision: string, now: Date): Settled | undefined {
    const kept = this.settled.get(nightId);
    return kept?.revision === revision && now.getTime() - kept.readAt < KEPT_MS ? kept : undefined;
  }

  /** The night asked for last goes to the end; the one at the front goes. */
  private keep(nightId: string, settled: Settled): void {
    this.settled.delete(nightId);
    this.settled.set(nightId, settled);
    const [oldest] = this.settled.keys();
    if (this.settled.size > KEPT_NIGHTS && oldest !== undefined) this.settled.delete(oldest);
  }
}

async function read(
  reader: SnapshotReader,
  nightId: string,
  openedAt: Date,
  from: Date | string,
  until: Date | string,
): Promise<Tally> {
  const tally = new Tally();
  const stretch = [nightId, from, until];
  const [sales, payments, products] = await Promise.all([
    reader.rows<SalesSum & { sessionId: string; minute: number }>(SALES, [...stretch, openedAt]),
    reader.rows<PaymentSum & { sessionId: string; method: string }>(PAYMENTS, stretch),
    reader.rows<ProductSum & { productId: string }>(PRODUCTS, stretch),
  ]);
  for (const { sessionId, minute, ...sum } of sales) tally.addSales(sessionId, minute, sum);
  for (const { sessionId, method, ...sum } of payments) tally.addPayments(sessionId, method, sum);
  for (const { productId, ...sum } of products) tally.addProduct(productId, sum);
  return tally;
}

function mergeSales(a: SalesSum, b: SalesSum): SalesSum {
  return {
    amount: a.amount + b.amount,
    count: a.count + b.count,
    courtesyCount: a.courtesyCount + b.courtesyCount,
    courtesyValue: a.courtesyValue + b.courtesyValue,
    tips: a.tips + b.tips,
    last: a.last > b.last ? a.last : b.last,
  };
}
