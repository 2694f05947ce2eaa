import { MigrationInterface, QueryRunner } from 'typeorm';

/** Instances keep sessions in memory and have to hear when anything about one changes, whoever changes it. */
export class TellOfStaffChanges1793500000009 implements MigrationInterface {
  name = 'TellOfStaffChanges1793500000009';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION staff.tell_of_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM pg_notify('noche_staff', '');
        RETURN NULL;
      END $$;
      CREATE TRIGGER tell_of_change AFTER UPDATE OR DELETE ON staff.sessions
        FOR EACH STATEMENT EXECUTE FUNCTION staff.tell_of_change();
      CREATE TRIGGER tell_of_change AFTER UPDATE OR DELETE ON staff.employees
        FOR EACH STATEMENT EXECUTE FUNCTION staff.tell_of_change();
      CREATE TRIGGER tell_of_change AFTER UPDATE OR DELETE ON staff.devices
        FOR EACH STATEMENT EXECUTE FUNCTION staff.tell_of_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER tell_of_change ON staff.sessions;
      DROP TRIGGER tell_of_change ON staff.employees;
      DROP TRIGGER tell_of_change ON staff.devices;
      DROP FUNCTION staff.tell_of_change();
    `);
  }
}
