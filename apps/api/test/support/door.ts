import { findBroken } from '@libs/audit/infrastructure';
import { newId, Transactions } from '@libs/kernel';
import { Sql } from '@libs/platform';
import { TopUpWallet } from '@libs/wallet/application';
import { Fixtures, Guest, Venue } from './fixtures';
import { Answer, HttpClient } from './http-client';
import { TestApp } from './test-app';

export interface OwnEntry {
  readonly id: number;
  readonly uuid: string;
  readonly qr: string;
  readonly display_code: string;
  readonly status: string;
  readonly order_uuid: string | null;
}

export interface EntryOrder {
  readonly id: number;
  readonly uuid: string;
  readonly status: string;
  readonly total_amount: number;
  readonly expires_at: string;
  readonly entries: readonly OwnEntry[];
  readonly code?: string;
  readonly facts?: Readonly<Record<string, unknown>>;
}

/** A guest's phone: everything it sends carries the guest's token. */
export class Phone {
  private constructor(
    private readonly client: HttpClient,
    readonly guest: Guest,
    readonly token: string,
  ) {}

  static async of(app: TestApp, make: Fixtures, venue: Venue): Promise<Phone> {
    const guest = await make.loggedInCustomer(venue);
    return new Phone(app.client(), guest, guest.accessToken);
  }

  get<T = EntryOrder>(path: string): Promise<Answer<T>> {
    return this.client.get<T>(path, { headers: this.headers });
  }

  post<T = EntryOrder>(path: string, body?: object, key: string = newId()): Promise<Answer<T>> {
    return this.client.post<T>(path, body, { key, headers: this.headers });
  }

  /** So many of one kind. */
  order(
    entryType: string | number,
    qty: number,
    pay = 'free',
    more: object = {},
    key?: string,
  ): Promise<Answer<EntryOrder>> {
    return this.post('/entradas/orders', { lines: [{ entry_type: entryType, qty }], pay, ...more }, key);
  }

  /** @throws Error when it was refused */
  async bought(entryType: string, qty = 1): Promise<readonly OwnEntry[]> {
    const { body, status } = await this.order(entryType, qty);
    if (status !== 201) throw new Error(JSON.stringify(body));
    return body.entries;
  }

  private get headers(): Readonly<Record<string, string>> {
    return { authorization: `Bearer ${this.token}` };
  }
}

/** Money comes into the guest's wallet, in pesos. */
export async function topUp(app: TestApp, guest: Guest, amount: number): Promise<void> {
  const occasion = {
    ...{ venueId: guest.venueId, nightId: null, at: new Date() },
    actor: { employeeId: null, employeeName: null, deviceId: null, ip: null },
  };
  const input = { customerId: guest.id, amount, from: 'online', reference: { kind: 'intent', id: newId() } } as const;
  const act = app.nest.get(TopUpWallet, { strict: false });
  await app.nest.get(Transactions, { strict: false }).run((tx) => act.execute(tx, occasion, input));
}

/** A kind of entry, straight into the table. @returns its id */
export async function entryType(
  make: Fixtures,
  venue: Venue,
  night: { id: string },
  given: object = {},
): Promise<string> {
  const id = newId();
  const type = {
    name: `Tipo ${id.slice(-6)}`,
    price: 0,
    capacity: 100,
    per_person: 10,
    code: null,
    product_id: null,
    ...given,
  };
  await make.run(
    `INSERT INTO entries.entry_types (id, venue_id, night_id, name, price, capacity, per_person, code, product_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [id, venue.id, night.id, type.name, type.price, type.capacity, type.per_person, type.code, type.product_id],
  );
  return id;
}

/** What does not hold in the books, each with the sentence that it breaks. */
export async function brokenBooks(app: TestApp): Promise<string[]> {
  const found: string[] = [];
  const rows = async <T>({ text }: Sql, values: readonly unknown[] = []): Promise<T[]> =>
    (await app.database.owner.query(text, [...values])).rows as T[];
  for await (const { invariant, problem } of findBroken({ rows })) found.push(`${invariant}: ${problem}`);
  return found;
}
