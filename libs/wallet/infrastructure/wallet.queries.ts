import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { DomainError } from '@libs/kernel';
import { cursorAs, Database, Page, sql, toPage } from '@libs/platform';
import { Asset, TransferKind } from '../domain';

const ACCOUNT = `SELECT a.id, a.customer_id, a.asset, b.balance, b.frozen_at, b.frozen_reason, b.moved_at, a.created_at
   FROM wallet.accounts a JOIN wallet.balances b ON b.account_id = a.id`;
const ACCOUNTS = sql('wallet.accounts', `${ACCOUNT} WHERE a.venue_id = $1 AND a.customer_id = $2 ORDER BY a.asset`);
const ONE = sql('wallet.account', `${ACCOUNT} WHERE a.venue_id = $1 AND a.id = $2`);
const ENTRIES = sql(
  'wallet.entries',
  `SELECT e.transfer_id, e.sequence, e.amount, e.balance, t.kind, t.reference_kind, t.reference_id, t.returns_of, t.reason,
     w.name AS employee_name, y.name AS authorized_by_name, t.night_id, t.occurred_at
   FROM wallet.entries e
   JOIN wallet.transfers t ON t.id = e.transfer_id
   LEFT JOIN staff.employees w ON w.id = t.employee_id
   LEFT JOIN staff.employees y ON y.id = t.authorized_by
   WHERE e.account_id = $1 AND e.sequence IS NOT NULL AND ($2::bigint IS NULL OR e.sequence < $2)
   ORDER BY e.sequence DESC LIMIT $3`,
);
export interface WalletAccountRow {
  readonly id: string;
  readonly customer_id: string;
  readonly asset: Asset;
  /** In pesos or points. */
  readonly balance: number;
  readonly frozen_at: Date | null;
  readonly frozen_reason: string | null;
  readonly moved_at: Date;
  readonly created_at: Date;
}

export interface WalletEntryRow {
  readonly transfer_id: string;
  /** In its account, from 1, without gaps. */
  readonly sequence: number;
  /** Signed, in pesos or points. */
  readonly amount: number;
  /** After it. */
  readonly balance: number;
  readonly kind: TransferKind;
  readonly reference_kind: string;
  readonly reference_id: string;
  readonly returns_of: string | null;
  readonly reason: string | null;
  readonly employee_name: string | null;
  readonly authorized_by_name: string | null;
  readonly night_id: string | null;
  readonly occurred_at: Date;
}

/** Wallets as screens read them, always of one venue. */
@Injectable()
export class WalletQueries {
  constructor(private readonly database: Database) {}

  /** Pesos and points of a customer; nothing when nothing ever came in. */
  accounts(venueId: string, customerId: string): Promise<WalletAccountRow[]> {
    return this.database.rows<WalletAccountRow>(ACCOUNTS, [venueId, customerId]);
  }

  /** The latest first, each with the balance after it. @throws DomainError `wallet.account_not_found` */
  async entries(
    venueId: string,
    accountId: string,
    paged: { readonly limit: number; readonly cursor?: string | undefined },
  ): Promise<Page<WalletEntryRow>> {
    const [before] = cursorAs(paged.cursor, [z.int().min(1)]) ?? [null];
    const [[account], rows] = await Promise.all([
      this.database.rows<WalletAccountRow>(ONE, [venueId, accountId]),
      this.database.rows<WalletEntryRow>(ENTRIES, [accountId, before, paged.limit + 1]),
    ]);
    if (!account) throw new DomainError('wallet.account_not_found', 'not_found');
    return toPage(rows, paged.limit, (row) => [row.sequence]);
  }
}
