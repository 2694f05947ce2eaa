import { Injectable } from '@nestjs/common';
import { domainEvent, newId, Transaction } from '@libs/kernel';
import { sqlOf, together, writeOutbox } from '@libs/platform';
import {
  Asset,
  Earning,
  HeldAccount,
  heedsFreeze,
  IdlePoints,
  Ledger,
  Limits,
  Occasion,
  PointRule,
  Posting,
  PostOutcome,
  StandingTransfer,
  Tier,
  TierStanding,
  TransferKind,
  USUAL_LIMITS,
} from '../domain';
import * as statements from './ledger-statements';

interface PostRow {
  account_id: string | null;
  house_id: string | null;
  is_claimed: boolean;
  balance: number | null;
}

type StandingRow = Omit<StandingTransfer, 'reference'> & { reference_kind: string; reference_id: string };

/** {@link Ledger} on Postgres: one statement a transfer. */
@Injectable()
export class SqlLedger extends Ledger {
  async post(tx: Transaction, posting: Posting): Promise<PostOutcome> {
    const transferId = newId(posting.at.getTime());
    let row = await this.send(tx, posting, transferId);
    // Money that goes needs an account that it once came to; money that comes opens one.
    if (!row.account_id && posting.amount < 0) return { state: 'refused', balance: 0, isFrozen: false };
    if (!row.account_id || !row.house_id) {
      const { venueId, asset, houseRole, at } = posting;
      if (!row.account_id) await this.open(tx, posting, posting.customerId, asset);
      await sqlOf(tx).rows(statements.OPEN_HOUSE, [venueId, asset, houseRole, at]);
      row = await this.send(tx, posting, transferId);
    }
    const { account_id: accountId, balance } = row;
    if (accountId === null || row.house_id === null) throw new Error('an account that was opened is not there');
    if (balance !== null) return { state: 'posted', accountId, transferId, balance };
    if (!row.is_claimed) {
      const earlier = await this.standing(tx, statements.BY_REFERENCE, [posting.kind, posting.reference.id]);
      if (!earlier) throw new Error('a reference is taken by no transfer');
      return { state: 'known', earlier };
    }
    const held = await this.hold(tx, posting.venueId, posting.customerId, posting.asset);
    return { state: 'refused', balance: held?.balance ?? 0, isFrozen: held?.isFrozen ?? false };
  }

  private async send(tx: Transaction, posting: Posting, transferId: string): Promise<PostRow> {
    const { venueId, customerId, asset, houseRole, amount, kind, reference, nightId, actor, at } = posting;
    const rows = await sqlOf(tx).rows<PostRow>(statements.POST, [
      ...[venueId, customerId, asset, houseRole, amount, transferId, kind, reference.kind, reference.id],
      ...[posting.returnsOf ?? null, posting.reason ?? null, actor.employeeId, posting.authorizedBy ?? null],
      ...[nightId, at, heedsFreeze(kind), posting.maxBalance ?? null, newId(at.getTime()), JSON.stringify(actor)],
    ]);
    return rows[0] as PostRow;
  }

  async open(tx: Transaction, occasion: Occasion, customerId: string, asset: Asset): Promise<HeldAccount> {
    const { venueId, nightId, actor, at } = occasion;
    const known = await this.hold(tx, venueId, customerId, asset);
    if (known) return known;
    const ids = [newId(at.getTime()), newId(at.getTime())] as const;
    await sqlOf(tx).rows(statements.OPEN, [
      ...[ids[0], venueId, asset, customerId, at, ids[1], nightId, JSON.stringify(actor)],
    ]);
    const opened = await this.hold(tx, venueId, customerId, asset);
    if (!opened) throw new Error('an account that was opened is not there');
    return opened;
  }

  async hold(tx: Transaction, venueId: string, customerId: string, asset: Asset): Promise<HeldAccount | undefined> {
    return (await sqlOf(tx).rows<HeldAccount>(statements.HOLD, [venueId, customerId, asset]))[0];
  }

  async holdById(tx: Transaction, venueId: string, accountId: string): Promise<HeldAccount | undefined> {
    return (await sqlOf(tx).rows<HeldAccount>(statements.HOLD_BY_ID, [venueId, accountId]))[0];
  }

  async toppedUp(
    tx: Transaction,
    venueId: string,
    accountId: string,
    since: Date,
  ): Promise<{ limits: Limits; amount: number }> {
    const [row] = await sqlOf(tx).rows<{ [limit in keyof Limits]: number | null } & { amount: number }>(
      statements.TOPPED_UP,
      [venueId, accountId, since],
    );
    return {
      limits: {
        maxBalance: row?.maxBalance ?? USUAL_LIMITS.maxBalance,
        maxTopUp: row?.maxTopUp ?? USUAL_LIMITS.maxTopUp,
        maxTopUpADay: row?.maxTopUpADay ?? USUAL_LIMITS.maxTopUpADay,
      },
      amount: row?.amount ?? 0,
    };
  }

  async find(
    tx: Transaction,
    venueId: string,
    kind: TransferKind,
    referenceId: string,
  ): Promise<StandingTransfer | undefined> {
    const found = await this.standing(tx, statements.BY_REFERENCE, [kind, referenceId]);
    return found?.venueId === venueId ? found : undefined;
  }

  async findById(tx: Transaction, venueId: string, transferId: string): Promise<StandingTransfer | undefined> {
    const found = await this.standing(tx, statements.BY_ID, [transferId]);
    return found?.venueId === venueId ? found : undefined;
  }

  private async standing(
    tx: Transaction,
    statement: typeof statements.BY_ID,
    values: readonly unknown[],
  ): Promise<StandingTransfer | undefined> {
    const [row] = await sqlOf(tx).rows<StandingRow>(statement, values);
    if (!row) return undefined;
    const { reference_kind: kind, reference_id: id, ...rest } = row;
    return { ...rest, reference: { kind, id } };
  }

  async returned(tx: Transaction, transferId: string): Promise<number> {
    return (await sqlOf(tx).rows<{ amount: number }>(statements.RETURNED, [transferId]))[0]?.amount ?? 0;
  }

  async freeze(tx: Transaction, account: HeldAccount, occasion: Occasion, reason: string | null): Promise<void> {
    const { accountId, customerId, asset } = account;
    const { venueId, nightId, actor, at } = occasion;
    const event = domainEvent({
      type: reason === null ? 'wallet.unfrozen' : 'wallet.frozen',
      ...{ venueId, nightId, actor },
      subjectId: accountId,
      data: { customer_id: customerId, asset, reason },
      occurredAt: at,
    });
    await together(sqlOf(tx).rows(statements.FREEZE, [accountId, reason, at]), writeOutbox(tx, [event]));
  }

  pointRules(tx: Transaction, venueId: string, at: Date): Promise<PointRule[]> {
    return sqlOf(tx).rows<PointRule>(statements.POINT_RULES, [venueId, at]);
  }

  async tierStandings(tx: Transaction, venueId: string, customerId: string, at: Date): Promise<TierStanding[]> {
    const values = [venueId, customerId, at];
    const rows = await sqlOf(tx).rows<Tier & { earned: number }>(statements.TIER_STANDINGS, values);
    return rows.map(({ earned, ...tier }) => ({ tier, earned }));
  }

  async keepEarnings(tx: Transaction, transferId: string, earnings: readonly Earning[]): Promise<void> {
    await sqlOf(tx).rows(statements.KEEP_EARNINGS, [
      transferId,
      earnings.map((earning) => earning.ruleId),
      earnings.map((earning) => earning.paidAmount),
      earnings.map((earning) => earning.pesosPerPoint),
      earnings.map((earning) => earning.multiplierPercent),
      earnings.map((earning) => earning.tierId),
      earnings.map((earning) => earning.tierPercent),
      earnings.map((earning) => earning.points),
    ]);
  }

  idlePoints(tx: Transaction, venueId: string, since: Date, limit: number): Promise<IdlePoints[]> {
    return sqlOf(tx).rows<IdlePoints>(statements.IDLE_POINTS, [venueId, since, limit]);
  }
}
