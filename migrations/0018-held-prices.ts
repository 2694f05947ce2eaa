import { MigrationInterface, QueryRunner } from 'typeorm';

/** Guests who pay one sale with several cards are charged the prices that the first of them was shown. */
export class HoldPrices1793500000018 implements MigrationInterface {
  name = 'HoldPrices1793500000018';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What a cart cost when its first card was asked for: {product: {"unit": pesos, "list": pesos}}.
      CREATE TABLE payments.held_prices (
        venue_id uuid NOT NULL REFERENCES nights.venues,
        sale_id uuid NOT NULL,
        cart_hash bytea NOT NULL,
        prices jsonb NOT NULL,
        PRIMARY KEY (venue_id, sale_id, cart_hash)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE payments.held_prices');
  }
}
