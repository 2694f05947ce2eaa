import { MigrationInterface, QueryRunner } from 'typeorm';

/** Guests with an account: who they are, what they agreed to, and where they are logged in. */
export class CreateCustomers1793500000011 implements MigrationInterface {
  name = 'CreateCustomers1793500000011';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA customers;

      CREATE TABLE customers.customers (
        uuid uuid PRIMARY KEY,
        -- Builders of apps without code need a number.
        id bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
        venue_id uuid NOT NULL REFERENCES nights.venues,
        name text NOT NULL,
        -- Lower case. Gone, like everything else about the person, once the account is deleted.
        email text,
        phone text,
        -- As the person says: not proven, so it need not be unique, and a clash would tell who is registered.
        rut text,
        birth_date date,
        password_hash text,
        -- Tokens carry it: one step up and none of them counts.
        token_version integer NOT NULL DEFAULT 1,
        is_active boolean NOT NULL DEFAULT true,
        terms_accepted_at timestamptz NOT NULL,
        marketing_accepted_at timestamptz,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        deleted_at timestamptz,
        UNIQUE (venue_id, email),
        CHECK (deleted_at IS NOT NULL OR (email IS NOT NULL AND password_hash IS NOT NULL)),
        CHECK (deleted_at IS NULL OR (NOT is_active AND email IS NULL AND phone IS NULL AND rut IS NULL
          AND birth_date IS NULL AND password_hash IS NULL))
      );
      CREATE INDEX customers_by_name ON customers.customers (venue_id, name, uuid);

      -- Every yes and no, with its time. Only added to.
      CREATE TABLE customers.consents (
        customer_uuid uuid NOT NULL REFERENCES customers.customers,
        kind text NOT NULL CHECK (kind IN ('terms', 'marketing')),
        granted boolean NOT NULL,
        at timestamptz NOT NULL,
        PRIMARY KEY (customer_uuid, kind, at)
      );

      -- A login, and all refresh tokens that came of it.
      CREATE TABLE customers.sessions (
        id uuid PRIMARY KEY,
        customer_uuid uuid NOT NULL REFERENCES customers.customers,
        token_version integer NOT NULL,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        revoked_at timestamptz
      );
      CREATE INDEX sessions_of_customer ON customers.sessions (customer_uuid);

      CREATE TABLE customers.refresh_tokens (
        token_hash bytea PRIMARY KEY,
        session_id uuid NOT NULL REFERENCES customers.sessions ON DELETE CASCADE,
        created_at timestamptz NOT NULL,
        replaced_at timestamptz,
        -- The token that replaced this one, encrypted; forgotten as soon as that one is used.
        child_sealed bytea,
        child_hash bytea UNIQUE
      );
      CREATE INDEX refresh_tokens_of_session ON customers.refresh_tokens (session_id);

      -- What a code sent by mail confirms. Whoever asked holds the handle, whoever reads the mailbox the code.
      CREATE TABLE customers.challenges (
        handle_hash bytea PRIMARY KEY,
        kind text NOT NULL CHECK (kind IN ('registration', 'reset')),
        venue_id uuid NOT NULL REFERENCES nights.venues,
        email_hash bytea NOT NULL,
        -- NULL: no code was sent and none is right, which nobody can tell from outside.
        code_hash bytea,
        -- Of a registration: who wants to register, encrypted. Of a reset: whose password.
        payload bytea,
        failures integer NOT NULL DEFAULT 0,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        used_at timestamptz
      );
      CREATE INDEX challenges_of_address ON customers.challenges (email_hash, created_at);
      CREATE INDEX challenges_by_age ON customers.challenges (created_at);

      -- Wrong passwords of an account from an address, whether there is such an account or not.
      CREATE TABLE customers.login_attempts (
        key_hash bytea PRIMARY KEY,
        failures integer NOT NULL,
        locked_until timestamptz,
        last_at timestamptz NOT NULL
      );
      CREATE INDEX login_attempts_by_age ON customers.login_attempts (last_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA customers CASCADE');
  }
}
