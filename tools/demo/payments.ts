import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { INestApplicationContext } from '@nestjs/common';
import { Client } from 'pg';
import { ManageAgents } from '@libs/payments/application';
import type { GetnetWebSimulator } from '../providers/getnet-web-simulator';
import type { KlapSimulator } from '../providers/klap-simulator';
import { SIMULATED, simulatedProviders } from '../simulate-providers';
import { startControl } from '../terminal/control-server';
import { LIFELIKE } from '../terminal/sale-run';
import { TcpLine } from '../terminal/tcp-line';
import { TerminalSimulator } from '../terminal/terminal-simulator';

/** The register of the demo club that has a card terminal. */
const REGISTER = 'Caja 1';
const AGENT_PROGRAM = join(__dirname, '../../../dist/payment-agent/payment-agent.cjs');
const AGENT_RESTARTS_MS = 1_000;
const AGENT_STOPS_MS = 1_500;

/** What lets a visitor of the demo club pay by card: a terminal, its agent, and two payment pages. All on this machine. */
export class DemoPayments {
  private agent: ChildProcess | undefined;
  private isStopping = false;

  private constructor(
    private readonly origin: string,
    private readonly folder: string,
    private readonly line: TcpLine,
    private readonly control: Server,
    private readonly getnet: GetnetWebSimulator,
    private readonly klap: KlapSimulator,
  ) {}

  /** Starts what the API will call. @param folder where terminal and agent keep what they must not forget */
  static async start(origin: string, folder: string): Promise<DemoPayments> {
    mkdirSync(folder, { recursive: true });
    const terminal = new TerminalSimulator({ timing: LIFELIKE, memoryFile: join(folder, 'terminal.json') });
    const { getnet, klap } = simulatedProviders(origin);
    const [line, control] = [await TcpLine.start(terminal), await startControl(terminal, 0)];
    await getnet.listen();
    await klap.listen();
    return new DemoPayments(origin, folder, line, control, getnet, klap);
  }

  /** Of the API's configuration. */
  get environment(): Record<string, string> {
    return {
      GETNET_WEB_URL: this.getnet.baseUrl,
      GETNET_WEB_LOGIN: SIMULATED.getnetLogin,
      GETNET_WEB_SECRET_KEY: SIMULATED.getnetSecretKey,
      CUSTOMER_APP_URL: `${this.origin}/customer/back`,
      KLAP_URL: this.klap.baseUrl,
      KLAP_APIKEY: SIMULATED.klapApikey,
    };
  }

  /** Starts the agent at its register, once the API answers. @returns what to tell the visitor */
  async attach(app: INestApplicationContext, ownerUrl: string, origin: string): Promise<string[]> {
    const key = await agentKey(app.get(ManageAgents, { strict: false }), ownerUrl);
    if (key === undefined) return [];
    const config = join(this.folder, 'agent.json');
    const terminal = { tcp: `127.0.0.1:${String(this.line.port)}` };
    writeFileSync(config, JSON.stringify({ api: origin, terminal, journal_file: 'agent.journal', stop_seconds: 1 }));
    this.keepAgentRunning(config, key);
    const { port } = this.control.address() as AddressInfo;
    return [
      `  Cards at ${REGISTER}: a simulated terminal with its agent; the next sale is declined by`,
      `    curl -d "decline next" http://127.0.0.1:${String(port)}`,
      `  Payment pages for the guest’s phone: simulated Klap and Getnet (the backup at ${REGISTER}; first choice at Caja 2 and 3)`,
    ];
  }

  /** As its service does beside a real terminal: an agent that died is started again. */
  private keepAgentRunning(config: string, key: string): void {
    const log = openSync(join(this.folder, 'agent.log'), 'a', 0o600);
    const agent = spawn(process.execPath, [AGENT_PROGRAM, '--config', config], {
      stdio: ['ignore', log, log],
      env: { ...process.env, NOCHE_AGENT_KEY: key },
    });
    closeSync(log);
    writeFileSync(join(this.folder, 'agent.pid'), String(agent.pid));
    agent.once('exit', () => {
      if (!this.isStopping) setTimeout(() => this.isStopping || this.keepAgentRunning(config, key), AGENT_RESTARTS_MS);
    });
    this.agent = agent;
  }

  /** The agent first: what it has begun stands in its journal. */
  async stop(): Promise<void> {
    this.isStopping = true;
    if (this.agent?.exitCode === null && this.agent.signalCode === null) {
      const ended = once(this.agent, 'exit');
      this.agent.kill('SIGTERM');
      await Promise.race([ended, delay(AGENT_STOPS_MS)]);
    }
    this.control.close();
    await Promise.all([this.line.stop(), this.getnet.close(), this.klap.close()]);
  }
}

/** A key for the register's agent: a new one at each start, of the same agent, so that nothing it has begun is lost. */
async function agentKey(manage: ManageAgents, ownerUrl: string): Promise<string | undefined> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ registerId: string; venueId: string; agentId: string | null }>(
      `SELECT r.id AS "registerId", r.venue_id AS "venueId", a.id AS "agentId"
       FROM sales.registers r LEFT JOIN payments.agents a ON a.register_id = r.id AND a.revoked_at IS NULL
       WHERE r.name = $1 AND r.primary_provider = 'getnet_terminal'`,
      [REGISTER],
    );
    const [found] = rows;
    if (!found) return undefined;
    const by = { venueId: found.venueId, employeeId: null, employeeName: null, deviceId: null, ip: null };
    const { code } = found.agentId
      ? await manage.renewCode(by, found.agentId)
      : await manage.add(by, found.registerId, 'Terminal simulado');
    return (await manage.enrol(code, { version: 'demo', hostname: 'localhost', ip: null })).key;
  } finally {
    await client.end();
  }
}
