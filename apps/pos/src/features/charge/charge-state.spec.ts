import { clockOf, isFailure, mayCancel, phaseOf } from './charge-state';

const now = Date.parse('2026-11-21T03:00:00Z');
const ago = (seconds: number): string => new Date(now - seconds * 1_000).toISOString();

type Seen = NonNullable<Parameters<typeof phaseOf>[0]>;
const intent = (over: Partial<Seen> = {}): Seen => ({
  status: 'READY',
  provider: 'getnet_terminal',
  pay_url: null,
  progress: null,
  agent_heartbeat_at: ago(5),
  cancel_requested_at: null,
  amount: 10_000,
  refunded_amount: 0,
  ...over,
});
const progress = (code: number | null, sentAt: string | null = ago(3)) => ({
  code,
  text: null,
  at: ago(1),
  sent_at: sentAt,
});
const kind = (over: Partial<Seen>) => phaseOf(intent(over), now).kind;

describe('what a till says of a card payment', () => {
  it('begins before the server has answered', () => {
    expect(phaseOf(null, now)).toEqual({ kind: 'starting' });
  });

  it('waits for the terminal to take it', () => {
    expect(phaseOf(intent(), now)).toEqual({ kind: 'waiting' });
  });

  it.each([
    [78, 'card'],
    [79, 'amount'],
    [80, 'shares'],
    [81, 'pin'],
    [82, 'sending'],
    [83, 'tip'],
    [84, 'change'],
    [99, 'working'],
    [null, 'working'],
  ] as const)('puts code %s of the terminal into a step: %s', (code, step) => {
    expect(phaseOf(intent({ status: 'IN_PROGRESS', progress: progress(code) }), now)).toEqual({
      kind: 'progress',
      step,
    });
  });

  it('says that the terminal is silent after a minute without a sign of life, and whether it had the order', () => {
    expect(phaseOf(intent({ agent_heartbeat_at: ago(60) }), now).kind).toBe('waiting');
    const silent = { agent_heartbeat_at: ago(61) };
    expect(phaseOf(intent(silent), now)).toEqual({ kind: 'no_terminal', sent: false, cancelAsked: false });
    expect(phaseOf(intent({ ...silent, status: 'IN_PROGRESS', progress: progress(78) }), now)).toEqual({
      kind: 'no_terminal',
      sent: true,
      cancelAsked: false,
    });
    expect(kind({ agent_heartbeat_at: null })).toBe('no_terminal');
  });

  it('asks no terminal for signs of life where the guest pays on a page', () => {
    expect(kind({ provider: 'klap', pay_url: 'https://pay.example/1', agent_heartbeat_at: null })).toBe('page');
  });

  it('says that the cancellation waits for the terminal', () => {
    const asked = { cancel_requested_at: ago(1), status: 'IN_PROGRESS', progress: progress(78) } as const;
    expect(phaseOf(intent(asked), now)).toEqual({ kind: 'cancelling', sent: true });
  });

  it.each([
    ['APPROVED', 'approved'],
    ['DECLINED', 'declined'],
    ['CANCELLED', 'cancelled'],
    ['EXPIRED', 'expired'],
    ['ERROR', 'error'],
    ['UNKNOWN', 'unknown'],
  ] as const)('has a face for %s whatever else is going on', (status, expected) => {
    expect(kind({ status, cancel_requested_at: ago(9), agent_heartbeat_at: null })).toBe(expected);
  });

  it('does not sell with a payment that was given back meanwhile', () => {
    expect(kind({ status: 'APPROVED', refunded_amount: 10_000 })).toBe('given_back');
  });

  it('offers another way of payment only when it is certain that nothing was charged', () => {
    const certain = ['DECLINED', 'CANCELLED', 'EXPIRED', 'ERROR'];
    const all = [...certain, 'CREATED', 'READY', 'IN_PROGRESS', 'APPROVED', 'UNKNOWN'] as Seen['status'][];
    expect(all.filter((status) => isFailure(phaseOf(intent({ status }), now)))).toEqual(certain);
    expect(isFailure(phaseOf(null, now))).toBe(false);
  });

  it('can be cancelled while it is under way, once, and never when nobody knows', () => {
    const may = (over: Partial<Seen>) => mayCancel(phaseOf(intent(over), now));
    expect(may({})).toBe(true);
    expect(may({ status: 'IN_PROGRESS', progress: progress(81) })).toBe(true);
    expect(may({ cancel_requested_at: ago(1) })).toBe(false);
    expect(may({ status: 'UNKNOWN' })).toBe(false);
    expect(may({ status: 'DECLINED' })).toBe(false);
  });

  it('counts minutes and seconds, never below nothing', () => {
    expect([clockOf(5_900), clockOf(65_000), clockOf(-4)]).toEqual(['0:05', '1:05', '0:00']);
  });
});
