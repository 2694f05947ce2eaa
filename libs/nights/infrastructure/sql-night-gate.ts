import { Injectable } from '@nestjs/common';
import { Transaction } from '@libs/kernel';
import { sql, sqlOf } from '@libs/platform';
import { NightGate } from '../application';

const OPEN_SESSIONS = sql(
  'nights.open_sessions',
  `SELECT r.name FROM sales.register_sessions s JOIN sales.registers r ON r.id = s.register_id
   WHERE s.night_id = $1 AND s.status <> 'CLOSED' ORDER BY r.name`,
);

/** Cash is in the drawer; anything else needs the number of a voucher or the record of its attempt behind it. */
const UNKNOWN_PAYMENTS = sql(
  'nights.unknown_payments',
  `SELECT count(*)::int AS count FROM sales.sales s JOIN sales.sale_payments p ON p.sale_id = s.id
   WHERE s.night_id = $1 AND NOT s.is_cancelled AND p.method <> 'cash'
     AND coalesce(p.reference, '') = '' AND p.payment_intent_id IS NULL`,
);

const HAS_SALES = sql('nights.has_sales', 'SELECT EXISTS (SELECT 1 FROM sales.sales WHERE night_id = $1) AS found');

/** {@link NightGate} from the tables of the tills. */
@Injectable()
export class SqlNightGate extends NightGate {
  async openSessions(tx: Transaction, nightId: string): Promise<string[]> {
    return (await sqlOf(tx).rows<{ name: string }>(OPEN_SESSIONS, [nightId])).map((row) => row.name);
  }

  async unknownPayments(tx: Transaction, nightId: string): Promise<number> {
    return (await sqlOf(tx).rows<{ count: number }>(UNKNOWN_PAYMENTS, [nightId]))[0]?.count ?? 0;
  }

  async hasSales(tx: Transaction, nightId: string): Promise<boolean> {
    return (await sqlOf(tx).rows<{ found: boolean }>(HAS_SALES, [nightId]))[0]?.found ?? false;
  }
}
