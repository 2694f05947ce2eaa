import { MigrationInterface, QueryRunner } from 'typeorm';

/** When a refund left for its provider, so that one without an answer is not waited for without an end. */
export class SentRefunds1793500000021 implements MigrationInterface {
  name = 'SentRefunds1793500000021';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE payments.refunds ADD sent_at timestamptz;
      UPDATE payments.refunds SET sent_at = created_at WHERE status = 'SENT';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE payments.refunds DROP COLUMN sent_at');
  }
}
