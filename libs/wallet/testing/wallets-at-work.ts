import { randomUUID } from 'node:crypto';
import { Actor, actorRef, Clock, newId, Once, Transaction } from '@libs/kernel';
import { TestPlatform } from '@libs/platform/testing';
import {
  AdjustBalance,
  Approvals,
  EarnPoints,
  ExpirePoints,
  FreezeAccount,
  Occasion,
  PayFromWallet,
  PayOutWallet,
  Posted,
  RefundToWallet,
  ReverseTransfer,
  SpendPoints,
  TopUpWallet,
  UnfreezeAccount,
} from '../application';
import { Ledger } from '../domain';

export class SetClock extends Clock {
  at = new Date('2026-11-22T04:00:00Z');
  now(): Date {
    return this.at;
  }
}

/** Says yes to whoever shows a token. */
class Agreeable extends Approvals {
  constructor(private readonly supervisorId: string) {
    super();
  }

  use(): Promise<string> {
    return Promise.resolve(this.supervisorId);
  }
}

export function newOnce(): Once {
  return { callerId: 'test', key: randomUUID(), fingerprint: 'test', replayed: false };
}

/** A venue with an admin and a supervisor, and every act of the wallet, each in a transaction of its own. */
export class WalletsAtWork {
  private constructor(
    readonly platform: TestPlatform,
    readonly venueId: string,
    readonly admin: Actor,
    private readonly supervisorId: string,
    private readonly ledger: Ledger,
    readonly clock: SetClock,
  ) {}

  static async open(platform: TestPlatform, ledger: Ledger): Promise<WalletsAtWork> {
    const [venueId, adminId, supervisorId] = [newId(), newId(), newId()];
    await platform.owner.query(`INSERT INTO nights.venues (id, name, ticket_prefix) VALUES ($1, 'Club', 'CLB')`, [
      venueId,
    ]);
    await platform.owner.query(
      `INSERT INTO staff.employees (id, venue_id, name, roles)
       VALUES ($1, $3, 'Andrea', '{admin}'), ($2, $3, 'Sofía', '{supervisor}')`,
      [adminId, supervisorId, venueId],
    );
    const admin = {
      ...{ venueId, employeeId: adminId, employeeName: 'Andrea', sessionId: newId(), deviceId: null, barId: null },
      ...{ ip: '10.0.0.7', permissions: new Set<string>() },
    };
    return new WalletsAtWork(platform, venueId, admin, supervisorId, ledger, new SetClock());
  }

  /** The same venue in a process that has just started. */
  restarted(ledger: Ledger): WalletsAtWork {
    return new WalletsAtWork(this.platform, this.venueId, this.admin, this.supervisorId, ledger, this.clock);
  }

  get occasion(): Occasion {
    return { venueId: this.venueId, nightId: null, actor: actorRef(this.admin), at: this.clock.at };
  }

  private run<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.platform.transactions.run(work);
  }

  /** Somebody with an account, whose id the test chose. */
  private async known(customerId: string): Promise<void> {
    await this.platform.owner.query(
      `INSERT INTO customers.customers (uuid, venue_id, name, email, password_hash, terms_accepted_at, created_at, updated_at)
       VALUES ($1::uuid, $2, 'Ana', $1::uuid || '@example.com', 'none', now(), now(), now()) ON CONFLICT DO NOTHING`,
      [customerId, this.venueId],
    );
  }

  async topUp(customerId: string, amount: number, id = newId()): Promise<Posted> {
    await this.known(customerId);
    const input = { customerId, amount, from: 'cash', reference: { kind: 'intent', id } } as const;
    return this.run((tx) => new TopUpWallet(this.ledger).execute(tx, this.occasion, input));
  }

  pay(customerId: string, amount: number, id = newId()): Promise<Posted> {
    const input = { customerId, amount, reference: { kind: 'sale', id } };
    return this.run((tx) => new PayFromWallet(this.ledger).execute(tx, this.occasion, input));
  }

  payOut(customerId: string, amount: number, id = newId()): Promise<Posted> {
    const input = { customerId, amount, reason: 'se va', reference: { kind: 'payout', id } };
    return this.run((tx) => new PayOutWallet(this.ledger).execute(tx, this.occasion, input));
  }

  refund(paidFor: string, amount: number, id = newId()): Promise<Posted> {
    const input = { paidFor, amount, reason: 'trago malo', reference: { kind: 'refund', id } };
    return this.run((tx) => new RefundToWallet(this.ledger).execute(tx, this.occasion, input));
  }

  reverse(transferId: string): Promise<Posted | undefined> {
    const input = { transferId, reason: 'venta anulada' };
    return this.run((tx) => new ReverseTransfer(this.ledger).execute(tx, this.occasion, input));
  }

  async earn(
    customerId: string,
    paidAmount: number,
    saleId = newId(),
    categoryId = newId(),
  ): Promise<Posted | undefined> {
    await this.known(customerId);
    const input = { customerId, saleId, lines: [{ categoryId, paidAmount }] };
    return this.run((tx) => new EarnPoints(this.ledger).execute(tx, this.occasion, input));
  }

  spend(customerId: string, points: number, id = newId()): Promise<Posted> {
    const input = { customerId, points, reference: { kind: 'reward', id } };
    return this.run((tx) => new SpendPoints(this.ledger).execute(tx, this.occasion, input));
  }

  expire(idleSince: Date): Promise<number> {
    return new ExpirePoints(this.platform.transactions, this.ledger).execute(this.occasion, idleSince);
  }

  adjust(accountId: string, amount: number): Promise<Posted> {
    const approvals = new Agreeable(this.supervisorId);
    const input = { accountId, amount, reason: 'error de caja', stepUpToken: 'yes' };
    return new AdjustBalance(this.platform.transactions, this.clock, this.ledger, approvals).execute(
      ...([this.admin, newOnce(), input] as const),
    );
  }

  freeze(accountId: string) {
    const input = { accountId, reason: 'teléfono robado' };
    return new FreezeAccount(this.platform.transactions, this.clock, this.ledger).execute(this.admin, newOnce(), input);
  }

  unfreeze(accountId: string) {
    const approvals = new Agreeable(this.supervisorId);
    const input = { accountId, stepUpToken: 'yes' };
    return new UnfreezeAccount(this.platform.transactions, this.clock, this.ledger, approvals).execute(
      ...([this.admin, newOnce(), input] as const),
    );
  }

  /** In pesos or points; nothing when there is no account. */
  async balance(customerId: string, asset = 'CLP'): Promise<number | undefined> {
    const { rows } = await this.platform.owner.query<{ balance: string }>(
      `SELECT b.balance FROM wallet.balances b JOIN wallet.accounts a ON a.id = b.account_id
       WHERE a.customer_id = $1 AND a.asset = $2`,
      [customerId, asset],
    );
    return rows[0] && Number(rows[0].balance);
  }

  /** The house's side, summed by role. */
  async house(): Promise<{ house_role: string; asset: string; balance: number }[]> {
    const { rows } = await this.platform.owner.query<{ house_role: string; asset: string; balance: number }>(
      `SELECT a.house_role, a.asset, sum(e.amount)::int AS balance
       FROM wallet.accounts a JOIN wallet.entries e ON e.account_id = a.id
       WHERE a.venue_id = $1 AND a.house_role IS NOT NULL GROUP BY a.id ORDER BY a.house_role`,
      [this.venueId],
    );
    return rows;
  }

  /** So many pesos are one point, from now on. */
  async pointRule(pesosPerPoint: number): Promise<string> {
    const id = newId();
    await this.platform.owner.query(
      `INSERT INTO wallet.point_rules (id, venue_id, pesos_per_point, created_at) VALUES ($1, $2, $3, '2026-01-01Z')`,
      [id, this.venueId, pesosPerPoint],
    );
    return id;
  }

  async limits(maxBalance: number, maxTopUpADay: number): Promise<void> {
    await this.platform.owner.query('INSERT INTO wallet.limits VALUES ($1, $2, $3, $3)', [
      ...[this.venueId, maxBalance, maxTopUpADay],
    ]);
  }
}
