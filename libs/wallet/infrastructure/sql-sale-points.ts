import { Injectable } from '@nestjs/common';
import { DomainEvent, Transaction } from '@libs/kernel';
import { sql, sqlOf, writeOutbox } from '@libs/platform';
import { EarnedBySale, PaidSale, SalePoints } from '../domain';

/** Reads may look into other contexts' tables, writes never. */
const PAID = sql(
  'wallet.paid_sales',
  `SELECT s.id AS "saleId", s.venue_id AS "venueId", s.night_id AS "nightId", s.customer_id AS "customerId",
     s.placed_at AS "placedAt", (
       SELECT json_agg(json_build_object('categoryId', by_category.id, 'paidAmount', by_category.paid)) FROM (
         SELECT p.category_id AS id, sum(l.total_amount) AS paid FROM sales.sale_lines l
         JOIN catalog.products p ON p.id = l.product_id WHERE l.sale_id = s.id
         GROUP BY p.category_id HAVING sum(l.total_amount) > 0 ORDER BY p.category_id
       ) by_category) AS lines
   FROM sales.sales s
   WHERE s.id = ANY ($1::uuid[]) AND s.customer_id IS NOT NULL AND s.total_amount > 0
     AND NOT s.no_revenue AND NOT s.is_cancelled
   ORDER BY s.placed_at, s.id`,
);
const CLAIM = sql(
  'wallet.claim_sale',
  `INSERT INTO wallet.sale_points (sale_id, venue_id, customer_id, lines)
   SELECT $1, $2, $3, jsonb_agg(jsonb_build_object('category_id', line.id, 'paid_amount', line.paid))
   FROM unnest($4::uuid[], $5::bigint[]) AS line (id, paid)
   ON CONFLICT (sale_id) DO NOTHING RETURNING sale_id`,
);
const KEEP = sql(
  'wallet.keep_sale_points',
  'UPDATE wallet.sale_points SET points = $2, transfer_id = $3 WHERE sale_id = $1',
);
const HOLD = sql(
  'wallet.hold_sale_points',
  `SELECT customer_id AS "customerId", points, transfer_id AS "transferId" FROM wallet.sale_points
   WHERE sale_id = $1 AND cancelled_at IS NULL FOR NO KEY UPDATE`,
);
const KEEP_RETURN = sql(
  'wallet.keep_returned_points',
  'UPDATE wallet.sale_points SET returned_points = $2, cancelled_at = $3 WHERE sale_id = $1',
);

/** {@link SalePoints} on Postgres: the sale's id, a primary key, decides that it earns once. */
@Injectable()
export class SqlSalePoints extends SalePoints {
  paid(tx: Transaction, saleIds: readonly string[]): Promise<PaidSale[]> {
    return sqlOf(tx).rows<PaidSale>(PAID, [saleIds]);
  }

  async claim(tx: Transaction, { saleId, venueId, customerId, lines }: PaidSale): Promise<boolean> {
    const rows = await sqlOf(tx).rows(CLAIM, [
      ...[saleId, venueId, customerId],
      lines.map((line) => line.categoryId),
      lines.map((line) => line.paidAmount),
    ]);
    return rows.length > 0;
  }

  async keep(tx: Transaction, saleId: string, points: number, transferId: string): Promise<void> {
    await sqlOf(tx).rows(KEEP, [saleId, points, transferId]);
  }

  async hold(tx: Transaction, saleId: string): Promise<EarnedBySale | undefined> {
    return (await sqlOf(tx).rows<EarnedBySale>(HOLD, [saleId]))[0];
  }

  async keepReturn(tx: Transaction, saleId: string, returned: number, at: Date): Promise<void> {
    await sqlOf(tx).rows(KEEP_RETURN, [saleId, returned, at]);
  }

  publish(tx: Transaction, events: readonly DomainEvent[]): Promise<void> {
    return writeOutbox(tx, events);
  }
}
