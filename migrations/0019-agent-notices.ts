import { MigrationInterface, QueryRunner } from 'typeorm';

/** Instances keep agents in memory and have to hear when a key ends, whoever ends it. Heartbeats change nothing of that. */
export class TellOfAgentChanges1793500000019 implements MigrationInterface {
  name = 'TellOfAgentChanges1793500000019';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION payments.tell_of_agent_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM pg_notify('noche_agents_changed', '');
        RETURN NULL;
      END $$;
      CREATE TRIGGER tell_of_agent_change
        AFTER UPDATE OF venue_id, register_id, name, key_hash, next_key_hash, revoked_at OR DELETE ON payments.agents
        FOR EACH STATEMENT EXECUTE FUNCTION payments.tell_of_agent_change();
      -- An agent is told the name of its register.
      CREATE TRIGGER tell_of_agent_change AFTER UPDATE OF name ON sales.registers
        FOR EACH STATEMENT EXECUTE FUNCTION payments.tell_of_agent_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER tell_of_agent_change ON sales.registers;
      DROP TRIGGER tell_of_agent_change ON payments.agents;
      DROP FUNCTION payments.tell_of_agent_change();
    `);
  }
}
