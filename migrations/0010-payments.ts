import { MigrationInterface, QueryRunner } from 'typeorm';

/** Card terminals and their agents, payment intents, refunds, and what has to be looked into by a person. */
export class CreatePayments1793500000010 implements MigrationInterface {
  name = 'CreatePayments1793500000010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA payments;

      -- A program beside one card terminal, at one register.
      CREATE TABLE payments.agents (
        id uuid PRIMARY KEY,
        venue_id uuid NOT NULL REFERENCES nights.venues,
        register_id uuid NOT NULL REFERENCES sales.registers,
        name text NOT NULL,
        code_hash bytea UNIQUE,
        code_expires_at timestamptz,
        key_hash bytea UNIQUE,
        -- While a key is being changed both are good; the first use of the new one ends the old one.
        next_key_hash bytea UNIQUE,
        created_at timestamptz NOT NULL,
        enrolled_at timestamptz,
        revoked_at timestamptz,
        version text,
        hostname text,
        heartbeat_at timestamptz,
        queue_length integer,
        terminal jsonb
      );
      CREATE UNIQUE INDEX agents_one_a_register ON payments.agents (register_id) WHERE revoked_at IS NULL;

      CREATE SEQUENCE payments.ticket_numbers;

      CREATE TABLE payments.intents (
        id uuid PRIMARY KEY,
        venue_id uuid NOT NULL REFERENCES nights.venues,
        night_id uuid NOT NULL REFERENCES nights.nights,
        register_id uuid NOT NULL REFERENCES sales.registers,
        register_session_id uuid NOT NULL REFERENCES sales.register_sessions,
        employee_id uuid NOT NULL REFERENCES staff.employees,
        employee_name text NOT NULL,
        device_id uuid,
        -- The sale that it is for, by the id the till made, and that sale as the till would place it.
        sale_id uuid NOT NULL,
        sale_draft jsonb NOT NULL,
        cart_hash bytea NOT NULL,
        amount integer NOT NULL CHECK (amount > 0),
        provider text NOT NULL CHECK (provider IN ('getnet_terminal', 'manual', 'getnet_web', 'klap')),
        -- The attempt at the other provider before, from which it is certain that nothing was charged, and why it failed.
        fallback_of uuid REFERENCES payments.intents,
        fallback_reason text,
        -- What the provider knows it by: the terminal's ticket number, the page's reference. Unique for each attempt.
        reference text NOT NULL UNIQUE,
        external_id text,
        pay_url text,
        status text NOT NULL CHECK (status IN ('CREATED', 'READY', 'IN_PROGRESS', 'APPROVED', 'DECLINED', 'CANCELLED',
          'EXPIRED', 'ERROR', 'UNKNOWN')),
        reason text,
        cancel_requested_at timestamptz,
        -- What was charged, as the provider tells it.
        charge jsonb,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        final_at timestamptz,
        next_query_at timestamptz,
        -- An approved payment belongs to one sale, or is flagged for a person.
        taken_at timestamptz,
        flag text,
        flagged_at timestamptz,
        refunded_amount integer NOT NULL DEFAULT 0 CHECK (refunded_amount BETWEEN 0 AND amount),
        CHECK (taken_at IS NULL OR status = 'APPROVED'),
        CHECK ((status IN ('CREATED', 'READY', 'IN_PROGRESS', 'UNKNOWN')) = (final_at IS NULL))
      );
      CREATE INDEX intents_of_sale ON payments.intents (sale_id);
      CREATE INDEX intents_of_venue ON payments.intents (venue_id, id DESC);
      CREATE INDEX intents_open ON payments.intents (register_session_id)
        WHERE status IN ('CREATED', 'READY', 'IN_PROGRESS', 'UNKNOWN', 'APPROVED') AND taken_at IS NULL;
      CREATE INDEX intents_external ON payments.intents (external_id) WHERE external_id IS NOT NULL;

      CREATE TABLE payments.intent_log (
        id uuid PRIMARY KEY,
        -- Several steps may lie in one millisecond.
        position bigint GENERATED ALWAYS AS IDENTITY,
        intent_id uuid NOT NULL REFERENCES payments.intents,
        at timestamptz NOT NULL,
        act text NOT NULL,
        from_status text,
        to_status text NOT NULL,
        -- 'till', 'agent', 'provider', 'clock' or 'person'.
        source text NOT NULL,
        employee_id uuid,
        data jsonb NOT NULL
      );
      CREATE INDEX intent_log_of_intent ON payments.intent_log (intent_id, position);

      -- An adjustment of a payment, never of its amount; a record of its own.
      CREATE TABLE payments.refunds (
        id uuid PRIMARY KEY,
        venue_id uuid NOT NULL REFERENCES nights.venues,
        intent_id uuid NOT NULL REFERENCES payments.intents,
        amount integer NOT NULL CHECK (amount > 0),
        status text NOT NULL CHECK (status IN ('REQUESTED', 'SENT', 'DONE', 'REFUSED', 'UNKNOWN', 'BY_HAND')),
        reason text NOT NULL CHECK (reason <> ''),
        requested_by uuid NOT NULL REFERENCES staff.employees,
        authorized_by uuid NOT NULL REFERENCES staff.employees,
        provider_reference text,
        detail text,
        created_at timestamptz NOT NULL,
        final_at timestamptz
      );
      CREATE INDEX refunds_of_intent ON payments.refunds (intent_id);
      CREATE INDEX refunds_of_venue ON payments.refunds (venue_id, id DESC);
      CREATE INDEX refunds_open ON payments.refunds (status) WHERE final_at IS NULL;

      -- What an agent is to do at its terminal, one at a time.
      CREATE TABLE payments.operations (
        id uuid PRIMARY KEY,
        venue_id uuid NOT NULL REFERENCES nights.venues,
        agent_id uuid NOT NULL REFERENCES payments.agents,
        kind text NOT NULL CHECK (kind IN ('sale', 'refund', 'return', 'reprint', 'close', 'totals', 'details', 'poll',
          'last_voucher')),
        intent_id uuid REFERENCES payments.intents,
        refund_id uuid REFERENCES payments.refunds,
        ordered_by uuid,
        amount integer,
        ticket_number text,
        operation_number integer,
        authorization_code text,
        print_on_pos boolean NOT NULL DEFAULT false,
        state text NOT NULL CHECK (state IN ('queued', 'claimed', 'sent', 'final', 'cancelled')),
        -- Grows with each claim: a report under an older number comes from somebody who has lost the operation.
        fence integer NOT NULL DEFAULT 0,
        lease_expires_at timestamptz,
        cancel_requested boolean NOT NULL DEFAULT false,
        progress_code integer,
        progress_text text,
        progress_at timestamptz,
        outcome text,
        response jsonb,
        created_at timestamptz NOT NULL,
        sent_at timestamptz,
        final_at timestamptz
      );
      CREATE INDEX operations_waiting ON payments.operations (agent_id, id) WHERE state IN ('queued', 'claimed', 'sent');
      CREATE INDEX operations_of_agent ON payments.operations (agent_id, id DESC);
      CREATE UNIQUE INDEX operations_one_sale_an_intent ON payments.operations (intent_id) WHERE kind = 'sale';
      CREATE UNIQUE INDEX operations_one_a_refund ON payments.operations (refund_id) WHERE refund_id IS NOT NULL;

      -- Every report as it came, also those that changed nothing.
      CREATE TABLE payments.agent_reports (
        id uuid PRIMARY KEY,
        operation_id uuid NOT NULL REFERENCES payments.operations,
        agent_id uuid NOT NULL,
        fence integer NOT NULL,
        outcome text NOT NULL,
        source text NOT NULL,
        response jsonb,
        accepted boolean NOT NULL,
        received_at timestamptz NOT NULL
      );
      CREATE INDEX agent_reports_of_operation ON payments.agent_reports (operation_id);

      -- Every message of a provider, forged ones too; the same one counts once.
      CREATE TABLE payments.notices (
        id uuid PRIMARY KEY,
        provider text NOT NULL,
        notice_id text,
        external_id text,
        reference text,
        claims text,
        amount integer,
        effect text NOT NULL,
        received_at timestamptz NOT NULL
      );
      CREATE UNIQUE INDEX notices_once ON payments.notices (provider, notice_id) WHERE notice_id IS NOT NULL;
      CREATE INDEX notices_by_time ON payments.notices (received_at);

      -- What a person has to look into.
      CREATE TABLE payments.findings (
        id uuid PRIMARY KEY,
        venue_id uuid NOT NULL REFERENCES nights.venues,
        kind text NOT NULL,
        intent_id uuid REFERENCES payments.intents,
        refund_id uuid REFERENCES payments.refunds,
        register_session_id uuid,
        -- Names the thing within its kind, so that the same difference is listed once.
        subject text NOT NULL,
        amount integer,
        facts jsonb NOT NULL,
        found_at timestamptz NOT NULL,
        resolution text,
        resolution_reason text,
        resolved_at timestamptz,
        resolved_by uuid REFERENCES staff.employees,
        authorized_by uuid REFERENCES staff.employees,
        UNIQUE (kind, subject)
      );
      CREATE INDEX findings_of_venue ON payments.findings (venue_id, id DESC);

      ALTER TABLE sales.registers
        ADD CHECK (primary_provider IN ('getnet_terminal', 'manual', 'getnet_web', 'klap')),
        ADD CHECK (backup_provider IN ('getnet_terminal', 'manual', 'getnet_web', 'klap')),
        ADD CHECK (backup_provider IS NULL OR (primary_provider IS NOT NULL AND backup_provider <> primary_provider));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE sales.registers DROP CONSTRAINT registers_primary_provider_check,
        DROP CONSTRAINT registers_backup_provider_check, DROP CONSTRAINT registers_check;
      DROP SCHEMA payments CASCADE;
    `);
  }
}
