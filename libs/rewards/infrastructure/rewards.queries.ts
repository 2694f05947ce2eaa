import { Injectable } from '@nestjs/common';
import { DomainError } from '@libs/kernel';
import { cursorAs, Database, instant, Page, toPage, uuid } from '@libs/platform';
import { leftOf, Reward, RewardItem } from '../domain';
import { CATALOGUE, OF_GUEST, OF_NIGHT, OFFERS, STANDING } from './reward-statements';

interface NamedItem extends RewardItem {
  readonly name: string;
}

/** A reward as the house sees it. */
export interface RewardRow extends Reward {
  readonly items: readonly NamedItem[];
  readonly locationName: string;
}

/** A reward as a guest sees it. */
export interface OfferRow {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** In points. */
  readonly cost: number;
  readonly items: readonly NamedItem[];
  readonly endsAt: Date | null;
  /** Null: no limit. */
  readonly left: number | null;
  /** What this guest may still have of it; null: no limit. */
  readonly leftForMe: number | null;
}

export interface Offers {
  readonly balance: number;
  readonly isNightOpen: boolean;
  readonly items: readonly OfferRow[];
}

export interface RedemptionRow {
  readonly id: string;
  readonly rewardId: string;
  readonly rewardName: string;
  readonly points: number;
  readonly customerId: string;
  /** Null once the guest's account is gone. */
  readonly customerName: string | null;
  readonly nightId: string;
  readonly nightName: string;
  readonly redeemedAt: Date;
  readonly undoneAt: Date | null;
  readonly undoneBy: string | null;
  readonly undoReason: string | null;
  readonly ticketId: string;
  readonly displayCode: string;
  readonly status: 'OPEN' | 'PARTIAL' | 'DELIVERED' | 'VOID';
  readonly items: readonly {
    readonly id: string;
    readonly name: string;
    readonly qty: number;
    readonly deliveredQty: number;
  }[];
}

interface Paged {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** Rewards as screens read them, always of one venue. */
@Injectable()
export class RewardQueries {
  constructor(private readonly database: Database) {}

  /** All of the house's, those that are offered first. */
  catalogue(venueId: string): Promise<RewardRow[]> {
    return this.database.rows<RewardRow>(CATALOGUE, [venueId, null]);
  }

  /** @throws DomainError `reward.not_found` */
  async one(venueId: string, rewardId: string): Promise<RewardRow> {
    const [row] = await this.database.rows<RewardRow>(CATALOGUE, [venueId, rewardId]);
    if (!row) throw new DomainError('reward.not_found', 'not_found');
    return row;
  }

  /** What a guest can get at that moment, the cheapest first. */
  async offers(venueId: string, customerId: string, at: Date): Promise<Offers> {
    const [[standing], rows] = await Promise.all([
      this.database.rows<{ balance: number; isNightOpen: boolean }>(STANDING, [venueId, customerId]),
      this.database.rows<RewardRow & { mine: number }>(OFFERS, [venueId, customerId, at]),
    ]);
    const items = rows.map(({ id, name, description, cost, items: of, endsAt, stockLimit, taken, ...row }) => ({
      ...{ id, name, description, cost, items: of, endsAt, left: leftOf(stockLimit, taken) },
      leftForMe: leftOf(row.perPersonLimit, row.mine),
    }));
    return { balance: standing?.balance ?? 0, isNightOpen: standing?.isNightOpen ?? false, items };
  }

  /** The latest first. */
  redeemedBy(venueId: string, customerId: string, paged: Paged): Promise<Page<RedemptionRow>> {
    return this.page(OF_GUEST, venueId, customerId, paged);
  }

  /** The latest first. @param filter without a night: of all nights */
  redemptions(
    venueId: string,
    filter: { readonly nightId?: string | undefined } & Paged,
  ): Promise<Page<RedemptionRow>> {
    return this.page(OF_NIGHT, venueId, filter.nightId ?? null, filter);
  }

  private async page(
    statement: typeof OF_NIGHT,
    venueId: string,
    of: string | null,
    { limit, cursor }: Paged,
  ): Promise<Page<RedemptionRow>> {
    const [at, id] = cursorAs(cursor, [instant, uuid]) ?? [null, null];
    const rows = await this.database.rows<RedemptionRow>(statement, [venueId, of, at, id, limit + 1]);
    return toPage(rows, limit, (row) => [row.redeemedAt.toISOString(), row.id]);
  }
}
