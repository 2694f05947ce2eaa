import fc from 'fast-check';
import { FAULT_KINDS, readFault, type Fault } from '../../../tools/terminal/faults';
import type { BusyMode } from '../../../tools/terminal/terminal-simulator';
import type { AgentParts } from '../src/agent/agent';
import { ApiError } from '../src/api/agent-api';
import { conclude } from '../src/getnet/conclusion';
import { judgeAnswer } from '../src/getnet/judge-answer';
import { Bench, until, useJumpingClock } from './bench';
import { Generations, type Crash } from './generations';

beforeEach(useJumpingClock);
afterEach(() => jest.useRealTimers());

interface Schedule {
  readonly sales: readonly { readonly fault: Fault | undefined; readonly cancelAfter: number | undefined }[];
  readonly whileBusy: BusyMode;
  /** How late each piece from the terminal comes, in milliseconds, over and over. */
  readonly delays: readonly number[];
  readonly crashes: readonly Crash[];
  /** Which of the API's answers fail (`lost`: after the request was carried out). */
  readonly network: readonly { readonly call: number; readonly length: number; readonly lost: boolean }[];
  /** Seconds after which the terminal loses power, for a minute. */
  readonly powerCuts: readonly number[];
}

const fault: fc.Arbitrary<Fault | undefined> = fc.option(
  fc
    .tuple(fc.constantFrom(...FAULT_KINDS), fc.integer({ min: 1, max: 220_000 }))
    .map(([kind, number]) => readFault([kind, String(number)]) ?? readFault([kind])),
  { nil: undefined, freq: 3 },
);

const schedule: fc.Arbitrary<Schedule> = fc.record({
  sales: fc.array(
    fc.record({ fault, cancelAfter: fc.option(fc.integer({ min: 0, max: 30 }), { nil: undefined, freq: 4 }) }),
    { minLength: 1, maxLength: 4 },
  ),
  whileBusy: fc.constantFrom('silent', 'refuse', 'answer', 'always'),
  delays: fc.array(fc.constantFrom(0, 0, 0, 0, 500, 3_500, 9_000), { maxLength: 8 }),
  crashes: fc.array(
    fc.record({
      step: fc.integer({ min: 1, max: 60 }),
      manner: fc.constantFrom('before', 'after', 'torn'),
      offSeconds: fc.integer({ min: 0, max: 200 }),
    }),
    { maxLength: 3 },
  ),
  network: fc.array(
    fc.record({
      call: fc.integer({ min: 0, max: 80 }),
      length: fc.integer({ min: 1, max: 15 }),
      lost: fc.boolean(),
    }),
    { maxLength: 2 },
  ),
  powerCuts: fc.array(fc.integer({ min: 1, max: 300 }), { maxLength: 2 }),
});

/** Lives through a schedule and answers with what went wrong. */
async function violationsOf(plan: Schedule, investigate?: AgentParts['investigate']): Promise<string[]> {
  const bench = new Bench({ whileBusy: plan.whileBusy });
  const generations = new Generations(bench, plan.crashes, investigate, plan.delays);
  try {
    arrange(bench, plan);
    generations.start();
    const wrong: string[] = [];
    await until(() => bench.api.allDone, 7_200).catch(() => wrong.push('an operation was never reported'));
    await until(() => false, 400).catch(() => undefined);
    return [...wrong, ...judge(bench)];
  } finally {
    await generations.stop();
    bench.clean();
  }
}

function arrange({ api, terminal }: Bench, { sales, network, powerCuts, whileBusy }: Schedule): void {
  sales.forEach(({ fault: planned, cancelAfter }, index) => {
    if (planned) terminal.failNext(possible(planned, whileBusy));
    const kept = api.queue({ id: `T00000${index}`, amount: 12_000 + index });
    if (cancelAfter !== undefined) setTimeout(() => (kept.cancelRequested = true), cancelAfter * 1_000);
  });
  let calls = 0;
  const at = (lost: boolean) =>
    network.some((cut) => cut.lost === lost && calls >= cut.call && calls < cut.call + cut.length);
  api.failure = () => {
    calls += 1;
    return at(false) ? new ApiError('unavailable', 'no network') : undefined;
  };
  api.loseAnswer = () => at(true);
  terminal.on('power', (on) => {
    if (!on) setTimeout(() => terminal.powerOn(), 60_000);
  });
  for (const seconds of powerCuts) setTimeout(() => terminal.powerOff(), seconds * 1_000);
}

/** A terminal that says it is ready while it charges, for longer than any sale may take, deceives everybody: ADR 12. */
function possible(planned: Fault, whileBusy: BusyMode): Fault {
  const deceives = whileBusy === 'always' && planned.kind === 'slow';
  return deceives ? { ...planned, ms: Math.min(planned.ms, 100_000) } : planned;
}

function judge({ api, terminal }: Bench): string[] {
  const wrong: string[] = [];
  for (const [id, { reports }] of api.kept) {
    const charges = terminal.memory.charges.filter(({ ticket }) => ticket === id).length;
    if (charges > 1) wrong.push(`${id} was charged ${charges} times`);
    for (const { report } of reports) {
      const saysNo = report.outcome === 'not_charged' || report.outcome === 'declined';
      if (charges > 0 && saysNo) wrong.push(`${id} was charged and reported ${report.outcome}`);
      if (charges === 0 && report.outcome === 'approved') wrong.push(`${id} was reported approved and not charged`);
    }
  }
  return wrong;
}

/** The mistake this agent exists to avoid. */
const sendAgain: AgentParts['investigate'] = (_usual, session, commands) => async (sale) => {
  const command = commands.sale({ ...sale, printOnPos: false, saleType: 1, employeeNumber: 7 });
  const again = await session.execute(command, { answerMs: 120_000 });
  const verdict =
    again.kind === 'answer' &&
    judgeAnswer(sale, again.body, {
      mayBeStale: false,
      tipInAmount: false,
      knows: () => true,
    });
  return typeof verdict === 'object' ? verdict : conclude('unknown', 'none', 'nothing certain');
};

/** Nearly as bad: to take the terminal's first silence for a no. */
const believeSilence: AgentParts['investigate'] = () => () =>
  Promise.resolve(conclude('not_charged', 'none', 'it said nothing'));

describe('whatever happens to agent, terminal, power and network', () => {
  it('no operation is charged twice, and no charge is reported as none', async () => {
    await fc.assert(
      fc.asyncProperty(schedule, async (plan) => {
        expect(await violationsOf(plan)).toEqual([]);
      }),
      { numRuns: 250 },
    );
  }, 120_000);

  it.each([
    ['sends a sale again after a timeout', sendAgain],
    ['takes silence for a no', believeSilence],
  ])(
    'and this test would catch an agent that %s',
    async (_mistake, investigate) => {
      const broken = fc.asyncProperty(schedule, async (plan) => {
        expect(await violationsOf(plan, investigate)).toEqual([]);
      });
      const { failed, counterexample } = await fc.check(broken, { numRuns: 250, endOnFailure: true });
      expect(failed).toBe(true);
      expect(await violationsOf(counterexample?.[0] as Schedule)).toEqual([]);
    },
    120_000,
  );
});
