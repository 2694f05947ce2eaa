import { KlapProvider } from '@libs/payments/infrastructure/klap/klap-provider';
import { Money } from '@libs/kernel';
import { NoticeInbox } from '@libs/payments/infrastructure/provider-world.contract';
import { onlineProviderContract } from '@libs/payments/infrastructure/online-provider.contract';
import { KlapSimulator } from './klap-simulator';

const apikey = 'APIKEY-EXAMPLE';

async function openWorld() {
  const simulator = new KlapSimulator({ apikey, slowMs: 60_000 });
  const baseUrl = await simulator.listen();
  const clock = { now: () => new Date() };
  return {
    simulator,
    provider: new KlapProvider({ baseUrl, apikey, clock }),
    impatient: new KlapProvider({ baseUrl, apikey, clock, timeoutMs: 500 }),
    stranger: new KlapProvider({ baseUrl, apikey: 'APIKEY-OF-A-STRANGER', clock }),
    secret: 'APIKEY-OF-A-STRANGER',
    press: simulator.press.bind(simulator),
    expire: simulator.expire.bind(simulator),
    settle: () => undefined,
    failNextAnswer: (fault: (typeof simulator.answerFaults)[number]) => void simulator.answerFaults.push(fault),
    failNextNotices: (...faults: typeof simulator.post.faults) => void simulator.post.faults.push(...faults),
    releaseLateNotices: () => simulator.post.release(),
    misreport: (differing: typeof simulator.misreport) => void (simulator.misreport = differing),
    close: () => simulator.close(),
  };
}

onlineProviderContract('Klap', openWorld);

describe('a refund at Klap', () => {
  const shop = new NoticeInbox();
  let inbox: string;

  beforeAll(async () => void (inbox = await shop.open()));
  afterAll(() => shop.close());

  it('is unknown when the answer speaks of another amount', async () => {
    const world = await openWorld();
    try {
      const { externalId } = await world.provider.begin({
        reference: 'VTA-000123-1',
        amount: Money.of(12_000),
        description: 'Preventa',
        returnUrl: 'https://club.example/ok',
        cancelUrl: 'https://club.example/no',
        notifyUrls: { confirm: `${inbox}/confirm`, reject: `${inbox}/reject` },
        expiresAt: new Date(Date.now() + 15 * 60_000),
        ip: '203.0.113.9',
        userAgent: 'Mozilla/5.0',
      });
      await world.press(externalId, 'approve');
      world.misreport({ amount: 9_000 });
      const amounts = { amount: Money.of(12_000), total: Money.of(12_000) };
      expect(await world.provider.refund({ externalId, internalReference: null, ...amounts })).toEqual({
        outcome: 'unknown',
        reason: 'answer_differs',
      });
    } finally {
      await world.close();
    }
  });
});
