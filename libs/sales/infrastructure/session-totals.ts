import { Injectable } from '@nestjs/common';
import { sql, Sql } from '@libs/platform';
import { PaymentMethod, SessionTotals } from '../application';
import { DrawerFigures, expectedCash } from '../domain';

/** What can run a statement: a transaction, or the pool. */
export interface Reads {
  rows<T>(statement: Sql, values: readonly unknown[]): Promise<T[]>;
}

/** One statement, so that all figures are of one moment. Amounts by method are what the payments cover. */
const TOTALS = sql(
  'sales.session_totals',
  `SELECT s.float_amount, s.counted_amount, s.cash_difference, sale.*, movement.*, paid.*
   FROM sales.register_sessions s
   CROSS JOIN LATERAL (
     SELECT count(*) FILTER (WHERE NOT is_cancelled AND NOT is_courtesy)::int AS sales_count,
       coalesce(sum(total_amount) FILTER (WHERE NOT is_cancelled), 0)::bigint AS sales_amount,
       coalesce(sum(tip_amount) FILTER (WHERE NOT is_cancelled), 0)::bigint AS tips,
       count(*) FILTER (WHERE is_courtesy AND NOT is_cancelled)::int AS courtesy_count,
       coalesce(sum(courtesy_value) FILTER (WHERE NOT is_cancelled), 0)::bigint AS courtesy_value,
       count(*) FILTER (WHERE is_cancelled)::int AS cancelled_count,
       coalesce(sum(cash_rounding) FILTER (WHERE NOT is_cancelled), 0)::bigint AS cash_rounding
     FROM sales.sales WHERE register_session_id = s.id
   ) sale
   CROSS JOIN LATERAL (
     SELECT coalesce(sum(amount) FILTER (WHERE kind = 'in'), 0)::bigint AS cash_in,
       coalesce(sum(amount) FILTER (WHERE kind = 'out'), 0)::bigint AS cash_out,
       coalesce(sum(amount) FILTER (WHERE kind = 'drop'), 0)::bigint AS cash_drops
     FROM sales.cash_movements WHERE session_id = s.id
   ) movement
   CROSS JOIN LATERAL (
     SELECT coalesce(sum(in_drawer), 0)::bigint AS cash_sales,
       coalesce(jsonb_agg(jsonb_build_object('method', method, 'amount', amount, 'count', count) ORDER BY method), '[]')
         AS by_method
     FROM (
       SELECT p.method, sum(p.amount)::bigint AS amount, count(*) AS count,
         sum(p.tendered_amount - p.change_amount) FILTER (WHERE p.method = 'cash') AS in_drawer
       FROM sales.sales sale JOIN sales.sale_payments p ON p.sale_id = sale.id
       WHERE sale.register_session_id = s.id AND NOT sale.is_cancelled
       GROUP BY p.method
     ) method
   ) paid
   WHERE s.id = $1`,
);

interface TotalsRow {
  float_amount: number;
  counted_amount: number | null;
  cash_difference: number | null;
  sales_count: number;
  sales_amount: number;
  tips: number;
  courtesy_count: number;
  courtesy_value: number;
  cancelled_count: number;
  cash_rounding: number;
  cash_in: number;
  cash_out: number;
  cash_drops: number;
  cash_sales: number;
  by_method: { method: PaymentMethod; amount: number; count: number }[];
}

/** The figures of a session, for its close and for those who may see them. */
@Injectable()
export class SessionTotalsQuery {
  async drawer(reads: Reads, sessionId: string): Promise<DrawerFigures> {
    return toFigures(await this.read(reads, sessionId));
  }

  async totals(reads: Reads, sessionId: string): Promise<SessionTotals> {
    const row = await this.read(reads, sessionId);
    const expected = expectedCash(toFigures(row)).pesos;
    const { counted_amount: counted } = row;
    return {
      salesCount: row.sales_count,
      salesAmount: row.sales_amount,
      byMethod: row.by_method,
      tips: row.tips,
      courtesyCount: row.courtesy_count,
      courtesyValue: row.courtesy_value,
      cancelledCount: row.cancelled_count,
      cashIn: row.cash_in,
      cashOut: row.cash_out,
      cashDrops: row.cash_drops,
      cashRounding: row.cash_rounding,
      expectedCash: expected,
      countedAmount: counted,
      cashDifference: row.cash_difference ?? (counted === null ? null : counted - expected),
    };
  }

  private async read(reads: Reads, sessionId: string): Promise<TotalsRow> {
    const [row] = await reads.rows<TotalsRow>(TOTALS, [sessionId]);
    if (!row) throw new Error('totals of a session that is not there');
    return row;
  }
}

function toFigures(row: TotalsRow): DrawerFigures {
  return {
    floatAmount: row.float_amount,
    cashSales: row.cash_sales,
    cashIn: row.cash_in,
    cashOut: row.cash_out,
    cashDrops: row.cash_drops,
    otherMethods: row.by_method.filter(({ method }) => method !== 'cash'),
  };
}
