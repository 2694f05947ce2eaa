import { MigrationInterface, QueryRunner } from 'typeorm';

/** Venues and their nights. */
export class CreateNights1793500000002 implements MigrationInterface {
  name = 'CreateNights1793500000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA nights;

      CREATE TABLE nights.venues (
        id uuid PRIMARY KEY,
        name text NOT NULL,
        ticket_prefix text NOT NULL CHECK (ticket_prefix ~ '^[A-Z]{2,5}$'),
        time_zone text NOT NULL DEFAULT 'America/Santiago',
        -- Limits and habits of the house, in pesos, minutes and hours; see Venue.
        settings jsonb NOT NULL DEFAULT '{}',
        created_at timestamptz NOT NULL DEFAULT now()
      );

      CREATE TABLE nights.nights (
        id uuid PRIMARY KEY,
        venue_id uuid NOT NULL REFERENCES nights.venues,
        -- The evening it begins; a label, never a unit of accounting.
        date date NOT NULL,
        name text NOT NULL,
        djs text[] NOT NULL DEFAULT '{}',
        description text NOT NULL DEFAULT '',
        image_url text,
        doors_open_at timestamptz,
        doors_close_at timestamptz,
        capacity integer CHECK (capacity > 0),
        price_tiers jsonb NOT NULL DEFAULT '[]',
        checklist jsonb NOT NULL DEFAULT '[]',
        responsible_ids uuid[] NOT NULL DEFAULT '{}',
        status text NOT NULL CHECK (status IN ('PLANNED', 'PREPARING', 'OPEN', 'CLOSING', 'CLOSED')),
        opened_at timestamptz,
        opened_by uuid,
        closed_at timestamptz,
        closed_by uuid,
        deleted_at timestamptz,
        deleted_reason text,
        created_at timestamptz NOT NULL DEFAULT now(),
        version integer NOT NULL DEFAULT 1
      );
      CREATE UNIQUE INDEX nights_one_open ON nights.nights (venue_id) WHERE status IN ('OPEN', 'CLOSING');
      CREATE INDEX nights_by_date ON nights.nights (venue_id, date DESC, id DESC) WHERE deleted_at IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA nights CASCADE');
  }
}
