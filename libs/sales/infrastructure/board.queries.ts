import { Injectable } from '@nestjs/common';
import { Database, sql } from '@libs/platform';
import { ALERTS, BY_METHOD, COMPARED, PENDING, REGISTERS, SLOTS, TOP_PRODUCTS, TOTALS } from './board.sql';

/** Length of a stretch of the board's curve, in minutes since the night opened: never an hour of the local clock. */
export const SLOT_MINUTES = 30;
const TOP = 8;
const ALERTS_SHOWN = 20;

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

const SAME_TIME = sql(
  'sales.board_same_time',
  `SELECT coalesce(sum(total_amount), 0)::bigint AS amount FROM sales.sales
   WHERE night_id = $1 AND placed_at <= $2 AND NOT is_cancelled AND NOT no_revenue`,
);

/** A night's figures for the people who lead it, by index on the night; all of one moment. */
@Injectable()
export class BoardQueries {
  constructor(private readonly database: Database) {}

  /** @param openedAt when the night opened: slots are counted from it */
  figures(venueId: string, nightId: string, openedAt: Date, now: Date): Promise<BoardFigures> {
    return this.database.snapshot(async (reader) => {
      const [totals] = await reader.rows<BoardTotals>(TOTALS, [nightId]);
      const compared = await this.compared(reader, venueId, nightId, now.getTime() - openedAt.getTime());
      const [pending] = await reader.rows<{ tickets: number; items: number }>(PENDING, [nightId]);
      return {
        totals: totals as BoardTotals,
        compared,
        slots: await reader.rows<SlotRow>(SLOTS, [nightId, openedAt, SLOT_MINUTES]),
        comparedSlots: compared
          ? await reader.rows<SlotRow>(SLOTS, [compared.id, compared.openedAt, SLOT_MINUTES])
          : [],
        byMethod: await reader.rows<BoardFigures['byMethod'][number]>(BY_METHOD, [nightId]),
        registers: await reader.rows<BoardRegister>(REGISTERS, [venueId, nightId]),
        pending: pending ?? { tickets: 0, items: 0 },
        topProducts: await reader.rows<BoardFigures['topProducts'][number]>(TOP_PRODUCTS, [nightId, TOP]),
        alerts: await reader.rows<BoardAlert>(ALERTS, [venueId, nightId, ALERTS_SHOWN]),
      };
    });
  }

  /** The last closed night of the same weekday, else the last closed one, up to the same time since its opening. */
  private async compared(
    reader: Pick<Database, 'rows'>,
    venueId: string,
    nightId: string,
    elapsedMs: number,
  ): Promise<ComparedNight | null> {
    const [night] = await reader.rows<Omit<ComparedNight, 'amountSameTime'>>(COMPARED, [venueId, nightId]);
    if (!night) return null;
    const until = new Date(night.openedAt.getTime() + elapsedMs);
    const [row] = await reader.rows<{ amount: number }>(SAME_TIME, [night.id, until]);
    return { ...night, amountSameTime: row?.amount ?? 0 };
  }
}
