import { MigrationInterface, QueryRunner } from 'typeorm';

/** The trail of who did what. The application's role may add and read, nothing else. */
export class CreateAudit1793500000008 implements MigrationInterface {
  name = 'CreateAudit1793500000008';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA audit;

      -- Each entry's hash covers its content and the hash before it in its chain: a chain per register session,
      -- and one per venue for everything else.
      CREATE TABLE audit.entries (
        event_id uuid PRIMARY KEY,
        chain text NOT NULL,
        position bigint NOT NULL CHECK (position > 0),
        venue_id uuid NOT NULL,
        night_id uuid,
        register_session_id uuid,
        type text NOT NULL,
        subject_id uuid NOT NULL,
        actor jsonb NOT NULL,
        data jsonb NOT NULL,
        occurred_at timestamptz NOT NULL,
        previous_hash bytea NOT NULL,
        hash bytea NOT NULL,
        recorded_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (chain, position)
      );
      CREATE INDEX entries_of_venue ON audit.entries (venue_id, event_id DESC);
      CREATE INDEX entries_of_subject ON audit.entries (subject_id);

      -- Once a day and at each close: the heads of all chains, hashed together, so that a cut-off tail shows too.
      CREATE TABLE audit.anchors (
        id uuid PRIMARY KEY,
        venue_id uuid NOT NULL,
        -- {"chain": {"position": 12, "hash": "…"}}
        heads jsonb NOT NULL,
        previous_hash bytea NOT NULL,
        hash bytea NOT NULL,
        anchored_at timestamptz NOT NULL
      );
      CREATE INDEX anchors_of_venue ON audit.anchors (venue_id, anchored_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA audit CASCADE');
  }
}
