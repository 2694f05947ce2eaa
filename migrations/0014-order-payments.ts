import { MigrationInterface, QueryRunner } from 'typeorm';

/** Payments for orders that no till stands behind: top-ups of wallets, entries bought on a phone. */
export class PayOrders1793500000014 implements MigrationInterface {
  name = 'PayOrders1793500000014';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(INTENTS);
    await runner.query(WALLET);
    await runner.query(CUSTOMERS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE customers.challenges DROP CONSTRAINT challenges_kind_check,
        ADD CONSTRAINT challenges_kind_check CHECK (kind IN ('registration', 'reset'));
      DROP TABLE wallet.payouts, wallet.top_ups;
      ALTER TABLE wallet.transfers DROP COLUMN number;
      ALTER TABLE wallet.limits DROP COLUMN max_top_up CASCADE, DROP COLUMN points_expire_days;
      ALTER TABLE wallet.accounts DROP CONSTRAINT accounts_customer_id_fkey;
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

const WALLET = `
  ALTER TABLE wallet.accounts ADD FOREIGN KEY (customer_id) REFERENCES customers.customers;

  -- Builders of apps without code need a number.
  ALTER TABLE wallet.transfers ADD number bigint GENERATED ALWAYS AS IDENTITY;

  -- In pesos; points that nobody touches for so many days expire, null: never.
  ALTER TABLE wallet.limits
    ADD max_top_up bigint CHECK (max_top_up > 0),
    ADD points_expire_days integer CHECK (points_expire_days > 0);
  UPDATE wallet.limits SET max_top_up = least(200000, max_top_up_a_day);
  ALTER TABLE wallet.limits
    ALTER max_top_up SET NOT NULL,
    ADD CONSTRAINT limits_agree CHECK (max_top_up <= max_top_up_a_day);

  -- Money on its way into a wallet. Its card payment is the intent of this order.
  CREATE TABLE wallet.top_ups (
    id uuid PRIMARY KEY,
    number bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    venue_id uuid NOT NULL REFERENCES nights.venues,
    customer_id uuid NOT NULL REFERENCES customers.customers,
    amount integer NOT NULL CHECK (amount > 0),
    means text NOT NULL CHECK (means IN ('online', 'card', 'cash')),
    register_session_id uuid REFERENCES sales.register_sessions,
    -- The cash in the drawer.
    cash_movement_id uuid UNIQUE REFERENCES sales.cash_movements,
    status text NOT NULL CHECK (status IN ('PENDING', 'PAID', 'FAILED')),
    -- Why nothing came: the end of its payment.
    outcome text,
    transfer_id uuid UNIQUE REFERENCES wallet.transfers,
    created_at timestamptz NOT NULL,
    ended_at timestamptz,
    CHECK ((means = 'online') = (register_session_id IS NULL)),
    CHECK ((means = 'cash') = (cash_movement_id IS NOT NULL)),
    CHECK ((status = 'PENDING') = (ended_at IS NULL)),
    CHECK ((status = 'PAID') = (transfer_id IS NOT NULL)),
    CHECK ((status = 'FAILED') = (outcome IS NOT NULL))
  );
  CREATE INDEX top_ups_of_customer ON wallet.top_ups (customer_id, id DESC);

  -- Money that went back to the card of a top-up, one row for each refund.
  CREATE TABLE wallet.payouts (
    refund_id uuid PRIMARY KEY REFERENCES payments.refunds,
    top_up_id uuid NOT NULL REFERENCES wallet.top_ups,
    transfer_id uuid NOT NULL UNIQUE REFERENCES wallet.transfers,
    created_at timestamptz NOT NULL
  );
`;

const CUSTOMERS = `
  -- A new address proves itself by a code, as the first one did.
  ALTER TABLE customers.challenges DROP CONSTRAINT challenges_kind_check,
    ADD CONSTRAINT challenges_kind_check CHECK (kind IN ('registration', 'reset', 'email'));
`;
