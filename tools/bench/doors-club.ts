import { Client } from 'pg';
import { newId } from '@libs/kernel';
import { BenchClub, CLIENTS, writePerson } from './club';

/** One door and its person, ready to let people in. */
export interface BenchDoor {
  readonly cookie: string;
  readonly employeeId: string;
}

/** The right of one person to come in. */
export interface BenchEntry {
  readonly id: string;
  /** As its QR says. */
  readonly qr: string;
}

/** A kind of entry for tonight, a free order of all of them, and a person at each door, straight into the tables. */
export async function writeBenchDoors(client: Client, club: BenchClub, entries: number): Promise<BenchDoor[]> {
  const [typeId, orderId, customerId] = [newId(), newId(), newId()];
  await client.query(
    `INSERT INTO entries.entry_types (id, venue_id, night_id, name, price, capacity, taken, per_person)
     VALUES ($1, $2, $3, 'Bench', 0, $4, $4, 100)`,
    [typeId, club.venueId, club.nightId, entries],
  );
  await client.query(
    `INSERT INTO customers.customers (uuid, venue_id, name, email, password_hash, terms_accepted_at, created_at, updated_at)
     VALUES ($1, $2, 'Host', $3, '-', now(), now(), now())`,
    [customerId, club.venueId, customerId],
  );
  await client.query(
    `INSERT INTO entries.orders (id, venue_id, night_id, customer_id, pay, total_amount, status, created_at, expires_at, paid_at)
     VALUES ($1, $2, $3, $4, 'free', 0, 'PAID', now(), now(), now())`,
    [orderId, club.venueId, club.nightId, customerId],
  );
  await client.query(
    `WITH entry AS (
       INSERT INTO entries.entries (id, venue_id, night_id, entry_type_id, order_id, paid_amount, created_at)
       SELECT uuidv7(), $1, $2, $3, $4, 0, now() FROM generate_series(1, $5::int) RETURNING id
     )
     INSERT INTO tickets.tickets (id, venue_id, night_id, ticket_type, entry_id, display_number, qr_hash, integrity_hash, created_at)
     SELECT uuidv7(), $1, $2, 'entry', id, nextval('tickets.display_numbers'), sha256(convert_to(${QR}, 'UTF8')), '\\x00', now()
     FROM entry`,
    [club.venueId, club.nightId, typeId, orderId, entries],
  );
  for (const table of ['entries.entries', 'tickets.tickets']) await client.query(`VACUUM ANALYZE ${table}`);
  const doors: BenchDoor[] = [];
  while (doors.length < CLIENTS) {
    const session = { kind: 'staff', station: 'door', barId: null };
    const person = await writePerson(client, club.venueId, `Door ${String(doors.length)}`, 'door', session);
    doors.push({ cookie: `noche-door=${person.secret}`, employeeId: person.employeeId });
  }
  return doors;
}

/** A token of the right form that the bench can work out from the entry: 32 signs, its id without hyphens. */
const QR = `upper(replace(id::text, '-', ''))`;

/** Who has not come in yet, in no order that the tables know: neighbours at the doors are none in the pages. */
export async function waitingOutside(client: Client, club: BenchClub): Promise<BenchEntry[]> {
  const { rows } = await client.query<BenchEntry>(
    `SELECT id, ${QR} AS qr FROM entries.entries WHERE night_id = $1 AND checked_in_at IS NULL ORDER BY md5(id::text)`,
    [club.nightId],
  );
  return rows;
}
