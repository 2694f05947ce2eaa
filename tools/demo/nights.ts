import { INestApplicationContext } from '@nestjs/common';
import { Actor } from '@libs/kernel';
import {
  CloseNight,
  OpenNight,
  PlanNight,
  PrepareNight,
  StartClosingNight,
  TickChecklist,
} from '@libs/nights/application';
import { CloseSession, CountCash } from '@libs/sales/application';
import { Chance } from './chance';
import { DemoClock } from './demo-clock';
import { DemoClub } from './master-data';
import { notesAndCoins } from './notes-and-coins';
import { NightPlay, OpenTill, Till } from './play-night';
import { onceFor, StaffOnDuty } from './staff-on-duty';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const ADMIN = 'Paula Sandoval';

const TILLS: readonly Till[] = [
  { register: 'Caja 1', cashier: 'Camila Rojas', bar: 'Barra principal', bartender: 'Fernanda Muñoz', weight: 32 },
  { register: 'Caja 2', cashier: 'Rocío Fuentes', bar: 'Barra principal', bartender: 'Joaquín Pérez', weight: 28 },
  { register: 'Caja 3', cashier: 'Matías Soto', bar: 'Terraza', bartender: 'Antonia Vera', weight: 20 },
  { register: 'Caja 4', cashier: 'Ignacio Bravo', bar: 'Barra VIP', bartender: 'Benjamín Lagos', weight: 12 },
  { register: 'Caja 5', cashier: 'Valentina Díaz', bar: 'Terraza', bartender: 'Antonia Vera', weight: 8 },
];

/** What each till was short or over at its close, in pesos. */
const DIFFERENCES = [0, -500, 200, -1_500, 0];

/** Writes the demo's nights: one that is over, and tonight with one till open. */
export class DemoNights {
  private readonly chance = new Chance(20_956);

  constructor(
    private readonly app: INestApplicationContext,
    private readonly clock: DemoClock,
    private readonly club: DemoClub,
    private readonly staff: StaffOnDuty,
  ) {}

  /** A whole night a week ago, with about 600 sales, counted and closed. */
  async past(now: Date): Promise<void> {
    const opensAt = new Date(now.getTime() - 7 * DAY_MS - 3 * HOUR_MS);
    const admin = this.staff.actor(ADMIN);
    const nightId = await this.openNight(admin, opensAt, 'Cumbia y techno', ['DJ Niebla', 'Los del Muelle']);
    const plan = { opensAt, tills: TILLS, sales: 600, lengthMinutes: 380, leftOver: 0.02 };
    const open = await this.play(plan);
    this.clock.set(new Date(opensAt.getTime() + 7.5 * HOUR_MS));
    await this.app.get(StartClosingNight, { strict: false }).execute(admin, nightId);
    for (const [index, till] of open.entries()) await this.close(till, DIFFERENCES[index] ?? 0);
    this.clock.set(new Date(opensAt.getTime() + 8 * HOUR_MS));
    await this.app.get(CloseNight, { strict: false }).execute(admin, nightId);
  }

  /** Tonight: open for three hours and in full swing, the first till at work. */
  async tonight(now: Date): Promise<void> {
    const opensAt = new Date(now.getTime() - 3 * HOUR_MS);
    await this.openNight(this.staff.actor(ADMIN), opensAt, 'Cumbia, techno y terraza', ['DJ Niebla', 'Selknam Sound']);
    const [first] = TILLS;
    if (!first) return;
    await this.play({ opensAt, tills: [first], sales: 600, lengthMinutes: 380, leftOver: 0.04, until: now });
  }

  private play(plan: ConstructorParameters<typeof NightPlay>[5]): Promise<OpenTill[]> {
    return new NightPlay(this.app, this.clock, this.club, this.staff, this.chance, plan).play();
  }

  private async openNight(admin: Actor, opensAt: Date, name: string, djs: string[]): Promise<string> {
    const get = <T>(type: new (...args: never[]) => T): T => this.app.get<T>(type, { strict: false });
    this.clock.set(new Date(opensAt.getTime() - 2 * HOUR_MS));
    const planned = await get(PlanNight).execute(admin, {
      date: localDate(opensAt),
      name,
      djs,
      description: 'Dos pistas, terraza abierta.',
      imageUrl: null,
      doorsOpenAt: opensAt,
      doorsCloseAt: new Date(opensAt.getTime() + 6 * HOUR_MS),
      capacity: 800,
      priceTiers: [
        { name: 'General', price: 8_000 },
        { name: 'VIP', price: 15_000 },
      ],
      responsibleIds: [admin.employeeId],
    });
    await get(PrepareNight).execute(admin, planned.id);
    for (const item of planned.checklist) await get(TickChecklist).execute(admin, planned.id, item.id, true);
    this.clock.set(opensAt);
    await get(OpenNight).execute(admin, planned.id);
    return planned.id;
  }

  private async close({ till, sessionId, cash }: OpenTill, difference: number): Promise<void> {
    const actor = this.staff.actor(till.cashier);
    const denominations = notesAndCoins(cash.pesos + difference);
    await this.app.get(CountCash, { strict: false }).execute(onceFor(actor), actor, sessionId, denominations);
    await this.app.get(CloseSession, { strict: false }).execute(onceFor(actor), actor, { sessionId });
  }
}

/** The calendar date in Chile at that moment, `YYYY-MM-DD`. */
function localDate(at: Date): string {
  return at.toLocaleDateString('sv-SE', { timeZone: 'America/Santiago' });
}
