import { MigrationInterface, QueryRunner } from 'typeorm';

/** Categories, products, prices and price windows. */
export class CreateCatalog1793500000005 implements MigrationInterface {
  name = 'CreateCatalog1793500000005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA catalog;

      CREATE TABLE catalog.categories (
        id uuid PRIMARY KEY,
        venue_id uuid NOT NULL REFERENCES nights.venues,
        name text NOT NULL,
        -- Keys of the design system: an icon and a hue.
        icon text NOT NULL,
        hue text NOT NULL,
        position integer NOT NULL DEFAULT 0,
        is_active boolean NOT NULL DEFAULT true,
        UNIQUE (venue_id, name)
      );

      CREATE TABLE catalog.products (
        id uuid PRIMARY KEY,
        -- For clients that need numbers.
        number bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
        venue_id uuid NOT NULL REFERENCES nights.venues,
        category_id uuid NOT NULL REFERENCES catalog.categories,
        name text NOT NULL,
        detail text NOT NULL DEFAULT '',
        price integer NOT NULL CHECK (price >= 0 AND price <= 10000000),
        -- Its place in "Más vendidos", null when it is not there.
        favourite_position integer,
        position integer NOT NULL DEFAULT 0,
        is_active boolean NOT NULL DEFAULT true,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        version integer NOT NULL DEFAULT 1,
        UNIQUE (venue_id, name)
      );

      -- A recurring stretch of the week with prices of its own (happy hour). Local wall-clock minutes of the venue;
      -- an end at or before the start is on the next day.
      CREATE TABLE catalog.price_windows (
        id uuid PRIMARY KEY,
        venue_id uuid NOT NULL REFERENCES nights.venues,
        name text NOT NULL,
        -- ISO weekdays on which it starts, 1 is Monday.
        weekdays integer[] NOT NULL CHECK (weekdays <@ ARRAY[1, 2, 3, 4, 5, 6, 7]),
        from_minute integer NOT NULL CHECK (from_minute BETWEEN 0 AND 1439),
        to_minute integer NOT NULL CHECK (to_minute BETWEEN 0 AND 1439),
        is_active boolean NOT NULL DEFAULT true,
        UNIQUE (venue_id, name)
      );

      CREATE TABLE catalog.price_window_prices (
        window_id uuid NOT NULL REFERENCES catalog.price_windows ON DELETE CASCADE,
        product_id uuid NOT NULL REFERENCES catalog.products,
        price integer NOT NULL CHECK (price >= 0 AND price <= 10000000),
        PRIMARY KEY (window_id, product_id)
      );
      CREATE INDEX price_window_prices_of_product ON catalog.price_window_prices (product_id);

      -- Counts the changes of a venue's catalog, so that prepared answers know when they are out of date.
      CREATE TABLE catalog.versions (
        venue_id uuid PRIMARY KEY REFERENCES nights.venues,
        version bigint NOT NULL
      );

      -- Whoever changes the menu, by whatever way, counts: a prepared answer must never outlive what it was made of.
      CREATE FUNCTION catalog.count_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO catalog.versions (venue_id, version) VALUES (coalesce(NEW.venue_id, OLD.venue_id), 1)
          ON CONFLICT (venue_id) DO UPDATE SET version = versions.version + 1;
        RETURN NULL;
      END $$;
      CREATE FUNCTION catalog.count_window_price_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO catalog.versions (venue_id, version)
          SELECT venue_id, 1 FROM catalog.price_windows WHERE id = coalesce(NEW.window_id, OLD.window_id)
          ON CONFLICT (venue_id) DO UPDATE SET version = versions.version + 1;
        RETURN NULL;
      END $$;
      CREATE TRIGGER counted AFTER INSERT OR UPDATE OR DELETE ON catalog.categories
        FOR EACH ROW EXECUTE FUNCTION catalog.count_change();
      CREATE TRIGGER counted AFTER INSERT OR UPDATE OR DELETE ON catalog.products
        FOR EACH ROW EXECUTE FUNCTION catalog.count_change();
      CREATE TRIGGER counted AFTER INSERT OR UPDATE OR DELETE ON catalog.price_windows
        FOR EACH ROW EXECUTE FUNCTION catalog.count_change();
      CREATE TRIGGER counted AFTER INSERT OR UPDATE OR DELETE ON catalog.price_window_prices
        FOR EACH ROW EXECUTE FUNCTION catalog.count_window_price_change();

      ALTER TABLE inventory.recipe_items ADD FOREIGN KEY (product_id) REFERENCES catalog.products;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA catalog CASCADE');
  }
}
