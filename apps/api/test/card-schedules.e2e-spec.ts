import fc from 'fast-check';
import { CardSale, CardTill, Operation } from './support/card-till';
import { useTestApp } from './support/test-app';
import { Club } from './support/till';

/** What may happen next; each is done if it is possible at that moment, and else passed over. */
const ACTS = [
  ...(['claim', 'send', 'charge', 'decline', 'answer', 'answer again', 'answer late', 'agent dies', 'claim'] as const),
  ...([
    'till cancels',
    'till places',
    'till dies',
    'time passes',
    'agent gives up',
    'send',
    'charge',
    'answer',
  ] as const),
];
type Act = (typeof ACTS)[number];

/** More of them: `SCHEDULES=3000 npx jest --selectProjects e2e -- card-schedules`. */
const SCHEDULES = Number(process.env['SCHEDULES'] ?? 100);

/**
 * One card sale, with the truth beside it: what the terminal really did. The agent here is honest and forgetful: it may
 * die between any two steps, and then knows only what the terminal's records say.
 */
class World {
  charges = 0;
  private declined = false;
  private held: Operation | undefined;
  private wasSent = false;
  private readonly told: (() => Promise<unknown>)[] = [];

  constructor(
    private readonly till: CardTill,
    readonly asked: CardSale,
    private readonly resendsAfterCrash: boolean,
  ) {}

  async act(act: Act): Promise<void> {
    switch (act) {
      case 'claim':
        if (this.held) return;
        this.held = (await this.till.agent.claim()) ?? undefined;
        this.wasSent = this.held?.recover === true && !this.resendsAfterCrash;
        return;
      case 'send':
        if (!this.held || this.wasSent) return;
        this.wasSent = (await this.till.agent.sent(this.held)).status === 204;
        if (!this.wasSent) this.held = undefined;
        else if (this.resendsAfterCrash && this.charges > 0) this.charges += 1;
        return;
      case 'charge':
        if (this.wasSent && this.charges === 0 && !this.declined) this.charges = 1;
        return;
      case 'decline':
        if (this.wasSent && this.charges === 0) this.declined = true;
        return;
      case 'answer':
        if (this.held && this.wasSent && (this.charges > 0 || this.declined)) await this.report(this.held);
        return;
      case 'answer again':
      case 'answer late':
        await this.told.at(-1)?.();
        return;
      case 'agent dies':
        this.held = undefined;
        this.wasSent = false;
        return;
      case 'agent gives up':
        if (!this.held || !this.wasSent) return;
        await this.till.agent.report(this.held, 'unknown', null, 'none');
        this.held = undefined;
        return;
      case 'till cancels':
        await this.till.club.post(`/payment-intents/${this.asked.intentId}/cancel`);
        return;
      case 'till places':
        await this.till.place(this.asked);
        return;
      case 'till dies':
      case 'time passes':
        await this.till.later(this.asked.intentId, '4 minutes');
    }
  }

  /** The night goes on until nothing is under way: the terminal is asked for its records, the house looks after the rest. */
  async settle(): Promise<void> {
    for (let round = 0; round < 4; round += 1) {
      await this.till.later(this.asked.intentId, '10 minutes');
      const { status } = await this.till.intent(this.asked.intentId);
      if (status === 'UNKNOWN') await this.till.club.post(`/payment-intents/${this.asked.intentId}/ask`);
      const left = await this.till.agent.claim();
      if (!left) continue;
      // A terminal that never got the command is idle, and its list is complete: that is certain.
      if (left.recover) await this.report(left);
      else if ((await this.till.agent.sent(left)).status === 204) await this.report(left);
    }
    await this.till.later(this.asked.intentId, '10 minutes');
  }

  private async report(operation: Operation): Promise<void> {
    const { agent } = this.till;
    const tell = async (): Promise<unknown> => {
      if (this.charges > 0) return agent.approve(operation);
      return agent.report(operation, this.declined ? 'declined' : 'not_charged', null, 'details');
    };
    this.told.push(tell);
    await tell();
    if (this.held?.id === operation.id) this.held = undefined;
  }
}

jest.setTimeout(SCHEDULES * 2_000 + 30_000);

describe('a card sale through crashes, silences, repetitions and late words', () => {
  const app = useTestApp();
  let till: CardTill;

  beforeAll(async () => {
    till = await CardTill.open(await Club.open(app.current));
  });

  async function run(acts: readonly Act[], resendsAfterCrash = false): Promise<void> {
    const world = new World(till, till.cardSale(), resendsAfterCrash);
    const begun = await till.begin(world.asked);
    expect(begun.status).toBe(201);
    for (const act of acts) await world.act(act);
    await world.settle();
    const sales = await till.salesOf(world.asked.saleId);
    const { status, flag } = await till.intent(world.asked.intentId);
    const story = { acts: acts.join(', '), status, flag };
    expect({ ...story, charges: world.charges }).toMatchObject({ charges: world.charges > 0 ? 1 : 0 });
    // Never a charge without a sale or somebody who is told, never a sale without a charge, never two of either.
    const accounted = world.charges === 0 ? sales === 0 && status !== 'APPROVED' : sales === 1 || flag !== null;
    expect({ ...story, charges: world.charges, sales, accounted }).toMatchObject({ accounted: true });
    expect(['APPROVED', 'DECLINED', 'CANCELLED', 'EXPIRED']).toContain(status);
  }

  const schedule = fc.array(fc.constantFrom(...ACTS), { minLength: 3, maxLength: 14 });

  it('is charged at most once, and every charge is a sale or somebody’s to look at', async () => {
    await fc.assert(
      fc.asyncProperty(schedule, (acts) => run(acts)),
      { numRuns: SCHEDULES },
    );
  });

  it('would be found charged twice by this test if an agent sent again after a crash', async () => {
    const again = ['claim', 'send', 'charge', 'agent dies', 'claim', 'send', 'answer'] as const;
    await expect(run(again, true)).rejects.toThrow();
  });
});
