import { hash } from '@node-rs/argon2';
import { newId } from '@libs/kernel';
import { DatabaseListener, newSecret, sha256 } from '@libs/platform';
import { HttpClient } from './http-client';
import { TestApp } from './test-app';

/** A PIN that the policy accepts. */
export const PIN = '482915';
export const PASSWORD = 'correcto caballo bateria';

export interface Venue {
  readonly id: string;
  readonly name: string;
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly venueId: string;
}

export interface Tablet {
  readonly id: string;
  readonly name: string;
  readonly venueId: string;
  readonly credential: string;
}

/** A guest with an account. */
export interface Guest {
  readonly id: string;
  readonly email: string;
  readonly venueId: string;
}

type Role = 'cashier' | 'bartender' | 'wardrobe' | 'door' | 'supervisor' | 'admin';
type Station = 'admin' | 'register' | 'bar' | 'wardrobe' | 'door';

const APP_OF: Readonly<Record<Station, string>> = {
  admin: 'admin',
  register: 'pos',
  bar: 'bar',
  wardrobe: 'wardrobe',
  door: 'door',
};

/** Writes what a test starts from straight into the tables, as the owner: fast, and independent of the routes. */
export class Fixtures {
  private made = 0;

  constructor(private readonly app: TestApp) {}

  async venue(given: { name?: string; ticketPrefix?: string; settings?: object } = {}): Promise<Venue> {
    const id = newId();
    const name = given.name ?? `Club ${this.next()}`;
    await this.run('INSERT INTO nights.venues (id, name, ticket_prefix, settings) VALUES ($1, $2, $3, $4)', [
      id,
      name,
      given.ticketPrefix ?? 'BMB',
      JSON.stringify(given.settings ?? {}),
    ]);
    return { id, name };
  }

  /** @param given `pin: null` for somebody without a PIN; otherwise {@link PIN} */
  async employee(
    venue: Venue,
    roles: Role[],
    given: { name?: string; pin?: string | null; birthDate?: string; isActive?: boolean } = {},
  ): Promise<Person> {
    const id = newId();
    const name = given.name ?? `Persona ${this.next()}`;
    const pinHash = given.pin === null ? null : await this.hash(given.pin ?? PIN);
    await this.run(
      `INSERT INTO staff.employees (id, venue_id, name, roles, pin_hash, birth_date, is_active)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [id, venue.id, name, roles, pinHash, given.birthDate ?? null, given.isActive ?? true],
    );
    return { id, name, venueId: venue.id };
  }

  /** Somebody who may enter the back office with this username and {@link PASSWORD}. */
  async admin(venue: Venue, username = `admin${this.next()}`): Promise<Person & { username: string }> {
    const person = await this.employee(venue, ['admin']);
    await this.run('INSERT INTO staff.admin_accounts (employee_id, username, password_hash) VALUES ($1, $2, $3)', [
      person.id,
      username,
      await this.hash(PASSWORD),
    ]);
    return { ...person, username };
  }

  /** An enrolled tablet. */
  async tablet(venue: Venue, name = `Tablet ${this.next()}`): Promise<Tablet> {
    const id = newId();
    const credential = newSecret();
    await this.run(
      `INSERT INTO staff.devices (id, venue_id, name, credential_hash, enrolled_at) VALUES ($1, $2, $3, $4, now())`,
      [id, venue.id, name, sha256(credential)],
    );
    return { id, name, venueId: venue.id, credential };
  }

  /** The browser of a tablet with nobody logged in. */
  onTablet(tablet: Tablet, app: string = 'pos'): HttpClient {
    return new HttpClient(this.app.url, app, { 'noche-device': tablet.credential });
  }

  /** A logged-in person's browser: `admin` without a tablet, the other stations on one (a fresh one unless given). */
  async session(
    person: Person,
    station: Station,
    given: { tablet?: Tablet; barId?: string } = {},
  ): Promise<HttpClient & { readonly sessionId: string; readonly person: Person }> {
    const token = newSecret();
    const sessionId = newId();
    const venue = { id: person.venueId, name: '' };
    const tablet = station === 'admin' ? undefined : (given.tablet ?? (await this.tablet(venue)));
    const kind = station === 'admin' ? 'admin' : station === 'bar' ? 'bartender' : 'staff';
    await this.run(
      `INSERT INTO staff.sessions (token_hash, id, venue_id, employee_id, device_id, kind, station, bar_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [sha256(token), sessionId, venue.id, person.id, tablet?.id ?? null, kind, station, given.barId ?? null],
    );
    const client = new HttpClient(this.app.url, APP_OF[station], {
      [`noche-${APP_OF[station]}`]: token,
      ...(tablet ? { 'noche-device': tablet.credential } : {}),
    });
    return Object.assign(client, { sessionId, person });
  }

  /** Somebody new with these roles, logged in there. */
  async loggedIn(venue: Venue, roles: Role[], station: Station, given: { tablet?: Tablet; barId?: string } = {}) {
    return this.session(await this.employee(venue, roles), station, given);
  }

  /** A guest with an account and {@link PASSWORD}, who has confirmed the address. */
  async customer(venue: Venue, email = `guest${this.next()}@example.com`): Promise<Guest> {
    const id = newId();
    await this.run(
      `INSERT INTO customers.customers (uuid, venue_id, name, email, phone, password_hash, terms_accepted_at, created_at,
         updated_at) VALUES ($1, $2, $3, $4, '+56 9 1234 5678', $5, now(), now(), now())`,
      [id, venue.id, `Cliente ${this.next()}`, email, await this.hash(PASSWORD)],
    );
    return { id, email, venueId: venue.id };
  }

  /** Somebody new with an account, logged in over HTTP. */
  async loggedInCustomer(
    venue: Venue,
  ): Promise<Guest & { readonly accessToken: string; readonly refreshToken: string }> {
    const guest = await this.customer(venue);
    const login = { email: guest.email, password: PASSWORD, venue_id: venue.id };
    const { body } = await this.app
      .client()
      .post<{ access_token: string; refresh_token: string }>('/customers/login', login);
    return { ...guest, accessToken: body.access_token, refreshToken: body.refresh_token };
  }

  /** A place where stock lies. */
  async location(venue: Venue, name = `Bodega ${this.next()}`): Promise<{ id: string; name: string }> {
    const id = newId();
    await this.run('INSERT INTO inventory.stock_locations (id, venue_id, name) VALUES ($1, $2, $3)', [
      id,
      venue.id,
      name,
    ]);
    return { id, name };
  }

  async bar(venue: Venue, given: { name?: string; locationId?: string } = {}): Promise<{ id: string; name: string }> {
    const id = newId();
    const name = given.name ?? `Barra ${this.next()}`;
    const locationId = given.locationId ?? (await this.location(venue)).id;
    await this.run('INSERT INTO tickets.bars (id, venue_id, name, location_id) VALUES ($1, $2, $3, $4)', [
      id,
      venue.id,
      name,
      locationId,
    ]);
    return { id, name };
  }

  /** A night in that state; OPEN unless told otherwise. */
  async night(
    venue: Venue,
    given: { name?: string; date?: string; status?: 'PLANNED' | 'PREPARING' | 'OPEN' | 'CLOSING' | 'CLOSED' } = {},
  ): Promise<{ id: string; name: string }> {
    const id = newId();
    const name = given.name ?? `Noche ${this.next()}`;
    const status = given.status ?? 'OPEN';
    const opened = ['OPEN', 'CLOSING', 'CLOSED'].includes(status);
    await this.run(
      `INSERT INTO nights.nights (id, venue_id, date, name, status, opened_at, closed_at)
       VALUES ($1, $2, $3, $4, $5, CASE WHEN $6 THEN now() END, CASE WHEN $5 = 'CLOSED' THEN now() END)`,
      [id, venue.id, given.date ?? '2026-11-20', name, status, opened],
    );
    return { id, name };
  }

  /** Any statement, as the owner of the schemas; the app has heard of it when this resolves. */
  async run<T extends object>(text: string, values: readonly unknown[] = []): Promise<T[]> {
    const result = await this.app.database.owner.query<T>(text, [...values]);
    await this.app.nest.get(DatabaseListener).caughtUp();
    return result.rows;
  }

  private hash(secret: string): Promise<string> {
    return hash(secret, {
      memoryCost: 19_456,
      timeCost: 2,
      parallelism: 1,
      secret: this.app.config.pinPepper,
    });
  }

  private next(): number {
    this.made += 1;
    return this.made;
  }
}
