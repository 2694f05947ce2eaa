import type { INestApplicationContext } from '@nestjs/common';
import { Client } from 'pg';
import { newId, Rut } from '@libs/kernel';
import { PasswordHasher } from '@libs/customers/application';
import { TakeTopUp } from '@libs/wallet/application';
import { Chance } from './chance';
import { DemoClub } from './master-data';
import { onceFor, StaffOnDuty } from './staff-on-duty';

const PASSWORD = 'piscola-con-hielo';
const DAY_MS = 24 * 3_600_000;
/** Pesos, as guests hand them over. */
const TOP_UPS = [5_000, 10_000, 10_000, 15_000, 20_000, 30_000] as const;

/** Invented people; whoever tries the demo can be the first of them. */
const NAMES = [
  ...['Antonia Lagos', 'Benjamín Soto', 'Catalina Reyes', 'Diego Fuentes', 'Emilia Carrasco', 'Felipe Araya'],
  ...['Gabriela Núñez', 'Hugo Espinoza', 'Isidora Vergara', 'Joaquín Tapia', 'Karina Pizarro', 'Lucas Moreno'],
  ...['Martina Ibáñez', 'Nicolás Bravo', 'Olivia Cárdenas', 'Pablo Sandoval', 'Renata Molina', 'Sebastián Vega'],
  ...['Trinidad Campos', 'Vicente Olivares'],
] as const;
const FIRST_RUT = 19_240_118;

export const DEMO_GUEST = { name: NAMES[0], email: mailOf(NAMES[0]), password: PASSWORD } as const;

/** Guests with an account, who brought money to the tills of tonight. */
export class DemoGuests {
  constructor(
    private readonly app: INestApplicationContext,
    private readonly client: Client,
    private readonly club: DemoClub,
    private readonly staff: StaffOnDuty,
  ) {}

  async come(now: Date): Promise<void> {
    const chance = new Chance(20);
    const hash = await this.app.get(PasswordHasher, { strict: false }).hash(PASSWORD);
    const { rows: sessions } = await this.client.query<{ id: string; cashier: string }>(
      `SELECT s.id, e.name AS cashier FROM sales.register_sessions s JOIN staff.employees e ON e.id = s.employee_id
       WHERE s.venue_id = $1 AND s.status = 'OPEN' ORDER BY s.id`,
      [this.club.venueId],
    );
    for (const [number, name] of NAMES.entries()) {
      const registeredAt = new Date(now.getTime() - (20 - number) * DAY_MS);
      const customerId = await this.register(name, FIRST_RUT + number * 31_337, hash, registeredAt);
      for (let times = chance.between(1, 3); times > 0; times -= 1) {
        const session = oneOf(chance, sessions);
        const actor = this.staff.actor(session.cashier);
        await this.app.get(TakeTopUp, { strict: false }).execute(onceFor(actor), actor, {
          ...{ customerId, registerSessionId: session.id, amount: oneOf(chance, TOP_UPS) },
          ...{ means: 'cash', voucher: null, userAgent: 'demo' },
        });
      }
    }
  }

  private async register(name: string, rutBody: number, hash: string, at: Date): Promise<string> {
    const id = newId(at.getTime());
    const rut = `${String(rutBody)}-${Rut.checkDigit(rutBody)}`;
    await this.client.query(
      `INSERT INTO customers.customers (uuid, venue_id, name, email, phone, rut, birth_date, password_hash,
         terms_accepted_at, created_at, updated_at)
       VALUES ($1, $2, $3, $4, '+56 9 5550 0100', $5, '1998-03-14', $6, $7, $7, $7)`,
      [id, this.club.venueId, name, mailOf(name), rut, hash, at],
    );
    await this.client.query(
      `INSERT INTO customers.consents (customer_uuid, kind, granted, at) VALUES ($1, 'terms', true, $2)`,
      [id, at],
    );
    return id;
  }
}

function oneOf<T>(chance: Chance, things: readonly T[]): T {
  return things[chance.between(0, things.length - 1)] as T;
}

function mailOf(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return `${plain.replace(' ', '.')}@example.com`;
}
