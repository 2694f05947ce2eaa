import { createApp } from '@apps/api/src/app';
import { loadConfig } from '@libs/platform';
import { StartError } from '@libs/platform/start-error';
import { migrate } from '@libs/platform/migrate';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { runTool } from './cli';
import { dataFolder, openDatabase, type ToolDatabase } from './database';
import { DemoPayments } from './demo/payments';
import { demoCredentials, demoGuest, seed } from './seed';
import { hasVenue, isDemo, welcome } from './welcome';

const DEFAULT_PORT = 3000;
/** What requests in flight get to finish; the database needs the rest of the five seconds. */
const CLOSE_LIMIT_MS = 2_500;

type Closable = Awaited<ReturnType<typeof createApp>>;

/** npm start, after installing and building: database, migrations, demo club, API and screens on one port. */
export async function main(): Promise<void> {
  const running = new Running();
  const port = wantedPort();
  await refuseTakenPort(port);
  const database = running.database(await openDatabase({ attach: false, say }));
  const { applied } = await migrate(database.ownerUrl, database.appUrl);
  if (applied.length > 0) say(`Database ready (${String(applied.length)} migrations).`);
  if (!(await hasVenue(database.ownerUrl))) {
    say('Building the demo club …');
    await seed({ ownerUrl: database.ownerUrl, appUrl: database.appUrl, secrets: database.secrets });
  }
  const origin = `http://localhost:${String(port)}`;
  const isShow = process.env.NODE_ENV !== 'production' && (await isDemo(database.ownerUrl, demoCredentials));
  const payments = isShow ? running.payments(await DemoPayments.start(origin, join(dataFolder(), 'demo'))) : undefined;
  const config = loadConfig({
    LOG_LEVEL: 'warn',
    ...payments?.environment,
    ...process.env,
    ...database.secrets,
    DATABASE_URL: database.appUrl,
    PORT: String(port),
  });
  const app = running.app(await createApp(config));
  await app.listen(port);
  const cards = (await payments?.attach(app.nest, database.ownerUrl, origin)) ?? [];
  say(await welcome(origin, app.nest, database.ownerUrl, demoCredentials, [demoGuest, ...cards]));
}

/** What has to be stopped, in the order that loses nothing: first the requests, then the database under them. */
class Running {
  private toClose: Closable | undefined;
  private toStop: ToolDatabase | undefined;
  private toHangUp: DemoPayments | undefined;
  private ending = false;

  constructor() {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void this.end());
  }

  database(database: ToolDatabase): ToolDatabase {
    this.toStop = database;
    return database;
  }

  payments(payments: DemoPayments): DemoPayments {
    this.toHangUp = payments;
    return payments;
  }

  app(app: Closable): Closable {
    this.toClose = app;
    return app;
  }

  private async end(): Promise<void> {
    if (this.ending) return;
    this.ending = true;
    say('Stopping …');
    try {
      await Promise.race([this.toHangUp?.stop(), delay(CLOSE_LIMIT_MS)]);
      await Promise.race([this.toClose?.close(), delay(CLOSE_LIMIT_MS)]);
    } finally {
      await this.toStop?.close();
    }
    say('Stopped; nothing is lost.');
    process.exit(0);
  }
}

function wantedPort(): number {
  const value = process.env.PORT || String(DEFAULT_PORT);
  const port = Number(value);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new StartError(`PORT must be a number between 1 and 65535, not "${value}".`);
}

/** Asked before anything else starts, so that the answer comes at once. */
function refuseTakenPort(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      const reason = error.code === 'EADDRINUSE' ? 'is taken by another program' : `cannot be used (${error.message})`;
      reject(new StartError(`Port ${String(port)} ${reason}; stop that or choose another with PORT=3001 npm start.`));
    });
    probe.listen(port, () => probe.close(() => resolve()));
  });
}

function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}

if (require.main === module) runTool(main);
