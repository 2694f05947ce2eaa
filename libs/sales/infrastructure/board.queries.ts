import { Injectable } from '@nestjs/common';
import { Database, SnapshotReader } from '@libs/platform';
import { ALERTS, CANCELLED, COMPARED, ON_DUTY, PENDING, PRODUCT_NAMES, REGISTERS } from './board.sql';
import { NightTally, Tally } from './night-tally';

/** Length of a stretch of the board's curve, in minutes since the night opened: never an hour of the local clock. */
export const SLOT_MINUTES = 30;
const TOP = 8;
const ALERTS_SHOWN = 20;
/** As long as a session of the staff lasts. */
const SHIFT_MS = 14 * 3_600_000;

export interface BoardTotals {
  readonly salesAmount: number;
  readonly salesCount: number;
  readonly courtesyCount: number;
  readonly courtesyValue: number;
  readonly cancelledCount: number;
  readonly cancelledAmount: number;
  readonly tipsAmount: number;
}

export interface ComparedNight {
  readonly id: string;
  readonly name: string;
  readonly date: string;
  readonly openedAt: Date;
  readonly amountSameTime: number;
}

export interface SlotRow {
  readonly slot: number;
  readonly amount: number;
  readonly count: number;
}

export interface BoardRegister {
  readonly registerId: string;
  readonly sessionId: string | null;
  readonly name: string;
  readonly place: string;
  readonly status: 'OPEN' | 'PENDING_CLOSE' | 'CLOSED' | 'NEVER';
  readonly employeeName: string | null;
  readonly salesAmount: number;
  readonly salesCount: number;
  readonly drawerCash: number;
  readonly lastSaleAt: Date | null;
}

/** Somebody at work away from the registers. */
export interface BoardPerson {
  readonly employeeName: string;
  readonly station: 'bar' | 'wardrobe' | 'door';
  readonly barName: string | null;
}

export interface BoardAlert {
  readonly kind: 'ticket_refused' | 'low_stock' | 'register_difference' | 'sale_cancelled';
  readonly about: string | null;
  readonly code: string | null;
  readonly figure: number | null;
  readonly at: Date;
  readonly subjectId: string;
}

export interface BoardFigures {
  readonly totals: BoardTotals;
  readonly compared: ComparedNight | null;
  readonly slots: readonly SlotRow[];
  readonly comparedSlots: readonly SlotRow[];
  readonly byMethod: readonly { readonly method: 'cash' | 'card' | 'wallet' | 'transfer'; readonly amount: number }[];
  readonly registers: readonly BoardRegister[];
  readonly onDuty: readonly BoardPerson[];
  readonly pending: { readonly tickets: number; readonly items: number };
  readonly topProducts: readonly {
    readonly productId: string;
    readonly name: string;
    readonly hue: string;
    readonly qty: number;
    readonly amount: number;
  }[];
  readonly alerts: readonly BoardAlert[];
}

interface RegisterRow {
  registerId: string;
  sessionId: string | null;
  name: string;
  place: string;
  status: BoardRegister['status'];
  employeeName: string | null;
  floatAmount: number | null;
  countedAmount: number | null;
  movedCash: number;
  sessionIds: string[];
}

type Pending = BoardFigures['pending'];

/** An answer that cost so much is good for this many times as long. */
const WORTH = 20;

/** A night's figures for the people who lead it; all of one moment, but for what is still to be handed over. */
@Injectable()
export class BoardQueries {
  private readonly pending = new Map<string, { readonly pending: Pending; readonly until: number }>();

  constructor(
    private readonly database: Database,
    private readonly tallies: NightTally,
  ) {}

  /** @param openedAt when the night opened: slots are counted from it */
  figures(venueId: string, nightId: string, openedAt: Date, now: Date): Promise<BoardFigures> {
    return this.database.snapshot(async (reader) => {
      const tally = await this.tallies.of(reader, nightId, openedAt, now);
      const past = await this.compared(reader, venueId, nightId, now);
      const [cancelled] = await reader.rows<{ count: number; amount: number }>(CANCELLED, [nightId]);
      const registers = await reader.rows<RegisterRow>(REGISTERS, [venueId, nightId]);
      return {
        totals: toTotals(tally, cancelled ?? { count: 0, amount: 0 }),
        compared: past && { ...past.night, amountSameTime: soldWithin(past.tally, now.getTime() - openedAt.getTime()) },
        slots: toSlots(tally),
        comparedSlots: past ? toSlots(past.tally) : [],
        byMethod: toMethods(tally),
        registers: registers.map((row) => toRegister(row, tally)),
        onDuty: await reader.rows<BoardPerson>(ON_DUTY, [venueId, new Date(now.getTime() - SHIFT_MS)]),
        pending: await this.pendingOf(reader, nightId),
        topProducts: await this.topProducts(reader, tally),
        alerts: await reader.rows<BoardAlert>(ALERTS, [venueId, nightId, ALERTS_SHOWN]),
      };
    });
  }

  /** The last closed night of the same weekday, else the last closed one. */
  private async compared(
    reader: SnapshotReader,
    venueId: string,
    nightId: string,
    now: Date,
  ): Promise<{ night: Omit<ComparedNight, 'amountSameTime'>; tally: Tally } | null> {
    const [night] = await reader.rows<Omit<ComparedNight, 'amountSameTime'>>(COMPARED, [venueId, nightId]);
    return night ? { night, tally: await this.tallies.of(reader, night.id, night.openedAt, now) } : null;
  }

  /**
   * Deliveries change tickets of any age, so that nothing settles; on a large night the count is kept for some seconds
   * instead.
   */
  private async pendingOf(reader: SnapshotReader, nightId: string): Promise<Pending> {
    const asked = performance.now();
    const kept = this.pending.get(nightId);
    if (kept && kept.until > asked) return kept.pending;
    const [row] = await reader.rows<Pending>(PENDING, [nightId]);
    const pending = row ?? { tickets: 0, items: 0 };
    const answered = performance.now();
    this.pending.clear();
    this.pending.set(nightId, { pending, until: answered + (answered - asked) * WORTH });
    return pending;
  }

  private async topProducts(reader: SnapshotReader, tally: Tally): Promise<BoardFigures['topProducts']> {
    const top = [...tally.products].sort(([a, { qty: x }], [b, { qty: y }]) => y - x || (a < b ? -1 : 1)).slice(0, TOP);
    const ids = top.map(([productId]) => productId);
    const names = await reader.rows<{ id: string; name: string; hue: string }>(PRODUCT_NAMES, [ids]);
    const known = new Map(names.map((row) => [row.id, row]));
    return top.map(([productId, { qty, amount }]) => {
      const { name, hue } = known.get(productId) ?? { name: '', hue: '' };
      return { productId, name, hue, qty, amount };
    });
  }
}

function toTotals(tally: Tally, cancelled: { count: number; amount: number }): BoardTotals {
  const totals = { salesAmount: 0, salesCount: 0, courtesyCount: 0, courtesyValue: 0, tipsAmount: 0 };
  for (const sum of tally.sessions.values()) {
    totals.salesAmount += sum.amount;
    totals.salesCount += sum.count;
    totals.courtesyCount += sum.courtesyCount;
    totals.courtesyValue += sum.courtesyValue;
    totals.tipsAmount += sum.tips;
  }
  return { ...totals, cancelledCount: cancelled.count, cancelledAmount: cancelled.amount };
}

function toSlots(tally: Tally): SlotRow[] {
  const slots = new Map<number, { amount: number; count: number }>();
  for (const [minute, { amount, count }] of tally.minutes) {
    const slot = Math.max(0, Math.floor(minute / SLOT_MINUTES));
    const before = slots.get(slot) ?? { amount: 0, count: 0 };
    slots.set(slot, { amount: before.amount + amount, count: before.count + count });
  }
  return [...slots].map(([slot, sum]) => ({ slot, ...sum })).sort((a, b) => a.slot - b.slot);
}

/** Sold in the whole minutes that had passed since the opening. */
function soldWithin(tally: Tally, elapsedMs: number): number {
  let sold = 0;
  for (const [minute, { amount }] of tally.minutes) if (minute < elapsedMs / 60_000) sold += amount;
  return sold;
}

function toMethods(tally: Tally): BoardFigures['byMethod'] {
  return [...tally.methods]
    .filter(([, amount]) => amount > 0)
    .sort(([, a], [, b]) => b - a)
    .map(([method, amount]) => ({ method: method as BoardFigures['byMethod'][number]['method'], amount }));
}

/** What it sold over the whole night; a drawer that was counted holds what was counted. */
function toRegister(row: RegisterRow, tally: Tally): BoardRegister {
  const { sessionIds, floatAmount, countedAmount, movedCash, ...same } = row;
  const sums = sessionIds.flatMap((id) => tally.sessions.get(id) ?? []);
  const taken = row.sessionId === null ? 0 : (tally.cash.get(row.sessionId) ?? 0);
  const times = sums.map((sum) => sum.last.getTime());
  return {
    ...same,
    salesAmount: sums.reduce((total, sum) => total + sum.amount, 0),
    salesCount: sums.reduce((total, sum) => total + sum.count, 0),
    lastSaleAt: times.length > 0 ? new Date(Math.max(...times)) : null,
    drawerCash: row.status === 'CLOSED' ? (countedAmount ?? 0) : (floatAmount ?? 0) + taken + movedCash,
  };
}
