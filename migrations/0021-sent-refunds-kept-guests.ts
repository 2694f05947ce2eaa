import { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * When a refund left for its provider, so that one without an answer is not waited for without an end; and whose sale a
 * card pays, which the guest's token in the kept sale could not tell for long. Papers of entries that guests put into
 * their accounts before bring the entry along.
 */
export class SentRefundsKeptGuests1793500000021 implements MigrationInterface {
  name = 'SentRefundsKeptGuests1793500000021';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE payments.refunds ADD sent_at timestamptz;
      UPDATE payments.refunds SET sent_at = created_at WHERE status = 'SENT';
      ALTER TABLE payments.intents ADD guest_id uuid REFERENCES customers.customers,
        ADD CONSTRAINT intents_guest_of_a_sale CHECK (guest_id IS NULL OR sale_id IS NOT NULL);
      UPDATE entries.entries e SET customer_id = k.customer_id FROM tickets.tickets k
        WHERE k.entry_id = e.id AND e.customer_id IS NULL AND k.customer_id IS NOT NULL;
      UPDATE payments.intents SET sale_draft = sale_draft - 'customer_token' WHERE sale_draft ? 'customer_token';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE payments.intents DROP COLUMN guest_id CASCADE;
      ALTER TABLE payments.refunds DROP COLUMN sent_at;
    `);
  }
}
