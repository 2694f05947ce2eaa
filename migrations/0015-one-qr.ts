import { MigrationInterface, QueryRunner } from 'typeorm';

/** The guest's QR and card, who was recognised where, and what is theirs: sales, tickets, wallet payments. */
export class AddOneQr1793500000015 implements MigrationInterface {
  name = 'AddOneQr1793500000015';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Rotating: for a minute, good once. The code itself is kept nowhere.
      CREATE TABLE customers.qr_codes (
        code_hash bytea PRIMARY KEY,
        customer_uuid uuid NOT NULL REFERENCES customers.customers,
        expires_at timestamptz NOT NULL,
        used_at timestamptz
      ) WITH (fillfactor = 90);
      CREATE INDEX qr_codes_by_expiry ON customers.qr_codes (expires_at);

      -- Printed, for guests without a phone; one that counts per guest.
      CREATE TABLE customers.cards (
        id uuid PRIMARY KEY,
        customer_uuid uuid NOT NULL REFERENCES customers.customers,
        code_hash bytea NOT NULL UNIQUE,
        issued_by uuid NOT NULL REFERENCES staff.employees,
        issued_at timestamptz NOT NULL,
        revoked_by uuid REFERENCES staff.employees,
        revoked_at timestamptz,
        CHECK ((revoked_at IS NULL) = (revoked_by IS NULL))
      );
      CREATE UNIQUE INDEX cards_one_counts ON customers.cards (customer_uuid) WHERE revoked_at IS NULL;

      -- A guest who was recognised: whoever holds the token speaks for them for some minutes, there and then only.
      CREATE TABLE customers.recognitions (
        token_hash bytea PRIMARY KEY,
        customer_uuid uuid NOT NULL REFERENCES customers.customers,
        source text NOT NULL CHECK (source IN ('qr', 'card')),
        station text NOT NULL,
        session_id uuid NOT NULL,
        device_id uuid NOT NULL,
        employee_id uuid NOT NULL REFERENCES staff.employees,
        recognised_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        -- A card shows whose it is, not who holds it: somebody else than the recogniser looked.
        confirmed_by uuid REFERENCES staff.employees,
        paid_at timestamptz,
        CHECK (confirmed_by <> employee_id),
        CONSTRAINT recognitions_pay_confirmed CHECK (paid_at IS NULL OR source = 'qr' OR confirmed_by IS NOT NULL)
      );
      CREATE INDEX recognitions_by_expiry ON customers.recognitions (expires_at);

      CREATE INDEX sales_of_customer ON sales.sales (customer_id, placed_at) WHERE customer_id IS NOT NULL;
      CREATE INDEX tickets_of_customer ON tickets.tickets (customer_id, created_at) WHERE customer_id IS NOT NULL;

      -- The wallet's transfer is known by the sale.
      CREATE UNIQUE INDEX sale_payments_one_wallet ON sales.sale_payments (sale_id) WHERE method = 'wallet';

      -- Claims of tickets that are not there, by customer.
      CREATE TABLE tickets.claim_attempts (
        key_hash bytea PRIMARY KEY,
        failures integer NOT NULL,
        last_at timestamptz NOT NULL,
        locked_until timestamptz
      );
      CREATE INDEX claim_attempts_by_age ON tickets.claim_attempts (last_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE tickets.claim_attempts;
      DROP INDEX sales.sale_payments_one_wallet;
      DROP INDEX tickets.tickets_of_customer;
      DROP INDEX sales.sales_of_customer;
      DROP TABLE customers.recognitions;
      DROP TABLE customers.cards;
      DROP TABLE customers.qr_codes;
    `);
  }
}
