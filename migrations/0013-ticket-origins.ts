import { MigrationInterface, QueryRunner } from 'typeorm';

/** A ticket comes from a sale, from the redemption of a reward or from an entry: always from exactly one of them. */
export class AddTicketOrigins1793500000013 implements MigrationInterface {
  name = 'AddTicketOrigins1793500000013';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE tickets.tickets
        ALTER COLUMN sale_id DROP NOT NULL,
        ADD COLUMN redemption_id uuid UNIQUE,
        ADD COLUMN entry_id uuid UNIQUE,
        ADD CONSTRAINT tickets_one_origin CHECK (num_nonnulls(sale_id, redemption_id, entry_id) = 1),
        ADD CONSTRAINT tickets_entries_are_entries CHECK (entry_id IS NULL OR ticket_type = 'entry');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE tickets.tickets
        DROP CONSTRAINT tickets_entries_are_entries, DROP CONSTRAINT tickets_one_origin,
        DROP COLUMN entry_id, DROP COLUMN redemption_id, ALTER COLUMN sale_id SET NOT NULL;
    `);
  }
}
