import { Injectable } from '@nestjs/common';
import { DomainError } from '@libs/kernel';
import { cursorAs, Database, Page, sql, text, toPage, uuid } from '@libs/platform';

const COLUMNS = `id, uuid, name, email, phone, rut, birth_date, is_active, terms_accepted_at, marketing_accepted_at,
  created_at, deleted_at`;
const ONE = sql('customers.view', `SELECT ${COLUMNS} FROM customers.customers WHERE venue_id = $1 AND uuid = $2`);
const OWN = sql('customers.own_view', `SELECT ${COLUMNS} FROM customers.customers WHERE uuid = $1`);
const LIST = sql(
  'customers.list',
  `SELECT ${COLUMNS} FROM customers.customers
   WHERE venue_id = $1 AND deleted_at IS NULL AND ($2::boolean IS NULL OR is_active = $2)
     AND ($3::text IS NULL OR name ILIKE $3 OR email ILIKE $3 OR phone ILIKE $3 OR rut ILIKE $3)
     AND ($5::uuid IS NULL OR (name, uuid) > ($4::text, $5::uuid))
   ORDER BY name, uuid LIMIT $6`,
);
const CONSENTS = sql(
  'customers.consents',
  'SELECT kind, granted, at FROM customers.consents WHERE customer_uuid = $1 ORDER BY at, kind',
);
const SESSIONS = sql(
  'customers.sessions',
  'SELECT created_at, expires_at, revoked_at FROM customers.sessions WHERE customer_uuid = $1 ORDER BY created_at, id',
);

interface CustomerRow {
  id: number;
  uuid: string;
  name: string;
  email: string | null;
  phone: string | null;
  rut: string | null;
  birth_date: string | null;
  is_active: boolean;
  terms_accepted_at: Date;
  marketing_accepted_at: Date | null;
  created_at: Date;
  deleted_at: Date | null;
}

/** A customer as their own app and the back office show them. */
export interface CustomerView {
  readonly id: number;
  readonly uuid: string;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly rut: string | null;
  readonly birthDate: string | null;
  readonly isActive: boolean;
  readonly termsAcceptedAt: Date;
  readonly marketingAcceptedAt: Date | null;
  readonly createdAt: Date;
}

export interface CustomerFilter {
  readonly active?: boolean | undefined;
  /** Part of the name, the address, the phone or the RUT. */
  readonly q?: string | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

export interface ConsentView {
  readonly kind: 'terms' | 'marketing';
  readonly granted: boolean;
  readonly at: Date;
}

export interface SessionView {
  readonly created_at: Date;
  readonly expires_at: Date;
  readonly revoked_at: Date | null;
}

/** Customers by name, and what one of them may see of themselves. */
@Injectable()
export class CustomerQueries {
  constructor(private readonly database: Database) {}

  async list(venueId: string, { active, q, limit, cursor }: CustomerFilter): Promise<Page<CustomerView>> {
    const [name, id] = cursorAs(cursor, [text(200), uuid]) ?? [null, null];
    const pattern = q === undefined ? null : `%${q.replace(/[\\%_]/g, '\\$&')}%`;
    const rows = await this.database.rows<CustomerRow>(LIST, [venueId, active ?? null, pattern, name, id, limit + 1]);
    return toPage(rows.map(toView), limit, (customer) => [customer.name, customer.uuid]);
  }

  /** @throws DomainError `customer.unknown` */
  async one(venueId: string, id: string): Promise<CustomerView> {
    const [row] = await this.database.rows<CustomerRow>(ONE, [venueId, id]);
    if (!row) throw new DomainError('customer.unknown', 'not_found');
    return toView(row);
  }

  /** The caller's own. @throws DomainError `customer.unknown` */
  async own(id: string): Promise<CustomerView> {
    const [row] = await this.database.rows<CustomerRow>(OWN, [id]);
    if (!row) throw new DomainError('customer.unknown', 'not_found');
    return toView(row);
  }

  /** Every yes and no, oldest first. */
  consents(id: string): Promise<ConsentView[]> {
    return this.database.rows<ConsentView>(CONSENTS, [id]);
  }

  /** Logins, oldest first. */
  sessions(id: string): Promise<SessionView[]> {
    return this.database.rows<SessionView>(SESSIONS, [id]);
  }
}

function toView(row: CustomerRow): CustomerView {
  return {
    id: row.id,
    uuid: row.uuid,
    name: row.name,
    email: row.email,
    phone: row.phone,
    rut: row.rut,
    birthDate: row.birth_date,
    isActive: row.is_active,
    termsAcceptedAt: row.terms_accepted_at,
    marketingAcceptedAt: row.marketing_accepted_at,
    createdAt: row.created_at,
  };
}
