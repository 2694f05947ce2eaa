import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { DATE_FORMATS, type DateFormat } from '../getnet/commands';
import { parseObject, type JsonObject } from '../getnet/envelope';

/** Something a person has to put right, in one sentence. */
export class SetupError extends Error {}

export type TerminalAddress =
  | { readonly kind: 'tcp'; readonly host: string; readonly port: number }
  | { readonly kind: 'serial'; readonly path: string; readonly baudRate: number };

/** The configuration file, checked; README.md explains every field. */
export interface AgentConfig {
  readonly apiUrl: string;
  /** Absolute paths. */
  readonly keyFile: string;
  readonly journalFile: string;
  readonly terminal: TerminalAddress;
  readonly dateFormat: DateFormat;
  readonly lineEnd: '' | '\r\n';
  readonly minGapMs: number;
  readonly saleType: number;
  readonly tipInAmount: boolean;
  readonly recoverySeconds: number;
  readonly idlePollSeconds: number;
  readonly stopSeconds: number;
}

const GAP_MS = { tcp: 300, serial: 500 } as const;
const FIELDS = new Set([
  'api',
  'key_file',
  'journal_file',
  'terminal',
  'date_format',
  'line_end',
  'min_gap_ms',
  'sale_type',
  'tip_in_amount',
  'recovery_seconds',
  'idle_poll_seconds',
  'stop_seconds',
]);

/** @throws SetupError */
export function loadConfig(path: string): AgentConfig {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new SetupError(`The configuration file ${path} cannot be read (${codeOf(error)}).`);
  }
  const values = parseObject(text);
  if (!values) throw new SetupError(`The configuration file ${path} is not a JSON object.`);
  return readConfig(values, dirname(resolve(path)));
}

/** @param folder where relative paths begin */
export function readConfig(values: JsonObject, folder: string): AgentConfig {
  const unknown = Object.keys(values).find((name) => !FIELDS.has(name));
  if (unknown !== undefined) throw new SetupError(`The configuration has no field "${unknown}".`);
  const terminal = readTerminal(values.terminal);
  return {
    apiUrl: readApiUrl(values.api),
    keyFile: resolve(folder, text(values.key_file, 'key_file', 'agent.key')),
    journalFile: resolve(folder, text(values.journal_file, 'journal_file', 'agent.journal')),
    terminal,
    dateFormat: oneOf(values.date_format, 'date_format', DATE_FORMATS, 'iso_local'),
    lineEnd: oneOf(values.line_end, 'line_end', ['none', 'crlf'], 'none') === 'crlf' ? '\r\n' : '',
    minGapMs: whole(values.min_gap_ms, 'min_gap_ms', GAP_MS[terminal.kind], 0, 10_000),
    saleType: whole(values.sale_type, 'sale_type', 1, 0, 6),
    tipInAmount: flag(values.tip_in_amount, 'tip_in_amount'),
    recoverySeconds: whole(values.recovery_seconds, 'recovery_seconds', 240, 130, 3_600),
    idlePollSeconds: whole(values.idle_poll_seconds, 'idle_poll_seconds', 60, 0, 3_600),
    stopSeconds: whole(values.stop_seconds, 'stop_seconds', 20, 0, 600),
  };
}

/** Origin without a trailing slash; plain HTTP only to this machine. @throws SetupError */
export function readApiUrl(value: unknown): string {
  if (typeof value !== 'string' || !URL.canParse(value)) {
    throw new SetupError('"api" must be the address of the club\'s server, such as "https://club.example".');
  }
  const url = new URL(value);
  const local = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && local)) {
    throw new SetupError('"api" must begin with https:// (http:// only for this machine itself).');
  }
  return url.origin;
}

function readTerminal(value: unknown): TerminalAddress {
  const given = typeof value === 'object' && value !== null ? (value as JsonObject) : {};
  if (typeof given.serial === 'string' && given.serial !== '' && given.tcp === undefined) {
    const baudRate = whole(given.baud_rate, 'terminal.baud_rate', 115_200, 1_200, 921_600);
    return { kind: 'serial', path: given.serial, baudRate };
  }
  const address = typeof given.tcp === 'string' && given.serial === undefined ? /^(.+):(\d+)$/.exec(given.tcp) : null;
  const [host, port] = [address?.[1], Number(address?.[2])];
  if (host !== undefined && port > 0 && port < 65_536) return { kind: 'tcp', host: host.replace(/^\[|\]$/g, ''), port };
  throw new SetupError(
    '"terminal" must be {"tcp": "192.168.1.50:7000"} or {"serial": "/dev/ttyACM0"} ("COM3" on Windows).',
  );
}

function text(value: unknown, name: string, otherwise: string): string {
  if (value === undefined) return otherwise;
  if (typeof value === 'string' && value !== '') return value;
  throw new SetupError(`"${name}" must be a text.`);
}

function whole(value: unknown, name: string, otherwise: number, least: number, most: number): number {
  if (value === undefined) return otherwise;
  if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value;
  throw new SetupError(`"${name}" must be a whole number from ${least} to ${most}.`);
}

function flag(value: unknown, name: string): boolean {
  if (value === undefined || typeof value === 'boolean') return value ?? false;
  throw new SetupError(`"${name}" must be true or false.`);
}

function oneOf<T extends string>(value: unknown, name: string, allowed: readonly T[], otherwise: T): T {
  if (value === undefined) return otherwise;
  const found = allowed.find((one) => one === value);
  if (found !== undefined) return found;
  throw new SetupError(`"${name}" must be one of ${allowed.join(', ')}.`);
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? String(error);
}
