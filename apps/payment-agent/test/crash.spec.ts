import { Bench, until, useJumpingClock } from './bench';
import { Generations, type Crash } from './generations';
import type { Mortality } from './mortal';

beforeEach(useJumpingClock);
afterEach(() => jest.useRealTimers());

/** One sale whose agent dies at the given step. */
async function sellAndDie(crash: Crash | undefined) {
  const bench = new Bench();
  try {
    bench.api.queue({ id: 'A000123', amount: 12_000 });
    const generations = new Generations(bench, crash ? [crash] : []);
    generations.start();
    const first: Mortality = generations.current;
    await until(() => bench.api.allDone);
    // Whatever still happens must not charge again.
    await until(() => false, 300).catch(() => undefined);
    await generations.stop();
    const { charges } = bench.terminal.memory;
    return { outcome: bench.api.final('A000123')?.outcome, charges: charges.length, sent: bench.salesSent, first };
  } finally {
    bench.clean();
  }
}

/** What a sale without a crash does, in its order. */
async function stepsOfASale(): Promise<readonly string[]> {
  const { first } = await sellAndDie(undefined);
  const reported = first.steps.indexOf('journal reported');
  return first.steps.slice(0, reported + 1);
}

describe('an agent that dies in the middle of a sale', () => {
  it('has told the API and its journal before it writes to the terminal, and tells its journal after it', async () => {
    const steps = await stepsOfASale();
    const idle = ['api progress', 'api claim', 'terminal ack'];
    const interesting = steps.filter((step) => !idle.includes(step));
    const send = interesting.indexOf('journal about_to_send');
    expect(interesting.slice(send - 1, send + 3)).toEqual([
      'api sent',
      'journal about_to_send',
      'terminal 100',
      'journal sent',
    ]);
    expect(interesting.slice(-3)).toEqual(['journal answered', 'api result', 'journal reported']);
  });

  it.each(['before', 'after', 'torn'] as const)(
    'charges once at most and tells the truth, whichever step it dies at (%s)',
    async (manner) => {
      const steps = await stepsOfASale();
      for (const [index, what] of steps.entries()) {
        const { outcome, charges, sent } = await sellAndDie({ step: index + 1, manner, offSeconds: 20 });
        const truth = charges === 1 ? ['approved'] : ['not_charged', 'declined'];
        const story = { step: index + 1, what, outcome, charges };
        expect(story).toEqual({ ...story, outcome: truth.includes(outcome ?? '') ? outcome : truth });
        expect({ ...story, sent: sent <= 1 && charges <= 1 }).toEqual({ ...story, sent: true });
      }
    },
  );

  it('asks the terminal about a sale that was only about to be sent', async () => {
    const steps = await stepsOfASale();
    const step = steps.indexOf('journal about_to_send') + 1;
    expect(await sellAndDie({ step, manner: 'after', offSeconds: 5 })).toMatchObject({
      outcome: 'not_charged',
      charges: 0,
      sent: 0,
    });
  });
});
