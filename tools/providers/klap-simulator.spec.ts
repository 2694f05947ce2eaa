import { KlapProvider } from '@libs/payments/infrastructure/klap/klap-provider';
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
