import { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The right to come in: what is sold, who ordered it, who is on a list, and who is inside. What must never happen is
 * refused here, whoever asks: more sold than there is room for, one entry let in twice, fewer than nobody inside.
 */
export class CreateEntries1793500000016 implements MigrationInterface {
  name = 'CreateEntries1793500000016';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SALE);
    await runner.query(DOOR);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA entries CASCADE; ALTER TABLE nights.nights DROP COLUMN number');
  }
}

const SALE = `
  CREATE SCHEMA entries;

  -- Builders of apps without code need a number.
  ALTER TABLE nights.nights ADD COLUMN number bigint GENERATED ALWAYS AS IDENTITY UNIQUE;

  CREATE TABLE entries.entry_types (
    id uuid PRIMARY KEY,
    -- For clients that need numbers.
    number bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    venue_id uuid NOT NULL REFERENCES nights.venues,
    night_id uuid NOT NULL REFERENCES nights.nights,
    name text NOT NULL,
    description text NOT NULL DEFAULT '',
    -- In pesos; 0 is free.
    price integer NOT NULL CHECK (price BETWEEN 0 AND 10000000),
    capacity integer NOT NULL CHECK (capacity BETWEEN 1 AND 1000000),
    -- Held by open orders and sold, together.
    taken integer NOT NULL DEFAULT 0,
    per_person integer NOT NULL CHECK (per_person BETWEEN 1 AND 100),
    sale_starts_at timestamptz,
    sale_ends_at timestamptz,
    -- Upper case. Only who knows it sees the type.
    code text CHECK (code = upper(code) AND code <> ''),
    -- What a till sells it as.
    product_id uuid REFERENCES catalog.products,
    position integer NOT NULL DEFAULT 0,
    is_active boolean NOT NULL DEFAULT true,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT entry_types_never_oversold CHECK (taken BETWEEN 0 AND capacity),
    CONSTRAINT entry_types_name_once UNIQUE (night_id, name),
    CONSTRAINT entry_types_one_a_product UNIQUE (night_id, product_id),
    CHECK (sale_ends_at > sale_starts_at)
  ) WITH (fillfactor = 80);

  CREATE TABLE entries.orders (
    id uuid PRIMARY KEY,
    number bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    venue_id uuid NOT NULL REFERENCES nights.venues,
    night_id uuid NOT NULL REFERENCES nights.nights,
    customer_id uuid NOT NULL REFERENCES customers.customers,
    pay text NOT NULL CHECK (pay IN ('online', 'wallet', 'free')),
    total_amount integer NOT NULL CHECK (total_amount >= 0),
    status text NOT NULL CHECK (status IN ('PENDING', 'PAID', 'CANCELLED', 'EXPIRED', 'REFUNDED')),
    created_at timestamptz NOT NULL,
    -- Until when the places are kept for it.
    expires_at timestamptz NOT NULL,
    -- The attempt to take the money: of a page, or the transfer from the wallet.
    payment_id uuid UNIQUE,
    paid_at timestamptz,
    ended_at timestamptz,
    CHECK ((pay = 'free') = (total_amount = 0)),
    CHECK ((status IN ('PAID', 'REFUNDED')) = (paid_at IS NOT NULL)),
    CHECK (status NOT IN ('PAID', 'REFUNDED') OR pay = 'free' OR payment_id IS NOT NULL)
  );
  CREATE INDEX orders_of_customer ON entries.orders (customer_id, number DESC);
  CREATE INDEX orders_of_night ON entries.orders (night_id, number DESC);
  CREATE INDEX orders_held ON entries.orders (expires_at) WHERE status = 'PENDING';

  CREATE TABLE entries.order_lines (
    order_id uuid NOT NULL REFERENCES entries.orders,
    entry_type_id uuid NOT NULL REFERENCES entries.entry_types,
    name text NOT NULL,
    qty integer NOT NULL CHECK (qty BETWEEN 1 AND 100),
    unit_price integer NOT NULL CHECK (unit_price >= 0),
    PRIMARY KEY (order_id, entry_type_id)
  );
  CREATE INDEX order_lines_of_type ON entries.order_lines (entry_type_id);

  -- One person's right to come in, from an order or from a till.
  CREATE TABLE entries.entries (
    id uuid PRIMARY KEY,
    number bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    venue_id uuid NOT NULL REFERENCES nights.venues,
    night_id uuid NOT NULL REFERENCES nights.nights,
    entry_type_id uuid NOT NULL REFERENCES entries.entry_types,
    order_id uuid REFERENCES entries.orders,
    sale_id uuid REFERENCES sales.sales,
    -- In pesos.
    paid_amount integer NOT NULL CHECK (paid_amount >= 0),
    customer_id uuid REFERENCES customers.customers,
    -- The entry of somebody else that this one was handed on from; its QR is dead.
    given_from uuid UNIQUE REFERENCES entries.entries,
    created_at timestamptz NOT NULL,
    checked_in_at timestamptz,
    is_inside boolean NOT NULL DEFAULT false,
    voided_at timestamptz,
    void_reason text,
    CHECK (num_nonnulls(order_id, sale_id) = 1),
    CHECK (NOT is_inside OR (checked_in_at IS NOT NULL AND voided_at IS NULL)),
    CHECK ((voided_at IS NULL) = (void_reason IS NULL))
  ) WITH (fillfactor = 80);
  CREATE INDEX entries_of_order ON entries.entries (order_id) WHERE order_id IS NOT NULL;
  CREATE INDEX entries_of_sale ON entries.entries (sale_id) WHERE sale_id IS NOT NULL;
  CREATE INDEX entries_of_customer ON entries.entries (customer_id, night_id) WHERE customer_id IS NOT NULL;
  CREATE INDEX entries_of_type ON entries.entries (entry_type_id);

  -- A way to hand an entry to somebody else: whoever shows the code gets it, once.
  CREATE TABLE entries.gifts (
    code_hash bytea PRIMARY KEY,
    entry_id uuid NOT NULL REFERENCES entries.entries,
    given_by uuid NOT NULL REFERENCES customers.customers,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    taken_at timestamptz,
    taken_by uuid REFERENCES customers.customers,
    withdrawn_at timestamptz,
    CHECK ((taken_at IS NULL) = (taken_by IS NULL)),
    CHECK (taken_at IS NULL OR withdrawn_at IS NULL)
  );
  CREATE UNIQUE INDEX gifts_one_open ON entries.gifts (entry_id) WHERE taken_at IS NULL AND withdrawn_at IS NULL;

  CREATE TABLE entries.refunds (
    id uuid PRIMARY KEY,
    venue_id uuid NOT NULL REFERENCES nights.venues,
    order_id uuid NOT NULL REFERENCES entries.orders,
    -- In pesos: what goes back, and what the house keeps of it.
    amount integer NOT NULL CHECK (amount >= 0),
    fee integer NOT NULL CHECK (fee >= 0),
    goes_to text NOT NULL CHECK (goes_to IN ('wallet', 'original', 'nobody')),
    reason text NOT NULL CHECK (reason <> ''),
    employee_id uuid REFERENCES staff.employees,
    authorized_by uuid REFERENCES staff.employees,
    created_at timestamptz NOT NULL
  );
  CREATE INDEX refunds_of_order ON entries.refunds (order_id);
`;

const DOOR = `
  CREATE TABLE entries.guest_lists (
    id uuid PRIMARY KEY,
    venue_id uuid NOT NULL REFERENCES nights.venues,
    night_id uuid NOT NULL REFERENCES nights.nights,
    name text NOT NULL,
    owner_name text NOT NULL,
    -- What its guests buy at the till of the door; null: they come in free.
    entry_type_id uuid REFERENCES entries.entry_types,
    -- After it nobody comes in by the list.
    expires_at timestamptz,
    is_active boolean NOT NULL DEFAULT true,
    created_at timestamptz NOT NULL,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT guest_lists_name_once UNIQUE (night_id, name)
  );

  CREATE TABLE entries.guests (
    id uuid PRIMARY KEY,
    venue_id uuid NOT NULL REFERENCES nights.venues,
    list_id uuid NOT NULL REFERENCES entries.guest_lists,
    name text NOT NULL,
    note text,
    -- How many come along.
    plus integer NOT NULL CHECK (plus BETWEEN 0 AND 50),
    arrived integer NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL,
    removed_at timestamptz,
    CONSTRAINT guests_no_more_than_named CHECK (arrived BETWEEN 0 AND plus + 1)
  );
  CREATE INDEX guests_of_list ON entries.guests (list_id, name, id);

  -- People inside, over all doors; each crossing moves it in its own transaction.
  CREATE TABLE entries.head_counts (
    night_id uuid PRIMARY KEY REFERENCES nights.nights,
    venue_id uuid NOT NULL REFERENCES nights.venues,
    inside integer NOT NULL,
    CONSTRAINT head_counts_not_below_zero CHECK (inside >= 0)
  ) WITH (fillfactor = 50);

  -- Everybody who came in or went out. Only undone_at is ever added to a row.
  CREATE TABLE entries.crossings (
    id uuid PRIMARY KEY,
    venue_id uuid NOT NULL REFERENCES nights.venues,
    night_id uuid NOT NULL REFERENCES nights.nights,
    kind text NOT NULL CHECK (kind IN ('check_in', 'exit', 're_entry', 'guests', 'clicker', 'undo')),
    -- How many more are inside.
    delta integer NOT NULL CHECK (delta <> 0),
    entry_id uuid REFERENCES entries.entries,
    guest_id uuid REFERENCES entries.guests,
    -- The crossing that this one takes back.
    undoes uuid UNIQUE REFERENCES entries.crossings,
    reason text,
    employee_id uuid NOT NULL REFERENCES staff.employees,
    device_id uuid REFERENCES staff.devices,
    at timestamptz NOT NULL,
    undone_at timestamptz,
    CHECK ((kind = 'undo') = (undoes IS NOT NULL)),
    CHECK (kind NOT IN ('check_in', 'exit', 're_entry') OR entry_id IS NOT NULL),
    CHECK ((kind = 'guests') <= (guest_id IS NOT NULL))
  );
  CREATE UNIQUE INDEX crossings_one_check_in ON entries.crossings (entry_id) WHERE kind = 'check_in' AND undone_at IS NULL;
  CREATE INDEX crossings_of_entry ON entries.crossings (entry_id, at DESC) WHERE entry_id IS NOT NULL;
  CREATE INDEX crossings_of_guest ON entries.crossings (guest_id, at DESC) WHERE guest_id IS NOT NULL;
  CREATE INDEX crossings_of_night ON entries.crossings (night_id, id DESC);

  -- Who was not let in, and why. Append-only.
  CREATE TABLE entries.refusals (
    id uuid PRIMARY KEY,
    venue_id uuid NOT NULL REFERENCES nights.venues,
    night_id uuid REFERENCES nights.nights,
    reason text NOT NULL,
    note text,
    entry_id uuid REFERENCES entries.entries,
    guest_id uuid REFERENCES entries.guests,
    ticket_id uuid REFERENCES tickets.tickets,
    employee_id uuid NOT NULL REFERENCES staff.employees,
    device_id uuid REFERENCES staff.devices,
    at timestamptz NOT NULL
  );
  CREATE INDEX refusals_of_venue ON entries.refusals (venue_id, id DESC);

  -- That an identity card was looked at, and what came of it. Nothing of the card is kept.
  CREATE TABLE entries.age_checks (
    id uuid PRIMARY KEY,
    venue_id uuid NOT NULL REFERENCES nights.venues,
    night_id uuid REFERENCES nights.nights,
    outcome text NOT NULL CHECK (outcome IN ('of_age', 'under_age', 'expired', 'unreadable')),
    employee_id uuid NOT NULL REFERENCES staff.employees,
    device_id uuid REFERENCES staff.devices,
    at timestamptz NOT NULL
  );
  CREATE INDEX age_checks_of_venue ON entries.age_checks (venue_id, id DESC);

  CREATE FUNCTION entries.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION '%.% is append-only', TG_TABLE_SCHEMA, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
  END $$;
  -- By this name the migration run knows that the application's role may only add and read.
  CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON entries.refusals
    FOR EACH STATEMENT EXECUTE FUNCTION entries.refuse_change();
  CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON entries.age_checks
    FOR EACH STATEMENT EXECUTE FUNCTION entries.refuse_change();
  CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON entries.refunds
    FOR EACH STATEMENT EXECUTE FUNCTION entries.refuse_change();
`;
