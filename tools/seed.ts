import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { Client } from 'pg';
import { AppModule } from '@apps/api/src/app.module';
import { loadConfig, Log, OutboxRelay } from '@libs/platform';
import { migrate } from '@libs/platform/migrate';
import { SecretHasher } from '@libs/staff/application';
import { runTool } from './cli';
import { type AppSecrets, openDatabase } from './database';
import { ADMIN, CARD_PROVIDERS, PEOPLE } from './demo/club';
import { DemoClock } from './demo/demo-clock';
import { DemoEntries } from './demo/entries';
import { DEMO_GUEST, DemoGuests } from './demo/guests';
import { DemoClub, id, writeMasterData } from './demo/master-data';
import { DemoNights } from './demo/nights';
import { writeRewards } from './demo/rewards';
import { StaffOnDuty } from './demo/staff-on-duty';
import type { DemoPerson } from './welcome';

const MONTH_MS = 30 * 24 * 3_600_000;

export interface SeedOptions {
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly secrets: AppSecrets;
  /** Empties every table first. */
  readonly reset?: boolean;
}

/** Who can use the demo club, as `npm start` prints it. */
export const demoCredentials: readonly DemoPerson[] = PEOPLE.map(({ name, roles, pin }) => ({
  name,
  role: roles.join(', '),
  ...(pin === undefined ? {} : { pin }),
  ...(name === ADMIN.name ? { login: ADMIN.username, password: ADMIN.password } : {}),
}));

/** A guest of the demo club, for who tries out the app of guests. */
export const demoGuest = `  ${DEMO_GUEST.name.padEnd(24)} guest        ${DEMO_GUEST.email} / ${DEMO_GUEST.password}`;

/** Writes the demo club: people, menu, stock, a night that is over and one that is on. */
export async function seed(options: SeedOptions): Promise<void> {
  const client = new Client({ connectionString: options.ownerUrl });
  await client.connect();
  try {
    if (options.reset) await empty(client);
    await write(client, options);
  } finally {
    await client.end();
  }
}

async function write(client: Client, { appUrl, secrets }: SeedOptions): Promise<void> {
  const clock = new DemoClock();
  const now = new Date();
  const config = loadConfig({ ...secrets, NODE_ENV: 'development', DATABASE_URL: appUrl, DATABASE_POOL: '4' });
  const app = await NestFactory.createApplicationContext(AppModule.with(config, new Log('error'), clock), {
    logger: false,
    abortOnError: false,
  });
  try {
    const club = await writeMasterData(client, new Date(now.getTime() - MONTH_MS));
    await writeSecrets(client, club, app.get(SecretHasher, { strict: false }));
    const staff = new StaffOnDuty(client, club);
    await staff.begin(now);
    const admin = staff.actor(ADMIN.name);
    await writeRewards(app, client, club, { admin, at: new Date(now.getTime() - MONTH_MS), clock });
    const nights = new DemoNights(app, clock, club, staff);
    await nights.past(now);
    await nights.tonight(now);
    await new DemoGuests(app, client, club, staff).come(now);
    await new DemoEntries(app, clock, client, club, staff).write(now);
    await staff.end(now);
    await chooseProviders(client, club);
    while ((await app.get(OutboxRelay, { strict: false }).drain()) > 0);
  } finally {
    await app.close();
  }
}

/** Chosen once the past is played: its card sales were made with vouchers that the cashier typed. */
async function chooseProviders(client: Client, club: DemoClub): Promise<void> {
  for (const { name, primary, backup } of CARD_PROVIDERS) {
    const values = [id(club.registers, name), primary, backup];
    await client.query('UPDATE sales.registers SET primary_provider = $2, backup_provider = $3 WHERE id = $1', values);
  }
}

async function writeSecrets(client: Client, club: DemoClub, hasher: SecretHasher): Promise<void> {
  for (const { name, pin } of PEOPLE) {
    if (pin === undefined) continue;
    const hash = await hasher.hash(pin);
    await client.query('UPDATE staff.employees SET pin_hash = $1 WHERE id = $2', [hash, id(club.people, name)]);
  }
  await client.query('INSERT INTO staff.admin_accounts (employee_id, username, password_hash) VALUES ($1, $2, $3)', [
    id(club.people, ADMIN.name),
    ADMIN.username,
    await hasher.hash(ADMIN.password),
  ]);
}

/** Only the owner of the schemas may do this: nobody else can set aside what keeps audit trail and ledger from being emptied. */
async function empty(client: Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE schemaname NOT IN ('pg_catalog', 'information_schema', 'public')`,
  );
  const each = (act: string): string => rows.map(({ name }) => `ALTER TABLE ${name} ${act} TRIGGER USER`).join('; ');
  const all = rows.map(({ name }) => name).join(', ');
  // One transaction, since several statements are sent at once: nothing stays set aside.
  await client.query(`${each('DISABLE')}; TRUNCATE ${all} RESTART IDENTITY; ${each('ENABLE')}`);
}

/** `npm run seed [-- --reset]` */
async function main(args: readonly string[]): Promise<void> {
  const say = (sentence: string): void => void process.stdout.write(`${sentence}\n`);
  const database = await openDatabase({ attach: true, say });
  try {
    await migrate(database.ownerUrl, database.appUrl);
    await seed({ ...database, reset: args.includes('--reset') });
    say('The demo club is ready.');
  } finally {
    await database.close();
  }
}

if (require.main === module) runTool(main);
