import { pino } from 'pino';
import { shownError } from './logging';

describe('an error in the log', () => {
  const lines: string[] = [];
  const log = pino({ serializers: { err: shownError } }, { write: (line: string) => lines.push(line) });

  it('keeps its story and its code, and nothing that a driver hangs onto it', () => {
    const error = Object.assign(new Error('connection lost'), {
      code: '57P01',
      client: { password: 'secret-of-the-database' },
      detail: 'Key (email)=(ana@example.cl) already exists.',
    });
    log.error({ err: error }, 'failed');
    expect(lines[0]).toContain('connection lost');
    expect(lines[0]).toContain('57P01');
    expect(lines[0]).not.toContain('secret-of-the-database');
    expect(lines[0]).not.toContain('ana@example.cl');
  });
});
