import type { INestApplicationContext } from '@nestjs/common';
import { Client } from 'pg';
import { CreateDevice } from '@libs/staff/application';

/** A person of the demo club, as printed at the start. */
export interface DemoPerson {
  readonly name: string;
  readonly role: string;
  readonly pin?: string;
  /** Only who may enter admin. */
  readonly login?: string;
  readonly password?: string;
}

const TABLETS = ['Caja', 'Barra'];
const CODE_VALID_MS = 12 * 60 * 60 * 1000;

/** Whether the database holds a club already, demo or real. */
export async function hasVenue(ownerUrl: string): Promise<boolean> {
  return (await ask(ownerUrl, 'SELECT id FROM nights.venues LIMIT 1')).length > 0;
}

/**
 * The text that `npm start` ends with: where the screens are and, while the club is the demo one, who may use them and
 * a new pairing code for a till and a bar. In a real club no PIN is known here and no code is made unasked.
 */
export async function welcome(
  origin: string,
  app: INestApplicationContext,
  ownerUrl: string,
  people: readonly DemoPerson[],
  cards: readonly string[],
): Promise<string> {
  const lines = ['', 'Noche is running.', ''];
  for (const [path, purpose] of SCREENS) lines.push(`  ${(origin + path).padEnd(36)} ${purpose}`);
  const venueId = await demoVenue(ownerUrl, people);
  if (venueId) {
    lines.push('', 'Demo club', ...people.map(line), '', ...(await pairingCodes(app, venueId)), ...cards);
  }
  return [...lines, '', 'Ctrl-C stops it; the data stays.', ''].join('\n');
}

const SCREENS = [
  ['/pos/', 'till'],
  ['/bar/', 'bar'],
  ['/admin/', 'administration'],
  ['/customer/', 'the guests’ app'],
  ['/api/docs', 'the API, to read and to try'],
] as const;

function line({ name, role, pin, login, password }: DemoPerson): string {
  const secret = [pin && `PIN ${pin}`, login && `admin ${login} / ${password ?? ''}`].filter(Boolean).join(', ');
  return `  ${name.padEnd(24)} ${role.padEnd(12)} ${secret}`;
}

/** Whether the club in this database is the demo one. */
export async function isDemo(ownerUrl: string, people: readonly DemoPerson[]): Promise<boolean> {
  return (await demoVenue(ownerUrl, people)) !== undefined;
}

/** The house of the demo people; nothing when this database belongs to somebody else. */
async function demoVenue(ownerUrl: string, people: readonly DemoPerson[]): Promise<string | undefined> {
  const names = people.map(({ name }) => name);
  const rows = await ask(
    ownerUrl,
    'SELECT venue_id AS id FROM staff.employees WHERE name = ANY($1) GROUP BY venue_id HAVING count(*) >= $2',
    [names, names.length],
  );
  return names.length > 0 ? rows[0]?.id : undefined;
}

async function pairingCodes(app: INestApplicationContext, venueId: string): Promise<string[]> {
  const createDevice = app.get(CreateDevice, { strict: false });
  const by = { employeeId: null, employeeName: null, deviceId: null, ip: null };
  const lines = [`  Pairing codes, good for ${String(CODE_VALID_MS / 3_600_000)} hours and one tablet each:`];
  for (const name of TABLETS) {
    const { code } = await createDevice.execute({ venueId, name, by, validForMs: CODE_VALID_MS });
    lines.push(`    ${name.padEnd(8)} ${code}`);
  }
  return lines;
}

async function ask(url: string, sql: string, values: unknown[] = []): Promise<{ id: string }[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<{ id: string }>(sql, values)).rows;
  } finally {
    await client.end();
  }
}
