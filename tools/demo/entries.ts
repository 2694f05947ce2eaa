import { INestApplicationContext } from '@nestjs/common';
import { ManageEntryTypes, ManageGuestLists, PlaceOrder } from '@libs/entries/application';
import { newId } from '@libs/kernel';
import { PlanNight } from '@libs/nights/application';
import { Client } from 'pg';
import { DemoClock } from './demo-clock';
import { DemoClub, id } from './master-data';
import { onceFor, StaffOnDuty } from './staff-on-duty';

const ADMIN = 'Paula Sandoval';
const DOOR_REGISTER = 'Caja 5';
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Guests with an account, invented; nobody knows their passwords. */
const GUESTS = ['Javiera Pinto', 'Cristóbal Reyes', 'Amanda Leiva'];
const FIRST = ['Martina', 'Vicente', 'Isidora', 'Agustín', 'Trinidad', 'Bastián'];
const LAST = ['Contreras', 'Sepúlveda', 'Morales', 'Espinoza', 'Tapia'];
const PLAN = {
  description: '',
  perPerson: 10,
  saleStartsAt: null,
  saleEndsAt: null,
  code: null,
  productId: null,
  isActive: true,
};

/** Writes what the demo sells to come in: tonight and next week, a guest list, and orders. */
export class DemoEntries {
  constructor(
    private readonly app: INestApplicationContext,
    private readonly clock: DemoClock,
    private readonly client: Client,
    private readonly club: DemoClub,
    private readonly staff: StaffOnDuty,
  ) {}

  async write(now: Date): Promise<void> {
    this.clock.set(now);
    const { rows } = await this.client.query<{ id: string; venue_id: string }>(
      `SELECT id, venue_id FROM nights.nights WHERE status = 'OPEN'`,
    );
    const tonight = rows[0];
    if (!tonight) return;
    const productId = await this.doorProduct(tonight.venue_id);
    await this.client.query('UPDATE nights.nights SET image_url = $2 WHERE id = $1', [
      tonight.id,
      poster('#0f766e', 'CUMBIA Y TECHNO'),
    ]);
    const free = await this.types(tonight.id, productId);
    await this.types(await this.nextNight(now), null);
    await this.guestList(tonight.id, now);
    for (const [index, name] of GUESTS.entries()) await this.order(tonight.venue_id, name, free, index + 1, now);
  }

  private async types(nightId: string, productId: string | null): Promise<string> {
    const types = this.app.get(ManageEntryTypes, { strict: false });
    const admin = this.staff.actor(ADMIN);
    const free = await types.add(admin, nightId, {
      ...PLAN,
      ...{
        name: 'Cumpleaños',
        description: 'Gratis para quien cumple esta semana',
        price: 0,
        capacity: 40,
        position: 3,
      },
      ...{ perPerson: 4, code: 'CUMPLE' },
    });
    const general = {
      name: 'General',
      description: 'Entrada a las dos pistas',
      price: 8_000,
      capacity: 400,
      position: 1,
    };
    await types.add(admin, nightId, { ...PLAN, ...general, productId });
    const vip = {
      name: 'VIP',
      description: 'Sector VIP y guardarropía incluida',
      price: 15_000,
      capacity: 80,
      position: 2,
    };
    await types.add(admin, nightId, { ...PLAN, ...vip, perPerson: 6 });
    return free.id;
  }

  private async nextNight(now: Date): Promise<string> {
    const doorsOpenAt = new Date(now.getTime() + 7 * DAY_MS);
    const night = await this.app.get(PlanNight, { strict: false }).execute(this.staff.actor(ADMIN), {
      date: doorsOpenAt.toLocaleDateString('sv-SE', { timeZone: 'America/Santiago' }),
      name: 'Aniversario: noche de los 2000',
      djs: ['DJ Pluma', 'Colectivo Aurora'],
      description: 'Los himnos de la década, con banda en vivo a la medianoche y terraza abierta hasta el cierre.',
      imageUrl: poster('#7c3aed', 'ANIVERSARIO 2000'),
      doorsOpenAt,
      doorsCloseAt: new Date(doorsOpenAt.getTime() + 6 * HOUR_MS),
      capacity: 800,
      priceTiers: [],
      responsibleIds: [this.staff.actor(ADMIN).employeeId],
    });
    return night.id;
  }

  /** Thirty names, some with friends. */
  private async guestList(nightId: string, now: Date): Promise<void> {
    const lists = this.app.get(ManageGuestLists, { strict: false });
    const admin = this.staff.actor(ADMIN);
    const expiresAt = new Date(now.getTime() + 3 * HOUR_MS);
    const plan = { name: 'Lista DJ Niebla', ownerName: 'DJ Niebla', entryTypeId: null, expiresAt, isActive: true };
    const listId = await lists.add(admin, nightId, plan);
    const names = FIRST.flatMap((first) => LAST.map((last) => `${first} ${last}`));
    const guests = names.map((name, index) => ({ name, plus: index % 4, note: index === 0 ? 'Mesa 4' : null }));
    await lists.addGuests(onceFor(admin), admin, listId, guests);
  }

  /** What the till at the door sells. @returns the product's id */
  private async doorProduct(venueId: string): Promise<string> {
    const [categoryId, productId] = [newId(), newId()];
    await this.client.query(
      `INSERT INTO catalog.categories (id, venue_id, name, icon, hue, position) VALUES ($1, $2, 'Entradas', 'gift', 'extra', 90)`,
      [categoryId, venueId],
    );
    await this.client.query(
      `INSERT INTO catalog.products (id, venue_id, category_id, name, detail, price)
       VALUES ($1, $2, $3, 'Entrada general', 'Una persona', 10000)`,
      [productId, venueId, categoryId],
    );
    await this.client.query(
      'UPDATE sales.registers SET allowed_category_ids = array_append(allowed_category_ids, $2::uuid) WHERE id = $1',
      [id(this.club.registers, DOOR_REGISTER), categoryId],
    );
    return productId;
  }

  private async order(venueId: string, name: string, entryType: string, qty: number, now: Date): Promise<void> {
    const customerId = newId();
    const email = `${name.split(' ')[0]?.toLowerCase() ?? ''}@demo.invalid`;
    await this.client.query(
      `INSERT INTO customers.customers (uuid, venue_id, name, email, password_hash, terms_accepted_at, created_at, updated_at)
       VALUES ($1, $2, $3, $4, 'none', $5, $5, $5)`,
      [customerId, venueId, name, email, now],
    );
    const key = `demo:${customerId}`;
    await this.app
      .get(PlaceOrder, { strict: false })
      .execute(
        { callerId: customerId, key, fingerprint: key, replayed: false },
        { customerId, venueId, ip: null },
        { lines: [{ entryType, qty }], pay: 'free', code: 'CUMPLE', provider: null, userAgent: 'demo' },
      );
  }
}

/** A picture that needs no file and no internet. */
function poster(color: string, title: string): string {
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 450"><rect width="800" height="450" fill="${color}"/>` +
    `<circle cx="400" cy="190" r="120" fill="none" stroke="#fff" stroke-opacity=".35" stroke-width="18"/>` +
    `<text x="400" y="400" fill="#fff" font-family="sans-serif" font-size="56" text-anchor="middle">${title}</text></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
