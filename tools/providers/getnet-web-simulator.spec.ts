import { WebCheckoutProvider } from '@libs/payments/infrastructure/getnet/web-checkout-provider';
import { onlineProviderContract } from '@libs/payments/infrastructure/online-provider.contract';
import { GetnetWebSimulator, type GetnetWebSimulatorOptions } from './getnet-web-simulator';

const login = 'login-example';
const secretKey = 'SECRET-EXAMPLE';

async function openWorld(shopUrl: string, options: Partial<GetnetWebSimulatorOptions> = {}) {
  const simulator = new GetnetWebSimulator({
    login,
    secretKey,
    notifyUrl: `${shopUrl}/notification`,
    slowMs: 60_000,
    ...options,
  });
  const baseUrl = await simulator.listen();
  const clock = { now: () => new Date() };
  const provider = new WebCheckoutProvider({ baseUrl, login, secretKey, clock });
  return {
    simulator,
    provider,
    impatient: new WebCheckoutProvider({ baseUrl, login, secretKey, clock, timeoutMs: 500 }),
    stranger: new WebCheckoutProvider({ baseUrl, login, secretKey: 'SECRET-OF-A-STRANGER', clock }),
    secret: 'SECRET-OF-A-STRANGER',
    press: simulator.press.bind(simulator),
    expire: simulator.expire.bind(simulator),
    settle: () => void (simulator.settled = true),
    failNextAnswer: (fault: (typeof simulator.answerFaults)[number]) => void simulator.answerFaults.push(fault),
    failNextNotices: (...faults: typeof simulator.post.faults) => void simulator.post.faults.push(...faults),
    releaseLateNotices: () => simulator.post.release(),
    misreport: (differing: typeof simulator.misreport) => void (simulator.misreport = differing),
    close: () => simulator.close(),
  };
}

onlineProviderContract('Getnet Web Checkout', openWorld);
onlineProviderContract('Getnet Web Checkout with the older signature', (shopUrl) =>
  openWorld(shopUrl, { signature: 'sha1' }),
);
