import { MigrationInterface, QueryRunner } from 'typeorm';

/** Registers, their sessions, sales and cash. */
export class CreateSales1793500000006 implements MigrationInterface {
  name = 'CreateSales1793500000006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA sales;

      CREATE TABLE sales.registers (
        id uuid PRIMARY KEY,
        venue_id uuid NOT NULL REFERENCES nights.venues,
        name text NOT NULL,
        place text NOT NULL DEFAULT '',
        type text NOT NULL CHECK (type IN ('bar', 'door', 'kiosk', 'wardrobe', 'mobile', 'vip')),
        location_id uuid NOT NULL REFERENCES inventory.stock_locations,
        -- Empty: all categories.
        allowed_category_ids uuid[] NOT NULL DEFAULT '{}',
        allowed_methods text[] NOT NULL DEFAULT '{cash}',
        primary_provider text,
        backup_provider text,
        is_test boolean NOT NULL DEFAULT false,
        suggested_float integer NOT NULL DEFAULT 0 CHECK (suggested_float >= 0),
        printer_host text,
        printer_port integer NOT NULL DEFAULT 9100 CHECK (printer_port BETWEEN 1 AND 65535),
        is_active boolean NOT NULL DEFAULT true,
        last_z_number integer NOT NULL DEFAULT 0,
        UNIQUE (venue_id, name)
      );

      CREATE TABLE sales.register_sessions (
        id uuid PRIMARY KEY,
        venue_id uuid NOT NULL REFERENCES nights.venues,
        register_id uuid NOT NULL REFERENCES sales.registers,
        night_id uuid NOT NULL REFERENCES nights.nights,
        employee_id uuid NOT NULL REFERENCES staff.employees,
        opened_by uuid NOT NULL REFERENCES staff.employees,
        device_id uuid,
        status text NOT NULL CHECK (status IN ('OPEN', 'PENDING_CLOSE', 'CLOSED')),
        opened_at timestamptz NOT NULL,
        float_amount integer NOT NULL CHECK (float_amount >= 0),
        -- {"20000": 2, "1000": 10}: how many of each note and coin.
        float_denominations jsonb NOT NULL,
        counted_denominations jsonb,
        counted_amount integer CHECK (counted_amount >= 0),
        counted_at timestamptz,
        count_attempts integer NOT NULL DEFAULT 0,
        -- Per method: expected, counted, difference, in pesos. Written once, at the close.
        result jsonb,
        expected_cash integer,
        cash_difference integer,
        close_note text,
        signed_by uuid REFERENCES staff.employees,
        z_number integer,
        closed_at timestamptz,
        closed_by uuid REFERENCES staff.employees,
        CHECK ((status = 'CLOSED') = (closed_at IS NOT NULL)),
        CHECK (status <> 'CLOSED' OR cash_difference = counted_amount - expected_cash),
        UNIQUE (register_id, z_number)
      );
      CREATE UNIQUE INDEX register_sessions_one_open ON sales.register_sessions (register_id) WHERE status <> 'CLOSED';
      CREATE INDEX register_sessions_of_night ON sales.register_sessions (night_id);

      CREATE TABLE sales.session_handovers (
        id uuid PRIMARY KEY,
        session_id uuid NOT NULL REFERENCES sales.register_sessions,
        from_employee_id uuid NOT NULL REFERENCES staff.employees,
        to_employee_id uuid NOT NULL REFERENCES staff.employees,
        handed_over_at timestamptz NOT NULL
      );
      CREATE INDEX session_handovers_of_session ON sales.session_handovers (session_id);

      CREATE TABLE sales.cash_movements (
        id uuid PRIMARY KEY,
        session_id uuid NOT NULL REFERENCES sales.register_sessions,
        kind text NOT NULL CHECK (kind IN ('in', 'out', 'drop')),
        amount integer NOT NULL CHECK (amount > 0),
        reason text NOT NULL CHECK (reason <> ''),
        employee_id uuid NOT NULL REFERENCES staff.employees,
        authorized_by uuid REFERENCES staff.employees,
        created_at timestamptz NOT NULL
      );
      CREATE INDEX cash_movements_of_session ON sales.cash_movements (session_id);

      CREATE TABLE sales.sales (
        id uuid PRIMARY KEY,
        venue_id uuid NOT NULL,
        night_id uuid NOT NULL REFERENCES nights.nights,
        register_session_id uuid NOT NULL REFERENCES sales.register_sessions,
        employee_id uuid NOT NULL REFERENCES staff.employees,
        device_id uuid,
        customer_id uuid,
        -- Hash of what was asked for: the same client-made id with other lines is refused.
        fingerprint text NOT NULL,
        total_amount integer NOT NULL CHECK (total_amount >= 0),
        iva_amount integer NOT NULL CHECK (iva_amount >= 0),
        tip_amount integer NOT NULL DEFAULT 0 CHECK (tip_amount >= 0),
        cash_rounding integer NOT NULL DEFAULT 0 CHECK (cash_rounding BETWEEN -5 AND 4),
        is_courtesy boolean NOT NULL DEFAULT false,
        -- What the lines would have cost: counts against the courtesy budget.
        courtesy_value integer NOT NULL DEFAULT 0,
        courtesy_reason text,
        courtesy_by uuid REFERENCES staff.employees,
        is_test boolean NOT NULL DEFAULT false,
        no_revenue boolean NOT NULL DEFAULT false,
        inventory_applied boolean NOT NULL DEFAULT false,
        placed_at timestamptz NOT NULL,
        sold_at timestamptz,
        is_cancelled boolean NOT NULL DEFAULT false,
        cancelled_at timestamptz,
        cancelled_by uuid REFERENCES staff.employees,
        cancel_authorized_by uuid REFERENCES staff.employees,
        cancel_reason text,
        cancelled_after_delivery boolean NOT NULL DEFAULT false,
        CHECK (NOT is_courtesy OR (total_amount = 0 AND courtesy_reason <> '' AND courtesy_by IS NOT NULL)),
        CHECK (is_cancelled = (cancelled_at IS NOT NULL))
      );
      CREATE INDEX sales_of_night ON sales.sales (night_id, placed_at)
        INCLUDE (total_amount, register_session_id, is_cancelled, no_revenue);
      CREATE INDEX sales_of_session ON sales.sales (register_session_id, placed_at);
      -- Few rows each: what a person gave away, and what was taken back.
      CREATE INDEX sales_courtesies ON sales.sales (night_id, courtesy_by) WHERE is_courtesy;
      CREATE INDEX sales_cancelled ON sales.sales (night_id, cancelled_at) WHERE is_cancelled;

      CREATE TABLE sales.sale_lines (
        id uuid PRIMARY KEY,
        sale_id uuid NOT NULL REFERENCES sales.sales,
        position smallint NOT NULL,
        product_id uuid NOT NULL REFERENCES catalog.products,
        product_name text NOT NULL,
        -- The price charged a unit, and the list price it had at that moment.
        unit_price integer NOT NULL CHECK (unit_price >= 0),
        list_price integer NOT NULL CHECK (list_price >= 0),
        qty integer NOT NULL CHECK (qty BETWEEN 1 AND 999),
        total_amount integer NOT NULL,
        note text,
        CHECK (total_amount = unit_price * qty)
      );
      CREATE INDEX sale_lines_of_sale ON sales.sale_lines (sale_id);

      CREATE TABLE sales.sale_payments (
        id uuid PRIMARY KEY,
        sale_id uuid NOT NULL REFERENCES sales.sales,
        position smallint NOT NULL,
        method text NOT NULL CHECK (method IN ('cash', 'card', 'wallet', 'transfer')),
        -- What this payment covers of the total, before cash rounding.
        amount integer NOT NULL CHECK (amount > 0),
        -- Cash only: what was handed over, given back, and the legal rounding inside.
        tendered_amount integer,
        change_amount integer NOT NULL DEFAULT 0 CHECK (change_amount >= 0),
        rounding_amount integer NOT NULL DEFAULT 0,
        reference text,
        payment_intent_id uuid UNIQUE,
        CHECK (method <> 'cash' OR tendered_amount = amount + rounding_amount + change_amount)
      );
      CREATE INDEX sale_payments_of_sale ON sales.sale_payments (sale_id);

      -- A change of payment method within two minutes of the sale: what it was and what it became.
      CREATE TABLE sales.payment_changes (
        id uuid PRIMARY KEY,
        sale_id uuid NOT NULL REFERENCES sales.sales,
        before jsonb NOT NULL,
        after jsonb NOT NULL,
        employee_id uuid NOT NULL REFERENCES staff.employees,
        changed_at timestamptz NOT NULL
      );
      CREATE INDEX payment_changes_of_sale ON sales.payment_changes (sale_id);
      CREATE INDEX payment_changes_by_time ON sales.payment_changes (changed_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA sales CASCADE');
  }
}
