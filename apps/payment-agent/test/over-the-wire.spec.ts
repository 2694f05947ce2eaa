import { TcpLine } from '../../../tools/terminal/tcp-line';
import { PtyLine } from '../../../tools/terminal/pty-line';
import type { DateFormat } from '../src/getnet/commands';
import { HttpAgentApi } from '../src/api/http-agent-api';
import { SerialTransport } from '../src/terminal/serial-transport';
import { TcpTransport } from '../src/terminal/tcp-transport';
import type { Transport } from '../src/terminal/transport';
import { Bench, type Life } from './bench';
import { AgentApiServer, KEY } from './http-agent-api-server';

const QUICK = { card: 5, confirm: 5, pin: 5, host: 5, pinLimit: 60_000 };
/** A "second" of the agent, in milliseconds. */
const SECOND = 500;
const SHORT_SECOND = 20;

let bench: Bench;
let server: AgentApiServer;
let life: Life | undefined;
let cleanUp: (() => unknown)[] = [];

beforeEach(async () => {
  bench = new Bench({ timing: QUICK });
  bench.api.idleMs = 20;
  server = new AgentApiServer(bench.api);
  cleanUp = [() => server.stop(), () => bench.clean()];
});
afterEach(async () => {
  if (life) await life.stop();
  life = undefined;
  for (const act of cleanUp) await act();
});

async function start(newTransport: () => Transport, dateFormat: DateFormat, lineEnd: string, secondMs = SECOND) {
  const url = await server.start();
  const api = new HttpAgentApi({ url, key: () => KEY, timeoutMs: 2_000 });
  const pauses = { firstMs: 10, longestMs: 50, unauthorisedFirstMs: 20, unauthorisedLongestMs: 50 };
  const options = { secondMs, pauses, idlePollSeconds: 0 };
  life = bench.start({ api, newTransport, dateFormat, lineEnd, limits: { minGapMs: 2, ackMs: 3 * secondMs } }, options);
}

async function eventually(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 5));
}

async function overTcp(): Promise<() => Transport> {
  const line = await TcpLine.start(bench.terminal);
  cleanUp.unshift(() => line.stop());
  return () => new TcpTransport({ host: '127.0.0.1', port: line.port, connectTimeoutMs: 1_000 });
}

describe('a sale from the API to the terminal and back', () => {
  it.each([
    ['iso_local', ''],
    ['iso_utc', '\r\n'],
    ['dd-mm-yyyy', ''],
    ['dd-mm-yyyy', '\r\n'],
  ] as const)('goes over TCP with dates as %s and %j at the end of a line', async (dateFormat, lineEnd) => {
    bench.api.queue({ id: 'A1', amount: 12_000 });
    await start(await overTcp(), dateFormat, lineEnd);
    await eventually(() => bench.api.allDone);
    expect(bench.api.final('A1')).toMatchObject({ outcome: 'approved', source: 'answer' });
    expect(bench.terminal.memory.charges).toMatchObject([{ ticket: 'A1', amount: 12_000 }]);
    expect(bench.terminal.violations).toEqual([]);
  });

  it('goes over a serial port', async () => {
    const line = await PtyLine.start(bench.terminal);
    cleanUp.unshift(() => line.stop());
    bench.api.queue({ id: 'A1', amount: 12_000 });
    bench.api.queue({ id: 'A2', amount: 5_000 });
    await start(() => new SerialTransport({ path: line.path, baudRate: 115_200 }), 'iso_local', '\r\n');
    await eventually(() => bench.api.allDone);
    expect(bench.terminal.memory.charges).toMatchObject([{ ticket: 'A1' }, { ticket: 'A2' }]);
    expect(bench.terminal.violations).toEqual([]);
  });

  it('is done by every other operation as well', async () => {
    const { api } = bench;
    api.queue({ id: 'sale', amount: 12_000 });
    await start(await overTcp(), 'iso_local', '');
    await eventually(() => api.allDone);
    const { operation_number: operationNumber, authorization_code: authorizationCode } =
      api.final('sale')?.response ?? {};
    const kinds = ['poll', 'last_voucher', 'details', 'totals', 'reprint'] as const;
    for (const kind of kinds) api.queue({ id: kind, kind, operationNumber, amount: null, ticketNumber: null });
    api.queue({ id: 'return', kind: 'return', authorizationCode, amount: 2_000, ticketNumber: null });
    api.queue({ id: 'refund', kind: 'refund', operationNumber, amount: null, ticketNumber: null });
    api.queue({ id: 'again', kind: 'refund', operationNumber, amount: null, ticketNumber: null });
    api.queue({ id: 'close', kind: 'close', amount: null, ticketNumber: null });
    await eventually(() => api.allDone);
    for (const id of [...kinds, 'return', 'refund', 'close']) expect(api.final(id)).toMatchObject({ outcome: 'done' });
    expect(api.final('again')).toMatchObject({ outcome: 'failed', response: { response_code: 4 } });
    expect(api.final('details')?.response?.sale_details).toMatchObject([{ ticket: 'sale', amount: 12_000 }]);
    expect(api.final('totals')?.response?.totals).toMatchObject({ tx_count: 1, total_credit_sales: 12_000 });
    expect(api.final('last_voucher')?.response).toMatchObject({ last4: '0042' });
  });
});

describe('between agent and API', () => {
  it('a revoked key keeps the result in the journal until a key is good again', async () => {
    bench.api.queue({ id: 'A1', amount: 12_000 });
    bench.terminal.once('shown', () => (server.key = 'another'));
    await start(await overTcp(), 'iso_local', '');
    await eventually(() => bench.lines.some((line) => line.includes('api.key_refused')));
    expect(bench.api.lastReport('A1')).toBeUndefined();
    expect(life?.agent.queueLength).toBe(1);
    server.key = KEY;
    await eventually(() => bench.api.allDone);
    expect(bench.api.final('A1')).toMatchObject({ outcome: 'approved' });
    expect(bench.lines.join('')).not.toContain(KEY);
  });

  it('nothing reaches the terminal while the API does not confirm', async () => {
    bench.api.queue({ id: 'A1', amount: 12_000 });
    bench.api.loseAnswer = (call) => call === 'sent';
    await start(await overTcp(), 'iso_local', '', SHORT_SECOND);
    await eventually(() => bench.api.allDone);
    expect(bench.api.final('A1')).toMatchObject({ outcome: 'not_charged', source: 'none' });
    expect(bench.salesSent).toBe(0);
  });
});
