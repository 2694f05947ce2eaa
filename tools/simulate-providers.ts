import { StartError } from '@libs/platform/start-error';
import { runTool } from './cli';
import { GetnetWebSimulator } from './providers/getnet-web-simulator';
import type { HttpSimulator } from './providers/http-simulator';
import { KlapSimulator } from './providers/klap-simulator';

/** How long a late notification takes: long enough to see what the shop says meanwhile. */
const LATE_MS = 20_000;

/** Credentials of the simulated services. They open nothing else. */
export const SIMULATED = {
  getnetLogin: 'noche-simulada',
  getnetSecretKey: 'clave-simulada-getnet',
  klapApikey: 'clave-simulada-klap',
} as const;

/** Both services for a shop at `shopOrigin`, with payment pages that a person can click; they do not listen yet. */
export function simulatedProviders(shopOrigin: string): { getnet: GetnetWebSimulator; klap: KlapSimulator } {
  return {
    getnet: new GetnetWebSimulator({
      login: SIMULATED.getnetLogin,
      secretKey: SIMULATED.getnetSecretKey,
      notifyUrl: `${shopOrigin}/api/v1/webhooks/getnet`,
      settled: true,
      lateMs: LATE_MS,
    }),
    klap: new KlapSimulator({ apikey: SIMULATED.klapApikey, lateMs: LATE_MS }),
  };
}

/** npm run simulate:providers [shop’s origin]: Getnet Web Checkout on port 4010 and Klap on port 4011 until Ctrl-C. */
async function main(args: readonly string[]): Promise<void> {
  const { getnet, klap } = simulatedProviders(args[0] ?? 'http://localhost:3000');
  const lines = [
    `Getnet Web Checkout  ${await open(getnet, 'GETNET_PORT', 4010)}`,
    `  login ${SIMULATED.getnetLogin}, secret key ${SIMULATED.getnetSecretKey}`,
    `Klap Checkout        ${await open(klap, 'KLAP_PORT', 4011)}`,
    `  apikey ${SIMULATED.klapApikey}`,
    'Faults are chosen on the payment page, or with POST /simulator/faults {"answers":["slow"],"notices":["lose"]}.',
    'Ctrl-C stops both; nothing is kept.',
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  const stop = (): void => void Promise.all([getnet.close(), klap.close()]).then(() => process.exit(0));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop);
}

async function open(simulator: HttpSimulator, variable: string, usual: number): Promise<string> {
  const port = Number(process.env[variable] || usual);
  try {
    return await simulator.listen(port);
  } catch (error) {
    throw new StartError(
      `Port ${String(port)} cannot be used (${String(error)}); choose another with ${variable}=4020.`,
    );
  }
}

if (require.main === module) runTool(main);
