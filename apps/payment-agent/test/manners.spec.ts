import type { Fault } from '../../../tools/terminal/faults';
import { ApiError } from '../src/api/agent-api';
import { Commands } from '../src/getnet/commands';
import { seal } from '../src/getnet/envelope';
import { FileJournal } from '../src/journal/journal';
import { Bench, until, useJumpingClock, type Life } from './bench';
import { SimulatorTransport } from './simulator-transport';

let bench: Bench;
let life: Life;

beforeEach(() => {
  useJumpingClock();
  bench = new Bench();
});
afterEach(() => {
  bench.clean();
  jest.useRealTimers();
});

function sell(id: string, fault?: Fault): void {
  if (fault) bench.terminal.failNext(fault);
  bench.api.queue({ id, amount: 12_000 });
}

const commandsOf = (id: number) => bench.terminal.commands.filter(({ Command }) => Command === id).length;

describe('a sale that is to be cancelled', () => {
  it('is cancelled at the terminal once, and what counts is the terminal’s answer to the sale', async () => {
    sell('A1', { kind: 'pin_wait' });
    life = bench.start();
    await until(() => bench.api.get('A1').progress.some(({ code }) => code === 81));
    bench.api.get('A1').cancelRequested = true;
    await until(() => bench.api.allDone);
    await life.stop();
    expect(bench.api.final('A1')).toMatchObject({ outcome: 'declined', response: { response_code: 7 } });
    expect(commandsOf(116)).toBe(1);
  });

  it('is approved all the same when the terminal is already talking to the bank', async () => {
    sell('A1', { kind: 'slow', ms: 20_000 });
    life = bench.start();
    await until(() => bench.api.get('A1').progress.some(({ code }) => code === 82));
    bench.api.get('A1').cancelRequested = true;
    await until(() => bench.api.allDone);
    await life.stop();
    expect(bench.api.final('A1')).toMatchObject({ outcome: 'approved' });
    expect(commandsOf(116)).toBe(1);
  });

  it('never reaches the terminal when it was cancelled before', async () => {
    bench.api.queue({ id: 'A1', cancelRequested: true });
    life = bench.start();
    await until(() => bench.api.allDone);
    await life.stop();
    expect(bench.salesSent).toBe(0);
  });
});

describe('a terminal that is not there', () => {
  it('costs no charge and no doubt', async () => {
    bench.terminal.powerOff();
    sell('A1');
    life = bench.start();
    await until(() => bench.api.allDone);
    await life.stop();
    expect(bench.api.final('A1')).toMatchObject({ outcome: 'not_charged', source: 'none' });
  });

  it('is used again when it is back', async () => {
    bench.terminal.powerOff();
    life = bench.start();
    await until(() => life.agent.terminalAnswers === false);
    bench.terminal.powerOn();
    sell('A1');
    await until(() => bench.api.allDone);
    await life.stop();
    expect(bench.api.final('A1')).toMatchObject({ outcome: 'approved' });
  });
});

describe('what belongs to an earlier command', () => {
  it('is not taken for the next sale’s: an answer without a ticket that comes again', async () => {
    sell('A1', { kind: 'no_ticket' });
    sell('A2', { kind: 'stale_answer' });
    life = bench.start();
    await until(() => bench.api.allDone);
    await life.stop();
    expect(bench.api.final('A1')).toMatchObject({ outcome: 'approved' });
    expect(bench.api.final('A2')?.outcome).not.toBe('approved');
    expect(bench.terminal.memory.charges).toHaveLength(1);
  });

  it('is not taken for the next sale’s: nor when the first answer was heard by an agent before this one', async () => {
    sell('A1', { kind: 'no_ticket' });
    life = bench.start();
    await until(() => bench.api.allDone);
    await life.stop();
    sell('A2', { kind: 'stale_answer' });
    life = bench.start();
    await until(() => bench.api.allDone);
    await life.stop();
    expect(bench.api.final('A2')?.outcome).not.toBe('approved');
    expect(bench.terminal.memory.charges).toHaveLength(1);
  });

  it('may be what a refusal is about, as long as the line may hold older words', async () => {
    life = bench.start({}, { idlePollSeconds: 0 });
    const { session } = life;
    await session.connect();
    let result: unknown;
    void session.execute({ Command: 106, DateTime: 'never' }, { answerMs: 10_000 }).then((value) => (result = value));
    await until(() => result !== undefined);
    expect(result).toEqual({ kind: 'refused', certain: false });
    await life.stop();
  });
});

describe('an approval that comes after the agent gave up', () => {
  it('is reported as well', async () => {
    sell('A1', { kind: 'slow', ms: 500_000 });
    life = bench.start();
    await until(() => bench.api.allDone);
    expect(bench.api.final('A1')).toMatchObject({ outcome: 'unknown' });
    await until(() => bench.api.get('A1').reports.length === 2);
    await life.stop();
    expect(bench.api.lastReport('A1')).toMatchObject({ outcome: 'approved', source: 'answer' });
    expect(bench.terminal.memory.charges).toHaveLength(1);
  });
});

describe('without a network to the API', () => {
  it('a result waits in the journal and is reported when the network is back', async () => {
    sell('A1');
    life = bench.start();
    await until(() => bench.terminal.memory.charges.length === 1);
    bench.api.failure = () => new ApiError('unavailable', 'no network');
    await until(() => life.agent.queueLength === 1 && bench.lines.some((line) => line.includes('result_not_taken')));
    bench.api.failure = undefined;
    await until(() => bench.api.allDone);
    await life.stop();
    expect(bench.api.final('A1')).toMatchObject({ outcome: 'approved' });
  });

  it('an operation handed out again is answered from the journal, not from the terminal', async () => {
    sell('A1');
    let lost = 0;
    bench.api.loseAnswer = (call) => call === 'result' && (lost += 1) === 1;
    life = bench.start();
    await until(() => bench.api.allDone);
    bench.api.get('A1').state = 'sent';
    await until(() => bench.api.allDone);
    await life.stop();
    expect(bench.api.lastReport('A1')).toMatchObject({ outcome: 'approved', source: 'answer' });
    expect(bench.salesSent).toBe(1);
  });
});

describe('a sale that another agent sent', () => {
  it('is waited for as long as a sale may take, even if the terminal says that it is ready', async () => {
    bench.clean();
    bench = new Bench({ whileBusy: 'always' });
    life = bench.start();
    // Long after the start, so that nothing of the waiting is owed to it.
    await until(() => bench.terminal.commands.length > 5);
    bench.terminal.failNext({ kind: 'slow', ms: 90_000 });
    const other = new SimulatorTransport(bench.terminal);
    await other.open({ data: () => undefined, closed: () => undefined });
    const commands = new Commands('iso_local', () => new Date());
    const sale = { amount: 12_000, ticketNumber: 'A1', printOnPos: false, saleType: 1, employeeNumber: 7 };
    await other.write(seal(commands.sale(sale)));
    await until(() => bench.terminal.isBusy);
    bench.api.queue({ id: 'A1' }).state = 'sent';
    await until(() => bench.api.allDone);
    await life.stop();
    expect(bench.api.final('A1')).toMatchObject({ outcome: 'approved' });
  });
});

describe('a server that was set back to an older state', () => {
  it.each(['about_to_send', 'sent'] as const)(
    'does not make the agent send a sale again that was %s',
    async (state) => {
      const known = { id: 'A1', fence: 1, kind: 'sale', ticketNumber: 'A1', amount: 12_000, conclusion: null };
      const journal = new FileJournal(bench.journalFile);
      journal.append({ ...known, state, at: '2026-03-01T22:15:00.000Z' });
      journal.close();
      bench.api.failure = () => new ApiError('unavailable', 'no network');
      sell('A1');
      life = bench.start();
      await until(() => life.agent.queueLength === 1);
      bench.api.failure = undefined;
      await until(() => bench.api.allDone);
      await life.stop();
      expect(bench.api.final('A1')).toMatchObject({ outcome: 'not_charged', source: 'details' });
      expect(bench.salesSent).toBe(0);
    },
  );

  it('is told again what became of a sale', async () => {
    sell('A1');
    life = bench.start();
    await until(() => bench.api.allDone);
    bench.api.get('A1').state = 'queued';
    await until(() => bench.api.allDone);
    await life.stop();
    expect(bench.api.lastReport('A1')).toMatchObject({ outcome: 'approved' });
    expect(bench.salesSent).toBe(1);
  });
});

describe('a refund', () => {
  it('is sent once; when its answer is lost a person must look', async () => {
    bench.api.queue({ id: 'R1', kind: 'refund', operationNumber: 1, amount: null, ticketNumber: null });
    // The Poll before is answered at once, the refund is not.
    const delays = [0, 0, 90_000];
    life = bench.start({ newTransport: () => new SimulatorTransport(bench.terminal, delays) }, { idlePollSeconds: 0 });
    await until(() => bench.api.allDone);
    await life.stop();
    expect(bench.api.final('R1')).toMatchObject({ outcome: 'unknown' });
    expect(commandsOf(102)).toBe(1);
  });

  it('handed out again is never repeated', async () => {
    const kept = bench.api.queue({ id: 'R1', kind: 'refund', operationNumber: 1, amount: null, ticketNumber: null });
    kept.state = 'sent';
    life = bench.start();
    await until(() => bench.api.allDone);
    await life.stop();
    expect(bench.api.final('R1')).toMatchObject({ outcome: 'unknown' });
    expect(commandsOf(102)).toBe(0);
  });
});
