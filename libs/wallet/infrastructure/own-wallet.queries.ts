import { Injectable } from '@nestjs/common';
import { DomainError } from '@libs/kernel';
import { Database, sql } from '@libs/platform';
import { Asset, TopUpMeans, TopUpStatus, TransferKind } from '../domain';

const BALANCE = sql(
  'wallet.own_balance',
  `SELECT c.id, coalesce(sum(b.balance) FILTER (WHERE a.asset = 'CLP'), 0)::bigint AS balance,
     coalesce(sum(b.balance) FILTER (WHERE a.asset = 'POINTS'), 0)::bigint AS points,
     coalesce(bool_or(b.frozen_at IS NOT NULL) FILTER (WHERE a.asset = 'CLP'), false) AS "isFrozen"
   FROM customers.customers c
   LEFT JOIN wallet.accounts a ON a.customer_id = c.uuid AND a.venue_id = c.venue_id
   LEFT JOIN wallet.balances b ON b.account_id = a.id
   WHERE c.uuid = $1 GROUP BY c.id`,
);
/** An account's entries are numbered without gaps: where a page begins is computed, not counted. */
const HISTORY = sql(
  'wallet.own_history',
  `SELECT t.number AS id, t.id AS uuid, e.asset, t.kind, e.amount, e.balance, t.reference_kind AS "referenceKind",
     t.reference_id AS "referenceId", t.reason, t.occurred_at AS "occurredAt"
   FROM wallet.accounts a
   JOIN wallet.balances b ON b.account_id = a.id
   JOIN wallet.entries e ON e.account_id = a.id AND e.sequence IS NOT NULL AND e.sequence <= b.sequence - $5
     AND e.sequence > b.sequence - $5 - $4
   JOIN wallet.transfers t ON t.id = e.transfer_id
   WHERE a.customer_id = $2 AND a.venue_id = $1 AND a.asset = $3
   ORDER BY e.sequence DESC`,
);
const TOP_UP = `SELECT t.number AS id, t.id AS uuid, t.customer_id AS "customerId", t.amount, t.means, t.status, t.outcome,
     t.created_at AS "createdAt", t.ended_at AS "endedAt", i.id AS "intentId", i.provider, i.pay_url AS "payUrl",
     i.expires_at AS "expiresAt", i.status AS "paymentStatus"
   FROM wallet.top_ups t
   LEFT JOIN LATERAL (
     SELECT id, provider, pay_url, expires_at, status FROM payments.intents
     WHERE order_kind = 'top_up' AND order_id = t.id ORDER BY id DESC LIMIT 1
   ) i ON true`;
const OWN_TOP_UP = sql('wallet.own_top_up', `${TOP_UP} WHERE t.id = $1 AND t.customer_id = $2`);
const TOP_UP_OF_VENUE = sql('wallet.top_up', `${TOP_UP} WHERE t.id = $1 AND t.customer_id = $2 AND t.venue_id = $3`);
const TOP_UPS = sql('wallet.top_ups', `${TOP_UP} WHERE t.customer_id = $1 ORDER BY t.id`);

export interface OwnBalance {
  /** The customer's number. */
  readonly id: number;
  /** In pesos. */
  readonly balance: number;
  readonly points: number;
  readonly isFrozen: boolean;
}

export interface OwnTransfer {
  readonly id: number;
  readonly uuid: string;
  readonly asset: Asset;
  readonly kind: TransferKind;
  /** Signed, in pesos or points. */
  readonly amount: number;
  /** After it. */
  readonly balance: number;
  readonly referenceKind: string;
  readonly referenceId: string;
  readonly reason: string | null;
  readonly occurredAt: Date;
}

export interface TopUpView {
  readonly id: number;
  readonly uuid: string;
  readonly customerId: string;
  readonly amount: number;
  readonly means: TopUpMeans;
  readonly status: TopUpStatus;
  /** Why nothing came. */
  readonly outcome: string | null;
  readonly createdAt: Date;
  readonly endedAt: Date | null;
  readonly intentId: string | null;
  readonly provider: string | null;
  readonly payUrl: string | null;
  readonly expiresAt: Date | null;
  readonly paymentStatus: string | null;
}

/** What customers see of their own wallet, and cashiers of a top-up. */
@Injectable()
export class OwnWalletQueries {
  constructor(private readonly database: Database) {}

  /** @throws DomainError `customer.unknown` */
  async balance(customerId: string): Promise<OwnBalance> {
    const [row] = await this.database.rows<OwnBalance>(BALANCE, [customerId]);
    if (!row) throw new DomainError('customer.unknown', 'not_found');
    return row;
  }

  /** The latest first, each with the balance after it. */
  history(
    venueId: string,
    customerId: string,
    page: { readonly asset: Asset; readonly limit: number; readonly offset: number },
  ): Promise<OwnTransfer[]> {
    return this.database.rows<OwnTransfer>(HISTORY, [venueId, customerId, page.asset, page.limit, page.offset]);
  }

  /** @throws DomainError `wallet.top_up_unknown`, also for somebody else's */
  topUp(customerId: string, id: string): Promise<TopUpView> {
    return this.one(OWN_TOP_UP, [id, customerId]);
  }

  /** @throws DomainError `wallet.top_up_unknown`, also for another house's */
  topUpOfVenue(venueId: string, customerId: string, id: string): Promise<TopUpView> {
    return this.one(TOP_UP_OF_VENUE, [id, customerId, venueId]);
  }

  topUps(customerId: string): Promise<TopUpView[]> {
    return this.database.rows<TopUpView>(TOP_UPS, [customerId]);
  }

  private async one(statement: typeof OWN_TOP_UP, values: readonly string[]): Promise<TopUpView> {
    const [row] = await this.database.rows<TopUpView>(statement, values);
    if (!row) throw new DomainError('wallet.top_up_unknown', 'not_found');
    return row;
  }
}
