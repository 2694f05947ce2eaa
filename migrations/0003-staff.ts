import { MigrationInterface, QueryRunner } from 'typeorm';

/** Employees, admin accounts, devices and sessions. */
export class CreateStaff1793500000003 implements MigrationInterface {
  name = 'CreateStaff1793500000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA staff;

      CREATE TABLE staff.employees (
        id uuid PRIMARY KEY,
        venue_id uuid NOT NULL REFERENCES nights.venues,
        name text NOT NULL,
        rut text,
        email text,
        phone text,
        birth_date date,
        bank_name text,
        bank_account_type text,
        bank_account_number text,
        roles text[] NOT NULL,
        is_active boolean NOT NULL DEFAULT true,
        pin_hash text,
        pin_failures integer NOT NULL DEFAULT 0,
        pin_locked_until timestamptz,
        pin_needs_unlock boolean NOT NULL DEFAULT false,
        -- Wrong PINs typed in sessions without a tablet, counted apart: they lock nobody out of a till.
        desk_failures integer NOT NULL DEFAULT 0,
        desk_locked_until timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (venue_id, rut),
        CHECK (roles <@ ARRAY['cashier', 'bartender', 'wardrobe', 'door', 'supervisor', 'admin'])
      );

      CREATE TABLE staff.admin_accounts (
        employee_id uuid PRIMARY KEY REFERENCES staff.employees,
        username text NOT NULL UNIQUE,
        password_hash text NOT NULL,
        -- Encrypted with the data key; set but unconfirmed until a first code was given.
        totp_secret bytea,
        totp_confirmed_at timestamptz,
        totp_last_counter bigint,
        updated_at timestamptz NOT NULL DEFAULT now()
      );

      -- Wrong passwords by username, whether there is such an account or not: the answers do not tell.
      CREATE TABLE staff.admin_attempts (
        username_hash bytea PRIMARY KEY,
        failures integer NOT NULL,
        locked_until timestamptz,
        last_at timestamptz NOT NULL
      );

      CREATE TABLE staff.devices (
        id uuid PRIMARY KEY,
        venue_id uuid NOT NULL REFERENCES nights.venues,
        name text NOT NULL,
        code_hash bytea UNIQUE,
        code_expires_at timestamptz,
        credential_hash bytea UNIQUE,
        enrolled_at timestamptz,
        revoked_at timestamptz,
        last_seen_at timestamptz,
        pin_failures integer NOT NULL DEFAULT 0,
        pin_failures_since timestamptz,
        locked_until timestamptz,
        created_by uuid,
        created_at timestamptz NOT NULL DEFAULT now()
      );

      CREATE TABLE staff.sessions (
        token_hash bytea PRIMARY KEY,
        id uuid NOT NULL UNIQUE,
        venue_id uuid NOT NULL REFERENCES nights.venues,
        employee_id uuid NOT NULL REFERENCES staff.employees,
        device_id uuid REFERENCES staff.devices,
        kind text NOT NULL CHECK (kind IN ('admin', 'staff', 'bartender')),
        station text NOT NULL CHECK (station IN ('admin', 'register', 'bar', 'wardrobe', 'door')),
        bar_id uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        last_seen_at timestamptz NOT NULL DEFAULT now(),
        locked_at timestamptz,
        revoked_at timestamptz
      );
      CREATE INDEX sessions_of_employee ON staff.sessions (employee_id) WHERE revoked_at IS NULL;
      CREATE INDEX sessions_at_device ON staff.sessions (device_id, station, employee_id, created_at);
      CREATE INDEX employees_by_name ON staff.employees (venue_id, name, id);
      CREATE INDEX sessions_of_device ON staff.sessions (device_id) WHERE revoked_at IS NULL;

      -- A short-lived, one-use yes of a person who may, to one thing that another person asked for.
      CREATE TABLE staff.step_ups (
        token_hash bytea PRIMARY KEY,
        venue_id uuid NOT NULL REFERENCES nights.venues,
        permission text NOT NULL,
        requested_by uuid NOT NULL REFERENCES staff.employees,
        granted_by uuid NOT NULL REFERENCES staff.employees,
        session_id uuid NOT NULL REFERENCES staff.sessions (id),
        expires_at timestamptz NOT NULL,
        used_at timestamptz,
        CHECK (requested_by <> granted_by)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA staff CASCADE');
  }
}
