import { MigrationInterface, QueryRunner } from 'typeorm';

/** Bars, tickets, deliveries and refusals. */
export class CreateTickets1793500000007 implements MigrationInterface {
  name = 'CreateTickets1793500000007';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA tickets;

      CREATE TABLE tickets.bars (
        id uuid PRIMARY KEY,
        venue_id uuid NOT NULL REFERENCES nights.venues,
        name text NOT NULL,
        location_id uuid NOT NULL REFERENCES inventory.stock_locations,
        is_active boolean NOT NULL DEFAULT true,
        UNIQUE (venue_id, name)
      );

      CREATE SEQUENCE tickets.display_numbers;

      CREATE TABLE tickets.tickets (
        id uuid PRIMARY KEY,
        venue_id uuid NOT NULL,
        night_id uuid NOT NULL REFERENCES nights.nights,
        ticket_type text NOT NULL CHECK (ticket_type IN ('delivery', 'entry', 'wardrobe')),
        sale_id uuid NOT NULL UNIQUE REFERENCES sales.sales,
        customer_id uuid,
        display_number bigint NOT NULL UNIQUE,
        -- SHA-256 of the QR's token; the token itself is made from the id and a secret and kept nowhere.
        qr_hash bytea NOT NULL,
        -- Tickets of the older system carry a UUID v4 instead.
        legacy_uuid uuid UNIQUE,
        -- Keyed hash over what was sold: a row changed behind the application's back is refused.
        integrity_hash bytea NOT NULL,
        is_test boolean NOT NULL DEFAULT false,
        voided_at timestamptz,
        void_reason text,
        -- Refused scans so far, and until when a supervisor lets it pass nevertheless.
        refused_count integer NOT NULL DEFAULT 0,
        allowed_until timestamptz,
        allowed_by uuid REFERENCES staff.employees,
        print_count integer NOT NULL DEFAULT 0,
        created_at timestamptz NOT NULL
      );
      CREATE UNIQUE INDEX tickets_qr ON tickets.tickets (qr_hash);
      CREATE INDEX tickets_of_night ON tickets.tickets (night_id, created_at);

      CREATE TABLE tickets.ticket_items (
        id uuid PRIMARY KEY,
        ticket_id uuid NOT NULL REFERENCES tickets.tickets,
        position smallint NOT NULL,
        product_id uuid NOT NULL,
        product_name text NOT NULL,
        note text,
        qty integer NOT NULL CHECK (qty > 0),
        delivered_qty integer NOT NULL DEFAULT 0 CHECK (delivered_qty BETWEEN 0 AND qty)
      ) WITH (fillfactor = 80);
      CREATE INDEX ticket_items_of_ticket ON tickets.ticket_items (ticket_id);

      -- One row per press of "Entregado" and item. The nonce of a press is used once.
      CREATE TABLE tickets.deliveries (
        id uuid PRIMARY KEY,
        ticket_id uuid NOT NULL REFERENCES tickets.tickets,
        item_id uuid NOT NULL REFERENCES tickets.ticket_items,
        press_id uuid NOT NULL,
        qty integer NOT NULL CHECK (qty > 0),
        bar_id uuid NOT NULL REFERENCES tickets.bars,
        employee_id uuid NOT NULL REFERENCES staff.employees,
        device_id uuid,
        delivered_at timestamptz NOT NULL,
        undone_at timestamptz,
        UNIQUE (press_id, item_id)
      );
      CREATE INDEX deliveries_of_ticket ON tickets.deliveries (ticket_id, delivered_at);
      CREATE INDEX deliveries_of_bar ON tickets.deliveries (bar_id, delivered_at DESC);

      -- Every scan, refusal, permission and reprint. Append-only.
      CREATE TABLE tickets.ticket_log (
        id uuid PRIMARY KEY,
        venue_id uuid NOT NULL,
        ticket_id uuid REFERENCES tickets.tickets,
        action text NOT NULL CHECK (action IN ('scan', 'deliver', 'undo', 'refuse', 'allow', 'void', 'print', 'reprint')),
        -- Stable code of the refusal, for example ticket.void.
        reason text,
        is_fraud_attempt boolean NOT NULL DEFAULT false,
        note text,
        bar_id uuid,
        employee_id uuid,
        device_id uuid,
        ip inet,
        at timestamptz NOT NULL
      );
      CREATE INDEX ticket_log_of_ticket ON tickets.ticket_log (ticket_id, at);
      CREATE INDEX ticket_log_fraud ON tickets.ticket_log (venue_id, at DESC) WHERE is_fraud_attempt;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA tickets CASCADE');
  }
}
