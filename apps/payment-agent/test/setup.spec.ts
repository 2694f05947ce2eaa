import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HttpAgentApi } from '../src/api/http-agent-api';
import { readOperation } from '../src/api/read-operation';
import { Backoff } from '../src/api/retry';
import { ApiError } from '../src/api/agent-api';
import { readArguments } from '../src/setup/arguments';
import { loadConfig, readConfig } from '../src/setup/config';
import { enrol } from '../src/setup/enrol';
import { readKey, writeKey } from '../src/setup/key';
import { createLog } from '../src/setup/log';
import { FakeAgentApi } from './fake-agent-api';
import { AgentApiServer, KEY } from './http-agent-api-server';

const GOOD = { api: 'https://club.example/', terminal: { tcp: '192.168.1.50:7000' } };

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'noche-setup-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the configuration', () => {
  it('needs two fields and has sensible others', () => {
    expect(readConfig(GOOD, '/etc/agent')).toEqual({
      apiUrl: 'https://club.example',
      keyFile: '/etc/agent/agent.key',
      journalFile: '/etc/agent/agent.journal',
      terminal: { kind: 'tcp', host: '192.168.1.50', port: 7000 },
      dateFormat: 'iso_local',
      lineEnd: '',
      minGapMs: 300,
      saleType: 1,
      tipInAmount: false,
      recoverySeconds: 240,
      idlePollSeconds: 60,
      stopSeconds: 20,
    });
  });

  it('knows a cable', () => {
    const config = readConfig({ ...GOOD, terminal: { serial: 'COM3' }, line_end: 'crlf' }, '/');
    expect(config).toMatchObject({ terminal: { kind: 'serial', path: 'COM3', baudRate: 115_200 }, minGapMs: 500 });
    expect(config.lineEnd).toBe('\r\n');
  });

  it.each([
    ['an address without https', { ...GOOD, api: 'http://club.example' }, 'https://'],
    ['no address', { ...GOOD, api: undefined }, '"api"'],
    ['no terminal', { ...GOOD, terminal: {} }, '"terminal"'],
    ['both lines', { ...GOOD, terminal: { tcp: 'a:1', serial: 'COM3' } }, '"terminal"'],
    ['a port that is none', { ...GOOD, terminal: { tcp: 'host:99999' } }, '"terminal"'],
    ['a misspelt field', { ...GOOD, lineend: 'crlf' }, '"lineend"'],
    ['a form of dates that nobody knows', { ...GOOD, date_format: 'iso' }, '"date_format"'],
    ['a recovery shorter than a sale', { ...GOOD, recovery_seconds: 60 }, '"recovery_seconds"'],
  ])('with %s is refused in one sentence', (_what, values, names) => {
    expect(() => readConfig(values, '/')).toThrow(names);
    expect(() => readConfig(values, '/')).toThrow(/^[^\n]+\.$/);
  });

  it('that is missing or no JSON is told so', () => {
    expect(() => loadConfig(join(folder, 'none.json'))).toThrow('cannot be read (ENOENT)');
    writeFileSync(join(folder, 'bad.json'), '{');
    expect(() => loadConfig(join(folder, 'bad.json'))).toThrow('is not a JSON object');
  });
});

describe('the command line', () => {
  it.each([
    [['--help'], { name: 'help' }],
    [['--version'], { name: 'version' }],
    [['--config', 'a.json'], { name: 'run', config: 'a.json' }],
    [['rotate-key', '--config', 'a.json'], { name: 'rotate-key', config: 'a.json' }],
    [
      ['enrol', '--code', '1', '--api', 'https://x'],
      { name: 'enrol', code: '1', api: 'https://x', keyFile: 'agent.key' },
    ],
  ])('%j is understood', (args, command) => {
    expect(readArguments(args)).toEqual(command);
  });

  it.each([[[]], [['fly']], [['enrol', '--code', '1']], [['--nonsense']], [['run', 'twice']]])('%j is not', (args) => {
    expect(() => readArguments(args)).toThrow(/\.$/);
  });
});

describe('the key', () => {
  it('is readable by its owner only, or the agent does not start', () => {
    const file = join(folder, 'agent.key');
    writeKey(file, KEY);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readKey(file, {})).toBe(KEY);
    chmodSync(file, 0o644);
    expect(() => readKey(file, {})).toThrow('chmod 600');
  });

  it('may come from the environment', () => {
    expect(readKey(join(folder, 'none'), { NOCHE_AGENT_KEY: 'k'.repeat(32) })).toBe('k'.repeat(32));
  });

  it('that is missing is told with what to do', () => {
    expect(() => readKey(join(folder, 'none'), {})).toThrow('enrol');
  });

  it('never reaches the log, nor does a card number', () => {
    const lines: string[] = [];
    createLog((line) => lines.push(line)).info('x', {
      key: KEY,
      detail: 'card 4111 1111 1111 1111',
      ticket: 'A000123',
    });
    expect(lines.join('')).not.toMatch(/4111|agent-key/);
    expect(lines.join('')).toContain('A000123');
  });
});

describe('enrolling', () => {
  let server: AgentApiServer;
  let url: string;
  beforeEach(async () => {
    server = new AgentApiServer(new FakeAgentApi());
    url = await server.start();
  });
  afterEach(() => server.stop());

  it('exchanges the code for a key that only the file sees', async () => {
    const keyFile = join(folder, 'agent.key');
    const said = await enrol({ code: '1234-5678', api: url, keyFile }, '0.1.0');
    expect(said).toContain('Caja 2');
    expect(said).not.toContain(KEY);
    expect(readKey(keyFile, {})).toBe(KEY);
    expect(server.enrolments).toMatchObject([{ code: '1234-5678', version: '0.1.0' }]);
  });

  it('with an old code says so', async () => {
    const keyFile = join(folder, 'agent.key');
    await expect(enrol({ code: 'old', api: url, keyFile }, '0.1.0')).rejects.toThrow('The code is not valid');
  });

  it('uses no code when the key could not be kept', async () => {
    const keyFile = join(folder, 'no', 'folder', 'agent.key');
    await expect(enrol({ code: '1234-5678', api: url, keyFile }, '0.1.0')).rejects.toThrow('cannot be written');
    expect(server.enrolments).toEqual([]);
  });

  it('can be followed by a new key', async () => {
    expect(await new HttpAgentApi({ url, key: () => KEY, timeoutMs: 2_000 }).rotateKey()).toBe(server.key);
  });
});

describe('what the API hands out', () => {
  it('counts as perhaps sent unless it clearly says no', () => {
    expect(readOperation({ id: 'a', kind: 'sale', fence: 1 }).recover).toBe(true);
    expect(readOperation({ id: 'a', kind: 'sale', fence: 1, recover: false }).recover).toBe(false);
  });

  it('is not guessed at when it is of a newer kind', () => {
    expect(() => readOperation({ id: 'a', kind: 'preauth', fence: 1 })).toThrow('does not understand');
  });
});

describe('the pauses between attempts', () => {
  it('grow, have an end, and are longer for a refused key', () => {
    const backoff = new Backoff(undefined, () => 1);
    const down = new ApiError('unavailable', 'down');
    expect([1, 2, 3].map(() => backoff.failed(down))).toEqual([1_000, 2_000, 4_000]);
    for (let turn = 0; turn < 20; turn += 1) backoff.failed(down);
    expect(backoff.failed(down)).toBe(60_000);
    backoff.succeeded();
    expect(backoff.failed(new ApiError('unauthorised', 'revoked'))).toBe(15_000);
    expect(backoff.failed(new ApiError('unavailable', 'slow down', undefined, 45))).toBe(45_000);
  });
});
