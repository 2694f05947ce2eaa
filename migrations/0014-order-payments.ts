import { MigrationInterface, QueryRunner } from 'typeorm';

/** Payments for orders that no till stands behind: top-ups of wallets, entries bought on a phone. */
export class PayOrders1793500000014 implements MigrationInterface {
  name = 'PayOrders1793500000014';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(INTENTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE payments.refunds DROP CONSTRAINT refunds_asked_by_somebody, DROP COLUMN customer_id,
        ALTER requested_by SET NOT NULL, ALTER authorized_by SET NOT NULL;
      ALTER TABLE payments.intents DROP COLUMN order_kind CASCADE, DROP COLUMN order_id CASCADE,
        DROP COLUMN customer_id CASCADE, DROP CONSTRAINT intents_till_is_whole, DROP CONSTRAINT intents_sale_is_whole,
        ALTER night_id SET NOT NULL, ALTER register_id SET NOT NULL, ALTER register_session_id SET NOT NULL,
        ALTER employee_id SET NOT NULL, ALTER employee_name SET NOT NULL, ALTER sale_id SET NOT NULL,
        ALTER sale_draft SET NOT NULL, ALTER cart_hash SET NOT NULL;
    `);
  }
}

const INTENTS = `
  ALTER TABLE payments.intents
    ALTER night_id DROP NOT NULL,
    ALTER register_id DROP NOT NULL,
    ALTER register_session_id DROP NOT NULL,
    ALTER employee_id DROP NOT NULL,
    ALTER employee_name DROP NOT NULL,
    ALTER sale_id DROP NOT NULL,
    ALTER sale_draft DROP NOT NULL,
    ALTER cart_hash DROP NOT NULL,
    -- By the id that the order's own context gave it.
    ADD order_kind text CHECK (order_kind IN ('top_up', 'entry_order')),
    ADD order_id uuid,
    ADD customer_id uuid REFERENCES customers.customers,
    ADD CONSTRAINT intents_till_is_whole CHECK (
      num_nulls(register_id, register_session_id, employee_id, employee_name) IN (0, 4)
      AND (register_id IS NULL OR night_id IS NOT NULL)),
    ADD CONSTRAINT intents_sale_is_whole CHECK (num_nulls(sale_id, sale_draft, cart_hash) IN (0, 3)),
    ADD CONSTRAINT intents_order_is_whole CHECK (num_nulls(order_kind, order_id, customer_id) IN (0, 3)),
    ADD CONSTRAINT intents_for_a_sale_or_an_order CHECK (
      (sale_id IS NULL) <> (order_id IS NULL)
      AND (sale_id IS NULL OR register_id IS NOT NULL)
      AND (register_id IS NOT NULL OR provider IN ('getnet_web', 'klap')));
  CREATE INDEX intents_of_order ON payments.intents (order_id) WHERE order_id IS NOT NULL;
  -- An order is paid once, and by one attempt at a time.
  CREATE UNIQUE INDEX intents_one_open_an_order ON payments.intents (order_kind, order_id)
    WHERE status IN ('CREATED', 'READY', 'IN_PROGRESS', 'UNKNOWN');
  CREATE UNIQUE INDEX intents_one_paid_an_order ON payments.intents (order_kind, order_id) WHERE taken_at IS NOT NULL;

  -- A customer asks for their own money, and nobody has to allow it.
  ALTER TABLE payments.refunds
    ALTER requested_by DROP NOT NULL,
    ALTER authorized_by DROP NOT NULL,
    ADD customer_id uuid REFERENCES customers.customers,
    ADD CONSTRAINT refunds_asked_by_somebody CHECK (
      (requested_by IS NULL) = (authorized_by IS NULL) AND (requested_by IS NOT NULL OR customer_id IS NOT NULL));
`;
