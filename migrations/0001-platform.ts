import { MigrationInterface, QueryRunner } from 'typeorm';

/** What every context needs once: the outbox and the idempotency keys. */
export class CreatePlatform1793500000001 implements MigrationInterface {
  name = 'CreatePlatform1793500000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA platform;

      -- Events wait here, in the transaction that caused them, until the relay has handed them on and deletes them.
      CREATE TABLE platform.outbox (
        id uuid PRIMARY KEY,
        type text NOT NULL,
        venue_id uuid NOT NULL,
        night_id uuid,
        subject_id uuid NOT NULL,
        register_session_id uuid,
        actor jsonb NOT NULL,
        data jsonb NOT NULL,
        occurred_at timestamptz NOT NULL
      );

      -- One row per act that was done under a key. The answer is encrypted: it may hold a ticket's QR.
      CREATE TABLE platform.idempotency_keys (
        caller_id text NOT NULL,
        key text NOT NULL CHECK (length(key) BETWEEN 1 AND 255),
        fingerprint text NOT NULL,
        answer bytea NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (caller_id, key)
      );
      CREATE INDEX idempotency_keys_age ON platform.idempotency_keys USING brin (created_at);

      -- socket.io's Postgres adapter keeps messages above the NOTIFY limit here.
      CREATE TABLE platform.socket_io_attachments (
        id bigserial UNIQUE,
        created_at timestamptz DEFAULT now(),
        payload bytea
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA platform CASCADE');
  }
}
