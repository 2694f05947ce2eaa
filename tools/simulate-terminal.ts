import { StartError } from '@libs/platform/start-error';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { runTool } from './cli';
import { startControl } from './terminal/control-server';
import { obey, ORDERS } from './terminal/orders';
import { PtyLine } from './terminal/pty-line';
import { INSTANT, LIFELIKE } from './terminal/sale-run';
import { TcpLine } from './terminal/tcp-line';
import { TerminalSimulator, type BusyMode } from './terminal/terminal-simulator';

const HELP = `npm run simulate:terminal -- [options]: a card terminal of Getnet's kind, for demonstrations and tests.

  --tcp PORT        listens for the till on this port (7000 unless --serial is given)
  --host ADDRESS    on this address (127.0.0.1)
  --serial [LINK]   a pseudo-terminal that the till opens as a serial port, under this name
  --control PORT    orders over HTTP: curl -d "decline next" http://127.0.0.1:PORT
  --memory FILE     keeps approved sales without power
  --fast            without the time that guests take
  --busy silent|refuse|answer|always   what other commands get while a sale runs
  --no-demo-amounts amounts ending in 01, 02 … are ordinary

Orders on the keyboard:
${ORDERS.replace(/^/gm, '  ')}`;

export async function main(args: readonly string[]): Promise<void> {
  const options = readOptions(args);
  if (options.help) return say(HELP);
  const terminal = new TerminalSimulator({
    timing: options.fast ? INSTANT : LIFELIKE,
    memoryFile: options.memory,
    whileBusy: busyMode(options.busy),
    demoAmounts: !options['no-demo-amounts'],
  });
  terminal.on('shown', (line) => say(`  [${line}]`));
  terminal.on('power', (on) => say(on ? '  [on]' : '  [off]'));
  await plug(terminal, options);
  createInterface({ input: process.stdin }).on('line', (order) => {
    if (order.trim() !== '') say(obey(terminal, order));
  });
}

async function plug(terminal: TerminalSimulator, options: ReturnType<typeof readOptions>): Promise<void> {
  const { serial, tcp, control, host } = options;
  if (serial !== undefined && tcp !== undefined) throw new StartError('A terminal has one cable: --tcp or --serial.');
  try {
    if (serial !== undefined) {
      const line = await PtyLine.start(terminal, { link: serial === '' ? undefined : serial });
      process.once('exit', () => line.stop());
      say(`Terminal on the serial port ${line.path}.`);
    }
    if (serial === undefined) {
      const line = await TcpLine.start(terminal, { host, port: portOf(tcp ?? '7000') });
      say(`Terminal on ${host ?? '127.0.0.1'}:${String(line.port)}.`);
    }
    if (control !== undefined) await startControl(terminal, portOf(control));
  } catch (error) {
    throw new StartError(error instanceof Error ? error.message : String(error));
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(0));
}

function readOptions(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  // A bare --serial asks for a port under the system's own name.
  const given = args.map((arg, index) => (arg === '--serial' && isFlag(args[index + 1]) ? '--serial=' : arg));
  try {
    return parseArgs({
      args: given,
      options: {
        tcp: text,
        host: text,
        serial: text,
        control: text,
        memory: text,
        busy: text,
        fast: flag,
        'no-demo-amounts': flag,
        help: flag,
      },
    }).values;
  } catch (error) {
    throw new StartError(error instanceof Error ? error.message : String(error));
  }
}

function isFlag(next: string | undefined): boolean {
  return next === undefined || next.startsWith('--');
}

function busyMode(value: string | undefined): BusyMode {
  if (value === undefined) return 'silent';
  const known = (['silent', 'refuse', 'answer', 'always'] as const).find((mode) => mode === value);
  if (known) return known;
  throw new StartError('--busy must be silent, refuse, answer or always.');
}

function portOf(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new StartError(`"${text}" is not a port.`);
}

function say(line: string): void {
  process.stdout.write(`${line.trimEnd()}\n`);
}

if (require.main === module) runTool(main);
