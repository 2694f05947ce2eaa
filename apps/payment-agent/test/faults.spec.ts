import type { Fault } from '../../../tools/terminal/faults';
import { Bench, until, useJumpingClock } from './bench';

let bench: Bench;

beforeEach(useJumpingClock);
afterEach(() => {
  bench.clean();
  jest.useRealTimers();
});

/** One sale of 12 000 that meets the fault; power comes back after a minute. */
async function sellWith(fault: Fault | undefined, options: ConstructorParameters<typeof Bench>[0] = {}) {
  bench = new Bench(options);
  const { terminal, api } = bench;
  terminal.on('power', (on) => {
    if (!on) setTimeout(() => terminal.powerOn(), 60_000);
  });
  if (fault) terminal.failNext(fault);
  api.queue({ id: 'A000123', amount: 12_000 });
  const life = bench.start();
  await until(() => api.allDone);
  await life.stop();
  return api.final('A000123');
}

const CASES: readonly [string, Fault | undefined, string, string, number][] = [
  ['nothing goes wrong', undefined, 'approved', 'answer', 1],
  ['the acknowledgement is lost', { kind: 'no_ack' }, 'approved', 'answer', 1],
  ['the command does not arrive', { kind: 'deaf' }, 'not_charged', 'details', 0],
  ['the terminal refuses the frame', { kind: 'refuse' }, 'not_charged', 'answer', 0],
  ['the answer is damaged', { kind: 'bad_signature' }, 'approved', 'details', 1],
  ['the answer comes byte by byte', { kind: 'split_bytes' }, 'approved', 'answer', 1],
  ['everything comes in one piece', { kind: 'glued' }, 'approved', 'answer', 1],
  ['the bank answers after the till gave up', { kind: 'slow', ms: 150_000 }, 'approved', 'answer', 1],
  ['the power goes before the approval', { kind: 'power_loss_before_approval' }, 'not_charged', 'details', 0],
  ['the power goes after the approval', { kind: 'power_loss_after_approval' }, 'approved', 'details', 1],
  ['the line breaks after the approval', { kind: 'line_loss_after_approval' }, 'approved', 'details', 1],
  ['the answer never comes', { kind: 'no_answer' }, 'approved', 'details', 1],
  ['the bank declines', { kind: 'decline', code: 51 }, 'declined', 'answer', 0],
  ['the guest presses the red key', { kind: 'user_cancel' }, 'declined', 'answer', 0],
  ['there is no paper', { kind: 'out_of_paper' }, 'declined', 'answer', 0],
  ['nobody types the PIN', { kind: 'pin_wait' }, 'declined', 'answer', 0],
  ['the answer comes twice', { kind: 'duplicate' }, 'approved', 'answer', 1],
  ['the terminal names no ticket', { kind: 'no_ticket' }, 'approved', 'answer', 1],
  ['the amount is another', { kind: 'wrong_amount', amount: 21_000 }, 'unknown', 'answer', 1],
];

describe('what the agent reports when', () => {
  it.each(CASES)('%s', async (_when, fault, outcome, source, charges) => {
    const report = await sellWith(fault);
    expect({ outcome: report?.outcome, source: report?.source }).toEqual({ outcome, source });
    expect(bench.terminal.memory.charges).toHaveLength(charges);
    expect(bench.salesSent).toBeLessThanOrEqual(1);
    expect(bench.terminal.violations).toEqual([]);
  });

  it.each(['silent', 'refuse', 'answer'] as const)(
    'a busy terminal is %s and the approval is late',
    async (whileBusy) => {
      const report = await sellWith({ kind: 'slow', ms: 200_000 }, { whileBusy });
      expect(report?.outcome).toBe('approved');
      expect(bench.terminal.memory.charges).toHaveLength(1);
    },
  );
});

describe('the report of an approved sale', () => {
  it('says what was charged, by which card, and keeps the zeros of its last digits', async () => {
    const report = await sellWith({ kind: 'no_answer' });
    expect(report?.response).toMatchObject({ ticket: 'A000123', amount: 12_000, last4: '0042', operation_number: 1 });
  });

  it('tells the wrong amount as it is', async () => {
    const report = await sellWith({ kind: 'wrong_amount', amount: 21_000 });
    expect(report?.response).toMatchObject({ response_code: 0, amount: 21_000 });
  });

  it('passes on what the terminal showed, in order', async () => {
    await sellWith(undefined);
    const shown = bench.api.get('A000123').progress.flatMap(({ code }) => (code === undefined ? [] : [code]));
    expect(shown).toEqual([78, 79, 81, 82]);
  });
});
