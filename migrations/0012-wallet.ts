import { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The ledger of customers' pesos and points. What must never happen is refused here, whoever asks: a transfer that does
 * not sum to zero, a customer below zero, a balance without its entry, a changed entry. See docs/adr/0015.
 */
export class CreateWallet1793500000012 implements MigrationInterface {
  name = 'CreateWallet1793500000012';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(GUARDS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA wallet CASCADE');
  }
}

const TABLES = `
  CREATE SCHEMA wallet;

  -- Of a customer, one per asset, or of the house, one per role. Pesos (CLP) and points never mix.
  CREATE TABLE wallet.accounts (
    id uuid PRIMARY KEY,
    venue_id uuid NOT NULL REFERENCES nights.venues,
    asset text NOT NULL CHECK (asset IN ('CLP', 'POINTS')),
    customer_id uuid,
    house_role text CHECK (house_role IN ('cash', 'card', 'online', 'sales', 'payouts', 'adjustments', 'points_issued',
      'points_spent', 'points_expired', 'points_adjustments')),
    created_at timestamptz NOT NULL,
    CHECK ((customer_id IS NULL) <> (house_role IS NULL)),
    CHECK (house_role IS NULL OR (asset = 'POINTS') = starts_with(house_role, 'points_')),
    UNIQUE (id, asset)
  );
  CREATE UNIQUE INDEX accounts_of_customer ON wallet.accounts (customer_id, venue_id, asset) WHERE customer_id IS NOT NULL;
  CREATE UNIQUE INDEX accounts_of_house ON wallet.accounts (venue_id, house_role) WHERE house_role IS NOT NULL;

  -- Where a customer's account stands, and the head of its chain. Accounts of the house have no such row.
  CREATE TABLE wallet.balances (
    account_id uuid PRIMARY KEY REFERENCES wallet.accounts,
    balance bigint NOT NULL,
    sequence bigint NOT NULL CHECK (sequence >= 0),
    previous_hash bytea NOT NULL,
    hash bytea NOT NULL,
    moved_at timestamptz NOT NULL,
    frozen_at timestamptz,
    frozen_reason text,
    CONSTRAINT balances_never_below_zero CHECK (balance >= 0),
    CHECK ((frozen_at IS NULL) = (frozen_reason IS NULL))
  ) WITH (fillfactor = 80);

  CREATE TABLE wallet.transfers (
    id uuid PRIMARY KEY,
    venue_id uuid NOT NULL REFERENCES nights.venues,
    night_id uuid REFERENCES nights.nights,
    kind text NOT NULL CHECK (kind IN ('top_up', 'payment', 'refund', 'reversal', 'payout', 'adjustment', 'points_earned',
      'points_spent', 'points_expired', 'points_reversed')),
    -- What caused it: a sale, a payment intent, a reward. One effect of a kind per reference.
    reference_kind text NOT NULL,
    reference_id uuid NOT NULL,
    -- The transfer that this one gives back, in full or in part.
    returns_of uuid REFERENCES wallet.transfers,
    reason text,
    employee_id uuid REFERENCES staff.employees,
    authorized_by uuid REFERENCES staff.employees,
    occurred_at timestamptz NOT NULL,
    CONSTRAINT transfers_once_per_reference UNIQUE (kind, reference_id),
    CHECK ((kind IN ('refund', 'reversal', 'points_reversed')) = (returns_of IS NOT NULL)),
    -- Two people and a sentence.
    CHECK (kind <> 'adjustment' OR (reason <> '' AND employee_id IS NOT NULL AND authorized_by <> employee_id) IS TRUE)
  );
  CREATE INDEX transfers_returning ON wallet.transfers (returns_of) WHERE returns_of IS NOT NULL;

  -- Signed: what came to the account. Customers' entries are numbered, carry the balance after them, and are chained;
  -- entries of the house are only added, so that no till waits for another.
  CREATE TABLE wallet.entries (
    transfer_id uuid NOT NULL REFERENCES wallet.transfers,
    account_id uuid NOT NULL,
    asset text NOT NULL,
    amount bigint NOT NULL CHECK (amount <> 0),
    sequence bigint CHECK (sequence > 0),
    balance bigint CHECK (balance >= 0),
    previous_hash bytea,
    hash bytea,
    PRIMARY KEY (transfer_id, account_id),
    FOREIGN KEY (account_id, asset) REFERENCES wallet.accounts (id, asset),
    CHECK (num_nulls(sequence, balance, previous_hash, hash) IN (0, 4))
  );
  CREATE UNIQUE INDEX entries_of_customer ON wallet.entries (account_id, sequence) WHERE sequence IS NOT NULL;
  CREATE INDEX entries_of_house ON wallet.entries (account_id, transfer_id) INCLUDE (amount) WHERE sequence IS NULL;

  -- A venue without a row has the usual limits, in pesos; see LIMITS.
  CREATE TABLE wallet.limits (
    venue_id uuid PRIMARY KEY REFERENCES nights.venues,
    max_balance bigint NOT NULL CHECK (max_balance > 0),
    max_top_up_a_day bigint NOT NULL CHECK (max_top_up_a_day > 0)
  );

  CREATE TABLE wallet.point_rules (
    id uuid PRIMARY KEY,
    venue_id uuid NOT NULL REFERENCES nights.venues,
    pesos_per_point integer NOT NULL CHECK (pesos_per_point > 0),
    multiplier_percent integer NOT NULL DEFAULT 100 CHECK (multiplier_percent BETWEEN 1 AND 10000),
    -- Null: whatever is sold, on any night, at any time.
    category_ids uuid[],
    night_id uuid REFERENCES nights.nights,
    starts_at timestamptz,
    ends_at timestamptz,
    is_active boolean NOT NULL DEFAULT true,
    CHECK (ends_at > starts_at)
  );
  CREATE INDEX point_rules_of_venue ON wallet.point_rules (venue_id) WHERE is_active;

  -- How points were worked out, with the rule as it was then.
  CREATE TABLE wallet.earnings (
    transfer_id uuid NOT NULL REFERENCES wallet.transfers,
    rule_id uuid NOT NULL REFERENCES wallet.point_rules,
    paid_amount bigint NOT NULL CHECK (paid_amount > 0),
    pesos_per_point integer NOT NULL,
    multiplier_percent integer NOT NULL,
    points bigint NOT NULL CHECK (points > 0),
    PRIMARY KEY (transfer_id, rule_id),
    CONSTRAINT earnings_by_rule
      CHECK (points = paid_amount * multiplier_percent / (pesos_per_point::bigint * 100))
  );
`;

/** Looked at on commit, since a transfer's rows come one after another. */
const GUARDS = `
  CREATE FUNCTION wallet.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION '%.% is append-only', TG_TABLE_SCHEMA, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
  END $$;

  CREATE FUNCTION wallet.transfer_sums_to_zero() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    transfer uuid;
  BEGIN
    IF TG_TABLE_NAME = 'transfers' THEN transfer := NEW.id; ELSE transfer := NEW.transfer_id; END IF;
    IF NOT EXISTS (SELECT FROM wallet.entries WHERE transfer_id = transfer)
      OR EXISTS (SELECT FROM wallet.entries WHERE transfer_id = transfer GROUP BY asset HAVING sum(amount) <> 0) THEN
      RAISE EXCEPTION 'transfer % does not sum to zero', transfer
        USING ERRCODE = 'check_violation', CONSTRAINT = 'transfers_sum_to_zero';
    END IF;
    RETURN NULL;
  END $$;

  CREATE FUNCTION wallet.entry_continues_its_account() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    is_of_customer boolean := (SELECT customer_id IS NOT NULL FROM wallet.accounts WHERE id = NEW.account_id);
  BEGIN
    IF is_of_customer <> (NEW.sequence IS NOT NULL) OR (is_of_customer AND NOT (
      NEW.sequence <= (SELECT sequence FROM wallet.balances WHERE account_id = NEW.account_id)
      AND (NEW.sequence = 1 AND NEW.balance = NEW.amount OR EXISTS (
        SELECT FROM wallet.entries e WHERE e.account_id = NEW.account_id AND e.sequence = NEW.sequence - 1
          AND e.balance + NEW.amount = NEW.balance AND e.hash = NEW.previous_hash)))) IS NOT FALSE THEN
      RAISE EXCEPTION 'entry of transfer % does not continue account %', NEW.transfer_id, NEW.account_id
        USING ERRCODE = 'check_violation', CONSTRAINT = 'entries_continue_their_account';
    END IF;
    RETURN NULL;
  END $$;

  CREATE FUNCTION wallet.balance_is_its_last_entry() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF NOT EXISTS (
      SELECT FROM wallet.balances b LEFT JOIN wallet.entries e ON e.account_id = b.account_id AND e.sequence = b.sequence
      WHERE b.account_id = NEW.account_id
        AND CASE WHEN b.sequence = 0 THEN b.balance = 0 ELSE e.balance = b.balance AND e.hash = b.hash END) THEN
      RAISE EXCEPTION 'balance of account % is not that of its last entry', NEW.account_id
        USING ERRCODE = 'check_violation', CONSTRAINT = 'balances_are_last_entries';
    END IF;
    RETURN NULL;
  END $$;

  CREATE CONSTRAINT TRIGGER sums_to_zero AFTER INSERT ON wallet.transfers DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION wallet.transfer_sums_to_zero();
  CREATE CONSTRAINT TRIGGER sums_to_zero AFTER INSERT ON wallet.entries DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION wallet.transfer_sums_to_zero();
  CREATE CONSTRAINT TRIGGER continues_its_account AFTER INSERT ON wallet.entries DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION wallet.entry_continues_its_account();
  CREATE CONSTRAINT TRIGGER is_its_last_entry AFTER INSERT OR UPDATE ON wallet.balances DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION wallet.balance_is_its_last_entry();

  -- By this name the migration run knows that the application's role may only add and read.
  CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON wallet.accounts
    FOR EACH STATEMENT EXECUTE FUNCTION wallet.refuse_change();
  CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON wallet.transfers
    FOR EACH STATEMENT EXECUTE FUNCTION wallet.refuse_change();
  CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON wallet.entries
    FOR EACH STATEMENT EXECUTE FUNCTION wallet.refuse_change();
  CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON wallet.earnings
    FOR EACH STATEMENT EXECUTE FUNCTION wallet.refuse_change();
  CREATE TRIGGER never_removed BEFORE DELETE OR TRUNCATE ON wallet.balances
    FOR EACH STATEMENT EXECUTE FUNCTION wallet.refuse_change();
`;
