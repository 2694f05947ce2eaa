import { MigrationInterface, QueryRunner } from 'typeorm';

/** Keys of apps that are built without code: what a house shows to everybody, read under the app's own name. */
export class CreateApiKeys1793500000020 implements MigrationInterface {
  name = 'CreateApiKeys1793500000020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE staff.api_keys (
        id uuid PRIMARY KEY,
        venue_id uuid NOT NULL REFERENCES nights.venues,
        name text NOT NULL,
        scopes text[] NOT NULL CHECK (cardinality(scopes) > 0 AND scopes <@ ARRAY['menu.read', 'events.read']),
        key_hash bytea NOT NULL UNIQUE,
        created_by uuid REFERENCES staff.employees,
        created_at timestamptz NOT NULL,
        last_used_at timestamptz,
        revoked_at timestamptz
      );
      CREATE INDEX api_keys_of_venue ON staff.api_keys (venue_id, id DESC);

      -- Instances keep keys in memory and have to hear when one ends, whoever ends it. That it was used changes nothing.
      CREATE FUNCTION staff.tell_of_api_key_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM pg_notify('noche_api_keys_changed', '');
        RETURN NULL;
      END $$;
      CREATE TRIGGER tell_of_api_key_change
        AFTER UPDATE OF venue_id, name, scopes, key_hash, revoked_at OR DELETE ON staff.api_keys
        FOR EACH STATEMENT EXECUTE FUNCTION staff.tell_of_api_key_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE staff.api_keys;
      DROP FUNCTION staff.tell_of_api_key_change();
    `);
  }
}
