import { MigrationInterface, QueryRunner } from 'typeorm';

/** Ingredients, recipes, stock and its movements. */
export class CreateInventory1793500000004 implements MigrationInterface {
  name = 'CreateInventory1793500000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA inventory;

      CREATE TABLE inventory.stock_locations (
        id uuid PRIMARY KEY,
        venue_id uuid NOT NULL REFERENCES nights.venues,
        name text NOT NULL,
        is_active boolean NOT NULL DEFAULT true,
        UNIQUE (venue_id, name)
      );

      CREATE TABLE inventory.ingredients (
        id uuid PRIMARY KEY,
        venue_id uuid NOT NULL REFERENCES nights.venues,
        name text NOT NULL,
        base_unit text NOT NULL CHECK (base_unit IN ('ml', 'g', 'unit')),
        -- Content of one package in base units, and what one package costs in pesos.
        package_size integer NOT NULL CHECK (package_size > 0),
        package_cost integer NOT NULL CHECK (package_cost >= 0),
        -- Counted things (cans, bottles) are refused when they run out; poured ones may be measured wrong and go on.
        is_strict boolean NOT NULL,
        is_active boolean NOT NULL DEFAULT true,
        created_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (venue_id, name)
      );

      -- Belongs to a product of the catalog; what one portion takes.
      CREATE TABLE inventory.recipe_items (
        product_id uuid NOT NULL,
        ingredient_id uuid NOT NULL REFERENCES inventory.ingredients,
        quantity integer NOT NULL CHECK (quantity > 0),
        tolerance_pct integer NOT NULL DEFAULT 0 CHECK (tolerance_pct BETWEEN 0 AND 100),
        PRIMARY KEY (product_id, ingredient_id)
      );

      -- Always the sum of the movements of the pair; moved in the same statement that appends them.
      CREATE TABLE inventory.stock_levels (
        location_id uuid NOT NULL REFERENCES inventory.stock_locations,
        ingredient_id uuid NOT NULL REFERENCES inventory.ingredients,
        on_hand bigint NOT NULL,
        PRIMARY KEY (location_id, ingredient_id)
      ) WITH (fillfactor = 50);

      CREATE TABLE inventory.movements (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        venue_id uuid NOT NULL,
        location_id uuid NOT NULL,
        ingredient_id uuid NOT NULL,
        -- In base units; negative when stock leaves.
        quantity bigint NOT NULL CHECK (quantity <> 0),
        kind text NOT NULL CHECK (kind IN ('opening', 'purchase', 'sale', 'sale_cancelled', 'count', 'waste', 'transfer')),
        -- The sale that took or gave back; null for other kinds.
        sale_id uuid,
        note text,
        employee_id uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        FOREIGN KEY (location_id, ingredient_id) REFERENCES inventory.stock_levels,
        CHECK ((sale_id IS NOT NULL) = (kind IN ('sale', 'sale_cancelled')))
      );
      CREATE UNIQUE INDEX movements_once_per_sale ON inventory.movements (sale_id, ingredient_id, kind)
        WHERE sale_id IS NOT NULL;
      CREATE INDEX movements_of_stock ON inventory.movements (location_id, ingredient_id, created_at) INCLUDE (quantity);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA inventory CASCADE');
  }
}
