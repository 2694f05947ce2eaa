import { progressOf, stateOf, terminalOf } from './agent';

const NOW = Date.parse('2026-11-21T04:00:00Z');
const ago = (ms: number): string => new Date(NOW - ms).toISOString();
const installed = (beat: string | null, code: string | null = null) => ({
  ...{ enrolled_at: ago(3_600_000), heartbeat_at: beat, code_expires_at: code },
});

describe('an agent', () => {
  it('lives while it tells so, is late after a missed beat, and gone after five minutes', () => {
    expect(stateOf(installed(ago(20_000)), NOW)).toBe('live');
    expect(stateOf(installed(ago(100_000)), NOW)).toBe('late');
    expect(stateOf(installed(ago(600_000)), NOW)).toBe('gone');
    expect(stateOf(installed(null), NOW)).toBe('never');
  });

  it('waits for its code to be used, until that is too old', () => {
    const waiting = { enrolled_at: null, heartbeat_at: null, code_expires_at: ago(-60_000) };
    expect(stateOf(waiting, NOW)).toBe('code');
    expect(stateOf({ ...waiting, code_expires_at: ago(1_000) }, NOW)).toBe('code_old');
  });

  it('that lives goes on living while a new code for it is out', () => {
    expect(stateOf(installed(ago(20_000), ago(-60_000)), NOW)).toBe('live');
  });
});

describe('a terminal', () => {
  it('is as its agent says, and without colour once the agent is silent', () => {
    const terminal = { state: 'ready', terminal_id: 'T-7', detail: '' };
    expect(terminalOf({ terminal }, 'live')).toMatchObject({ state: 'ready', tone: 'ok', terminalId: 'T-7' });
    expect(terminalOf({ terminal }, 'gone')).toMatchObject({ state: 'ready', tone: 'idle', detail: undefined });
  });

  it('of which nothing sensible is said is unknown', () => {
    expect(terminalOf({ terminal: { state: 'constructor' } }, 'live').state).toBe('unknown');
    expect(terminalOf({ terminal: null }, 'live').state).toBe('unknown');
  });
});

describe('an operation', () => {
  it('that waits for a silent agent says so', () => {
    expect(progressOf({ state: 'queued', outcome: null }, 'gone').word).toBe('queued_gone');
    expect(progressOf({ state: 'queued', outcome: null }, 'live').word).toBe('queued');
  });

  it('that ended tells how', () => {
    expect(progressOf({ state: 'final', outcome: 'done' }, 'live')).toEqual({ word: 'done', tone: 'ok' });
    expect(progressOf({ state: 'final', outcome: null }, 'live')).toEqual({ word: 'unknown', tone: 'warn' });
  });
});
