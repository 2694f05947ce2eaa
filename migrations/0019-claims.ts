import { MigrationInterface, QueryRunner } from 'typeorm';

/** That a guest put a paper ticket into the account stands in the ticket's own log. */
export class LogClaims1793500000019 implements MigrationInterface {
  name = 'LogClaims1793500000019';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ACTIONS(`'scan', 'deliver', 'undo', 'refuse', 'allow', 'void', 'print', 'reprint', 'claim'`));
  }

  /** The claims stay in the log, which only grows; what comes after is checked as before. */
  async down(runner: QueryRunner): Promise<void> {
    const actions = `'scan', 'deliver', 'undo', 'refuse', 'allow', 'void', 'print', 'reprint'`;
    await runner.query(ACTIONS(actions, ' NOT VALID'));
  }
}

const ACTIONS = (actions: string, how = ''): string => `
  ALTER TABLE tickets.ticket_log
    DROP CONSTRAINT ticket_log_action_check,
    ADD CONSTRAINT ticket_log_action_check CHECK (action IN (${actions}))${how}`;
