import { Injectable } from '@nestjs/common';
import { DomainError, Transaction } from '@libs/kernel';
import { Database, sql, sqlOf, violates, writeOutbox } from '@libs/platform';
import { Customer, CustomerRepository } from '../domain';

const COLUMNS = `uuid, venue_id, name, email, phone, rut, birth_date, password_hash, token_version, is_active,
  terms_accepted_at, marketing_accepted_at, created_at, deleted_at`;
const INSERT = sql(
  'customers.insert',
  `INSERT INTO customers.customers (${COLUMNS}, updated_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $13)`,
);
const BY_EMAIL = sql(
  'customers.by_email',
  `SELECT ${COLUMNS} FROM customers.customers WHERE venue_id = $1 AND email = $2`,
);
const FIND = sql('customers.find', `SELECT ${COLUMNS} FROM customers.customers WHERE uuid = $1`);
const LOCK = sql('customers.lock', `SELECT ${COLUMNS} FROM customers.customers WHERE uuid = $1 FOR UPDATE`);
const UPDATE = sql(
  'customers.update',
  `UPDATE customers.customers SET name = $3, email = $4, phone = $5, rut = $6, birth_date = $7, password_hash = $8,
     token_version = $9, is_active = $10, terms_accepted_at = $11, marketing_accepted_at = $12, created_at = $13,
     deleted_at = $14, updated_at = $15
   WHERE uuid = $1 AND venue_id = $2`,
);
const CONSENT = sql(
  'customers.insert_consents',
  `INSERT INTO customers.consents (customer_uuid, kind, granted, at)
   SELECT $1, * FROM unnest($2::text[], $3::boolean[], $4::timestamptz[])`,
);

interface CustomerRow {
  uuid: string;
  venue_id: string;
  name: string;
  email: string | null;
  phone: string | null;
  rut: string | null;
  birth_date: string | null;
  password_hash: string | null;
  token_version: number;
  is_active: boolean;
  terms_accepted_at: Date;
  marketing_accepted_at: Date | null;
  created_at: Date;
  deleted_at: Date | null;
}

@Injectable()
export class SqlCustomerRepository extends CustomerRepository {
  constructor(private readonly database: Database) {
    super();
  }

  async insert(tx: Transaction, customer: Customer): Promise<void> {
    await withOwnAddress(sqlOf(tx).rows(INSERT, toValues(customer)));
    await this.tell(tx, customer);
  }

  async findByEmail(venueId: string, email: string): Promise<Customer | undefined> {
    const [row] = await this.database.rows<CustomerRow>(BY_EMAIL, [venueId, email]);
    return row && toCustomer(row);
  }

  async find(uuid: string): Promise<Customer | undefined> {
    const [row] = await this.database.rows<CustomerRow>(FIND, [uuid]);
    return row && toCustomer(row);
  }

  async lock(tx: Transaction, uuid: string): Promise<Customer> {
    const [row] = await sqlOf(tx).rows<CustomerRow>(LOCK, [uuid]);
    if (!row) throw new DomainError('customer.unknown', 'not_found');
    return toCustomer(row);
  }

  async update(tx: Transaction, customer: Customer, at: Date): Promise<void> {
    await withOwnAddress(sqlOf(tx).rows(UPDATE, [...toValues(customer), at]));
    await this.tell(tx, customer);
  }

  private async tell(tx: Transaction, customer: Customer): Promise<void> {
    const consents = customer.pullConsents();
    if (consents.length > 0) {
      await sqlOf(tx).rows(CONSENT, [
        customer.uuid,
        consents.map(({ kind }) => kind),
        consents.map(({ granted }) => granted),
        consents.map(({ at }) => at),
      ]);
    }
    await writeOutbox(tx, customer.pullEvents());
  }
}

function toValues({ state }: Customer): unknown[] {
  const { uuid, venueId, name, email, phone, rut, birthDate, passwordHash, tokenVersion, isActive } = state;
  const times = [state.termsAcceptedAt, state.marketingAcceptedAt, state.createdAt, state.deletedAt];
  return [uuid, venueId, name, email, phone, rut, birthDate, passwordHash, tokenVersion, isActive, ...times];
}

function toCustomer(row: CustomerRow): Customer {
  return Customer.restore({
    uuid: row.uuid,
    venueId: row.venue_id,
    name: row.name,
    email: row.email,
    phone: row.phone,
    rut: row.rut,
    birthDate: row.birth_date,
    passwordHash: row.password_hash,
    tokenVersion: row.token_version,
    isActive: row.is_active,
    termsAcceptedAt: row.terms_accepted_at,
    marketingAcceptedAt: row.marketing_accepted_at,
    createdAt: row.created_at,
    deletedAt: row.deleted_at,
  });
}

/** @throws DomainError `customer.already_registered` when the address is another account's */
async function withOwnAddress(written: Promise<unknown>): Promise<void> {
  try {
    await written;
  } catch (error) {
    if (!violates(error, 'customers_venue_id_email_key')) throw error;
    throw new DomainError('customer.already_registered', 'conflict');
  }
}
