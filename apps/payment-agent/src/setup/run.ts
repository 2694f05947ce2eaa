import { HttpAgentApi } from '../api/http-agent-api';
import { PAUSES } from '../api/retry';
import { PaymentAgent } from '../agent/agent';
import { Heartbeats } from '../agent/heartbeats';
import { Commands } from '../getnet/commands';
import { FileJournal } from '../journal/journal';
import { holdAlone } from '../journal/single-instance';
import { SerialTransport } from '../terminal/serial-transport';
import { TerminalSession } from '../terminal/session';
import { TcpTransport } from '../terminal/tcp-transport';
import type { Transport } from '../terminal/transport';
import { SetupError, type AgentConfig } from './config';
import { readKey } from './key';
import { createLog } from './log';

const API_TIMEOUT_MS = 10_000;
const CONNECT_TIMEOUT_MS = 5_000;
const SECOND_MS = 1_000;

/** Works until SIGINT or SIGTERM; a second one does not wait for the operation in progress. */
export async function runAgent(config: AgentConfig, version: string): Promise<void> {
  const log = createLog((line) => process.stdout.write(line));
  const key = readKey(config.keyFile, process.env);
  const lock = await holdAlone(config.journalFile).catch((error: unknown) => {
    throw new SetupError(`The agent does not start: ${error instanceof Error ? error.message : String(error)}.`);
  });
  const journal = openJournal(config.journalFile);
  if (journal.wasDamaged)
    log.error('journal.damaged', { detail: 'a copy was set aside; the server hands out what is open' });
  const now = () => new Date();
  const session = new TerminalSession(
    () => transportFor(config),
    { lineEnd: config.lineEnd, minGapMs: config.minGapMs, ackMs: 3 * SECOND_MS, damagedGraceMs: 5 * SECOND_MS },
    log,
  );
  const api = new HttpAgentApi({ url: config.apiUrl, key: () => key, timeoutMs: API_TIMEOUT_MS });
  const commands = new Commands(config.dateFormat, now);
  const agent = new PaymentAgent(
    { api, session, commands, journal, log, now },
    {
      saleType: config.saleType,
      tipInAmount: config.tipInAmount,
      keepAliveSeconds: 2,
      leaseSeconds: 28,
      pauses: PAUSES,
      recoverySeconds: config.recoverySeconds,
      roundSeconds: 5,
      claimWaitSeconds: 50,
      idlePollSeconds: config.idlePollSeconds,
      secondMs: SECOND_MS,
    },
  );
  const { stop, abandon } = stopOnSignals(config.stopSeconds, () => log.info('agent.stopping'));
  log.info('agent.started', { version, api: config.apiUrl, terminal: nameOf(config) });
  const heartbeats = new Heartbeats(api, agent, session, log, version).run(stop.signal);
  await Promise.race([agent.run(stop.signal, abandon.signal), abandoned(abandon.signal)]);
  stop.abort();
  await Promise.race([heartbeats, abandoned(abandon.signal)]);
  journal.close();
  lock.close();
  log.info('agent.stopped', { open_operations: agent.queueLength });
}

/** Gets a new key and puts it into the key file; the old one works until the new one was used. */
export async function newKey(config: AgentConfig): Promise<string> {
  const key = readKey(config.keyFile, {});
  return new HttpAgentApi({ url: config.apiUrl, key: () => key, timeoutMs: API_TIMEOUT_MS }).rotateKey();
}

function openJournal(path: string): FileJournal {
  try {
    return new FileJournal(path);
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new SetupError(`The journal ${path} cannot be written (${why}).`);
  }
}

function transportFor({ terminal }: AgentConfig): Transport {
  return terminal.kind === 'tcp'
    ? new TcpTransport({ ...terminal, connectTimeoutMs: CONNECT_TIMEOUT_MS })
    : new SerialTransport(terminal);
}

function nameOf({ terminal }: AgentConfig): string {
  return terminal.kind === 'tcp' ? `${terminal.host}:${terminal.port}` : terminal.path;
}

function stopOnSignals(stopSeconds: number, onStop: () => void) {
  const stop = new AbortController();
  const abandon = new AbortController();
  const signalled = () => {
    if (stop.signal.aborted) abandon.abort();
    else onStop();
    stop.abort();
    setTimeout(() => abandon.abort(), stopSeconds * SECOND_MS).unref();
  };
  process.on('SIGINT', signalled);
  process.on('SIGTERM', signalled);
  return { stop, abandon };
}

/** A moment after the signal, so that what can end by itself does. */
function abandoned(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => setTimeout(resolve, 200), { once: true });
  });
}
