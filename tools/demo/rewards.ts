import { INestApplicationContext } from '@nestjs/common';
import { Client } from 'pg';
import { Actor } from '@libs/kernel';
import { AddReward } from '@libs/rewards/application';
import { AddPointRule, AddTier } from '@libs/wallet/application';
import { DemoClock } from './demo-clock';
import { type DemoClub, id } from './master-data';
import type { Location } from './club';

/** So many pesos are one point; cocktails count double. */
const RULES = [
  { name: 'Un punto por cada $100', pesosPerPoint: 100, multiplierPercent: 100, categories: null },
  { name: 'Cócteles, el doble', pesosPerPoint: 100, multiplierPercent: 200, categories: ['Cócteles'] },
] as const;

/** By points earned within a season. */
const TIERS = [
  { name: 'Bronce', minPoints: 300, multiplierPercent: 110 },
  { name: 'Plata', minPoints: 1_000, multiplierPercent: 125 },
  { name: 'Oro', minPoints: 3_000, multiplierPercent: 150 },
] as const;
const TIER_DAYS = 120;

interface DemoReward {
  readonly name: string;
  readonly description: string;
  /** In points. */
  readonly cost: number;
  readonly items: Readonly<Record<string, number>>;
  readonly location: Location;
  readonly stockLimit?: number;
  readonly perPersonLimit?: number;
}

const REWARDS: readonly DemoReward[] = [
  {
    ...{ name: 'Agua mineral', description: 'Para seguir bailando.', cost: 150 },
    ...{ items: { 'Agua mineral': 1 }, location: 'Barra principal' },
  },
  {
    ...{ name: 'Guardarropía gratis', description: 'Tu abrigo, por cuenta de la casa.', cost: 200 },
    ...{ items: { Ropero: 1 }, location: 'Bodega', perPersonLimit: 4 },
  },
  {
    ...{ name: 'Piscola de la casa', description: 'La clásica, con tus puntos.', cost: 450 },
    ...{ items: { Piscola: 1 }, location: 'Barra principal' },
  },
  {
    ...{ name: 'Mojito en la terraza', description: 'Hasta que se acaben.', cost: 600 },
    ...{ items: { Mojito: 1 }, location: 'Terraza', stockLimit: 60, perPersonLimit: 2 },
  },
  {
    ...{ name: 'Ronda para cuatro', description: 'Cuatro tequilas para celebrar.', cost: 1_500 },
    ...{ items: { Tequila: 4 }, location: 'Barra VIP', stockLimit: 20, perPersonLimit: 1 },
  },
];

/** Sets up how guests of the demo earn points, and what they get for them. */
export async function writeRewards(
  app: INestApplicationContext,
  client: Client,
  club: DemoClub,
  { admin, at, clock }: { readonly admin: Actor; readonly at: Date; readonly clock: DemoClock },
): Promise<void> {
  const get = <T>(type: new (...args: never[]) => T): T => app.get<T>(type, { strict: false });
  const { rows } = await client.query<{ id: string; name: string }>(
    'SELECT id, name FROM catalog.categories WHERE venue_id = $1',
    [club.venueId],
  );
  const categories = new Map(rows.map((row) => [row.name, row.id]));
  clock.set(at);
  for (const { categories: names, ...rule } of RULES) {
    const categoryIds = names?.map((name) => id(categories, name)) ?? null;
    await get(AddPointRule).execute(admin, { ...rule, categoryIds, nightId: null, startsAt: null, endsAt: null });
  }
  for (const tier of TIERS) await get(AddTier).execute(admin, { ...tier, withinDays: TIER_DAYS });
  for (const { items, location, stockLimit, perPersonLimit, ...reward } of REWARDS) {
    await get(AddReward).execute(admin, {
      ...reward,
      items: Object.entries(items).map(([name, qty]) => ({ productId: id(club.products, name), qty })),
      locationId: id(club.locations, location),
      ...{ startsAt: null, endsAt: null, isActive: true },
      ...{ stockLimit: stockLimit ?? null, perPersonLimit: perPersonLimit ?? null },
    });
  }
}
