import { MigrationInterface, QueryRunner } from 'typeorm';

/** Rules and tiers that never change what was earned, points of sales, and rewards with their redemptions. See docs/adr/0018. */
export class AddRewards1793500000017 implements MigrationInterface {
  name = 'AddRewards1793500000017';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(POINTS);
    await runner.query(REWARDS);
    await runner.query(STOCK);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX inventory.movements_once_per_redemption;
      DELETE FROM inventory.movements WHERE redemption_id IS NOT NULL;
      ALTER TABLE inventory.movements
        DROP CONSTRAINT movements_of_redemptions, DROP CONSTRAINT movements_kind_check, DROP COLUMN redemption_id,
        ADD CONSTRAINT movements_kind_check
          CHECK (kind IN ('opening', 'purchase', 'sale', 'sale_cancelled', 'count', 'waste', 'transfer'));
      ALTER TABLE tickets.tickets DROP CONSTRAINT tickets_of_redemptions;
      DROP SCHEMA rewards CASCADE;
      DROP TABLE wallet.sale_points;
      ALTER TABLE wallet.earnings
        DROP CONSTRAINT earnings_by_rule, DROP COLUMN tier_id, DROP COLUMN tier_percent,
        ADD CONSTRAINT earnings_by_rule
          CHECK (points = paid_amount * multiplier_percent / (pesos_per_point::bigint * 100));
      DROP TABLE wallet.tiers;
      DROP TRIGGER only_ends ON wallet.point_rules;
      DROP FUNCTION wallet.only_ends();
      DROP INDEX wallet.point_rules_of_venue;
      ALTER TABLE wallet.point_rules
        ADD COLUMN is_active boolean NOT NULL DEFAULT true, DROP COLUMN replaces, DROP COLUMN ended_at,
        DROP COLUMN created_at, DROP COLUMN name;
      CREATE INDEX point_rules_of_venue ON wallet.point_rules (venue_id) WHERE is_active;
    `);
  }
}

const POINTS = `
  DROP INDEX wallet.point_rules_of_venue;
  ALTER TABLE wallet.point_rules
    ADD COLUMN name text NOT NULL DEFAULT '',
    -- In force from then until it ended: what was sold before or after is none of its business.
    ADD COLUMN created_at timestamptz NOT NULL DEFAULT now(),
    ADD COLUMN ended_at timestamptz,
    -- A changed rule is a new one.
    ADD COLUMN replaces uuid UNIQUE REFERENCES wallet.point_rules;
  UPDATE wallet.point_rules SET ended_at = now() WHERE NOT is_active;
  ALTER TABLE wallet.point_rules DROP COLUMN is_active, ADD CHECK (ended_at >= created_at);
  CREATE INDEX point_rules_of_venue ON wallet.point_rules (venue_id, ended_at);

  -- Who earned so many points within so many days earns more by every rule.
  CREATE TABLE wallet.tiers (
    id uuid PRIMARY KEY,
    venue_id uuid NOT NULL REFERENCES nights.venues,
    name text NOT NULL,
    min_points bigint NOT NULL CHECK (min_points >= 0),
    within_days integer NOT NULL CHECK (within_days BETWEEN 1 AND 3650),
    multiplier_percent integer NOT NULL CHECK (multiplier_percent BETWEEN 100 AND 1000),
    created_at timestamptz NOT NULL,
    ended_at timestamptz CHECK (ended_at >= created_at),
    replaces uuid UNIQUE REFERENCES wallet.tiers
  );
  CREATE UNIQUE INDEX tiers_named ON wallet.tiers (venue_id, name) WHERE ended_at IS NULL;
  CREATE UNIQUE INDEX tiers_stepped ON wallet.tiers (venue_id, min_points) WHERE ended_at IS NULL;

  CREATE FUNCTION wallet.only_ends() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_OP = 'DELETE' OR OLD.ended_at IS NOT NULL
      OR to_jsonb(NEW) - 'ended_at' IS DISTINCT FROM to_jsonb(OLD) - 'ended_at' THEN
      RAISE EXCEPTION '%.% only ends', TG_TABLE_SCHEMA, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER only_ends BEFORE UPDATE OR DELETE ON wallet.point_rules
    FOR EACH ROW EXECUTE FUNCTION wallet.only_ends();
  CREATE TRIGGER only_ends BEFORE UPDATE OR DELETE ON wallet.tiers
    FOR EACH ROW EXECUTE FUNCTION wallet.only_ends();

  ALTER TABLE wallet.earnings
    ADD COLUMN tier_id uuid REFERENCES wallet.tiers,
    ADD COLUMN tier_percent integer NOT NULL DEFAULT 100,
    DROP CONSTRAINT earnings_by_rule,
    ADD CONSTRAINT earnings_by_rule
      CHECK (points = paid_amount * multiplier_percent * tier_percent / (pesos_per_point::bigint * 10000)),
    ADD CHECK (tier_id IS NOT NULL OR tier_percent = 100);

  -- What a sale earned, once, even if that was nothing.
  CREATE TABLE wallet.sale_points (
    sale_id uuid PRIMARY KEY REFERENCES sales.sales,
    venue_id uuid NOT NULL REFERENCES nights.venues,
    customer_id uuid NOT NULL REFERENCES customers.customers,
    -- [{category_id, paid_amount}]: the categories as they were, since products move between them.
    lines jsonb NOT NULL,
    points bigint NOT NULL DEFAULT 0 CHECK (points >= 0),
    transfer_id uuid UNIQUE REFERENCES wallet.transfers,
    -- When the sale was cancelled, and how many of its points were still there to be taken back.
    cancelled_at timestamptz,
    returned_points bigint CHECK (returned_points BETWEEN 0 AND points),
    CHECK ((transfer_id IS NULL) = (points = 0)),
    CHECK ((cancelled_at IS NULL) = (returned_points IS NULL))
  );
  CREATE INDEX sale_points_of_customer ON wallet.sale_points (customer_id);
`;

const REWARDS = `
  CREATE SCHEMA rewards;

  CREATE TABLE rewards.rewards (
    id uuid PRIMARY KEY,
    venue_id uuid NOT NULL REFERENCES nights.venues,
    name text NOT NULL,
    description text NOT NULL DEFAULT '',
    -- In points.
    cost integer NOT NULL CHECK (cost > 0),
    -- Whose ingredients it takes.
    location_id uuid NOT NULL REFERENCES inventory.stock_locations,
    starts_at timestamptz,
    ends_at timestamptz,
    -- Null: as many as there are points.
    stock_limit integer CHECK (stock_limit >= 0),
    -- Redeemed and not undone.
    taken integer NOT NULL DEFAULT 0 CHECK (taken >= 0),
    per_person_limit integer CHECK (per_person_limit > 0),
    is_active boolean NOT NULL DEFAULT true,
    created_at timestamptz NOT NULL,
    CHECK (ends_at > starts_at),
    CONSTRAINT rewards_never_oversold CHECK (taken <= stock_limit),
    CONSTRAINT rewards_named UNIQUE (venue_id, name)
  );

  CREATE TABLE rewards.reward_items (
    reward_id uuid NOT NULL REFERENCES rewards.rewards,
    position smallint NOT NULL,
    product_id uuid NOT NULL REFERENCES catalog.products,
    qty integer NOT NULL CHECK (qty BETWEEN 1 AND 99),
    PRIMARY KEY (reward_id, position),
    UNIQUE (reward_id, product_id)
  );

  CREATE TABLE rewards.redemptions (
    id uuid PRIMARY KEY,
    venue_id uuid NOT NULL REFERENCES nights.venues,
    night_id uuid NOT NULL REFERENCES nights.nights,
    reward_id uuid NOT NULL REFERENCES rewards.rewards,
    customer_id uuid NOT NULL REFERENCES customers.customers,
    -- As they were.
    reward_name text NOT NULL,
    points integer NOT NULL CHECK (points > 0),
    transfer_id uuid NOT NULL UNIQUE REFERENCES wallet.transfers,
    redeemed_at timestamptz NOT NULL,
    undone_at timestamptz,
    undone_by uuid REFERENCES staff.employees,
    undo_reason text,
    CHECK (num_nulls(undone_at, undone_by, undo_reason) IN (0, 3))
  );
  CREATE INDEX redemptions_of_customer ON rewards.redemptions (customer_id, redeemed_at DESC, id DESC);
  CREATE INDEX redemptions_of_venue ON rewards.redemptions (venue_id, redeemed_at DESC, id DESC);
  CREATE INDEX redemptions_of_reward ON rewards.redemptions (reward_id, customer_id) WHERE undone_at IS NULL;

  ALTER TABLE tickets.tickets
    ADD CONSTRAINT tickets_of_redemptions FOREIGN KEY (redemption_id) REFERENCES rewards.redemptions;
`;

const STOCK = `
  ALTER TABLE inventory.movements
    ADD COLUMN redemption_id uuid,
    DROP CONSTRAINT movements_kind_check,
    ADD CONSTRAINT movements_kind_check CHECK (kind IN ('opening', 'purchase', 'sale', 'sale_cancelled', 'count', 'waste',
      'transfer', 'redemption', 'redemption_undone')),
    ADD CONSTRAINT movements_of_redemptions
      CHECK ((redemption_id IS NOT NULL) = (kind IN ('redemption', 'redemption_undone')));
  CREATE UNIQUE INDEX movements_once_per_redemption ON inventory.movements (redemption_id, ingredient_id, kind)
    WHERE redemption_id IS NOT NULL;
`;
