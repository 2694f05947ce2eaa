import { QueryRunner } from 'typeorm';
import { Clock, newId } from '@libs/kernel';
import { AppConfig, SlowHash } from '@libs/platform';
import { useTestDatabase, useTestPlatform } from '@libs/platform/testing';
import { CreateCustomers1793500000011 } from '../../../migrations/0011-customers';
import { AddOneQr1793500000015 } from '../../../migrations/0015-one-qr';
import {
  ChangePassword,
  ConfirmEmail,
  ConfirmPassword,
  CustomerHoldings,
  DeleteAccount,
  ForgotPassword,
  LogIn,
  Mail,
  Mailer,
  OpenSession,
  OwnPassword,
  Register,
  RenewTokens,
  ResetPassword,
} from '../application';
import { JwtAccessTokens } from './access-token';
import { NodeChance } from './node-chance';
import { OutboxJournal } from './outbox-journal';
import { SlowPasswordHasher } from './slow-password-hasher';
import { SqlChallengeBook } from './sql-challenge-book';
import { SqlCustomerRepository } from './sql-customer.repository';
import { SqlHouses } from './sql-houses';
import { SqlLoginAttempts } from './sql-login-attempts';
import { SqlSessionBook } from './sql-session-book';

const PASSWORD = 'correcto caballo';
const DETAILS = { name: 'Ana Rojas', phone: '+56 9 8765 4321', rut: '12.345.678-5', birthDate: '1990-05-01' };
const ASKER = { ip: '203.0.113.9', language: 'es' } as const;

class HandClock extends Clock {
  private time = new Date('2026-11-21T02:00:00Z').getTime();

  now(): Date {
    return new Date(this.time);
  }

  pass(seconds: number): void {
    this.time += seconds * 1000;
  }
}

class Mailbox extends Mailer {
  readonly mails: Mail[] = [];

  check(): void {
    // This house can send mail.
  }

  post(mail: Mail): void {
    this.mails.push(mail);
  }
}

describe('customers, eight at once', () => {
  const platform = useTestPlatform();
  const clock = new HandClock();
  const config = { pinPepper: Buffer.alloc(32, 7), dataKey: Buffer.alloc(32, 9) } as Partial<AppConfig> as AppConfig;
  const hasher = new SlowPasswordHasher(new SlowHash(config));
  const chance = new NodeChance();
  const challenges = new SqlChallengeBook(config);
  const sessions = new SqlSessionBook(config);
  const openSession = new OpenSession(sessions, new JwtAccessTokens(config, clock), chance);
  const mailbox = new Mailbox();
  const holdings = new CustomerHoldings();
  let venueId: string;
  let made = 0;

  const run = async <T extends object>(text: string, values: unknown[] = []): Promise<T[]> =>
    (await platform.owner.query<T>(text, values)).rows;
  const houses = () => new SqlHouses(platform.database);
  const customers = () => new SqlCustomerRepository(platform.database);
  const tries = () => new ConfirmPassword(platform.transactions, new SqlLoginAttempts(config), hasher, clock);
  const own = () => new OwnPassword(customers(), tries());
  const logIn = (email: string, password = PASSWORD, ip: string = ASKER.ip) =>
    new LogIn(platform.transactions, customers(), tries(), openSession, houses(), clock).execute(
      { venueId, email, password },
      { ...ASKER, ip },
    );
  const renew = (token: string) =>
    new RenewTokens(platform.transactions, sessions, new OutboxJournal(), openSession, chance, clock).execute(
      token,
      null,
    );
  const register = (email: string) =>
    new Register(platform.transactions, customers(), challenges, houses(), hasher, chance, mailbox, clock).execute(
      { venueId, email, password: PASSWORD, details: DETAILS, acceptsMarketing: false },
      ASKER,
    );
  const confirm = (handle: string, code: string) =>
    new ConfirmEmail(platform.transactions, customers(), challenges, openSession, clock).execute(handle, code, null);
  const forgot = (email: string) =>
    new ForgotPassword(platform.transactions, customers(), challenges, houses(), chance, mailbox, clock).execute(
      email,
      venueId,
      ASKER,
    );
  const reset = (handle: string, code: string, password: string) =>
    new ResetPassword(
      ...([platform.transactions, customers(), challenges, sessions, hasher, houses(), mailbox, clock] as const),
    ).execute({ handle, code, password }, ASKER);
  const codeFor = (email: string): string => mailbox.mails.findLast(({ to }) => to === email)?.code ?? '';
  const address = (): string => `guest${(made += 1)}@example.com`;

  async function member(): Promise<{ email: string; id: string; refreshToken: string }> {
    const email = address();
    const { handle } = await register(email);
    const { customerId: id, refreshToken } = await confirm(handle, codeFor(email));
    return { email, id, refreshToken };
  }

  async function outcomes(attempts: Promise<unknown>[]): Promise<string[]> {
    const settled = await Promise.allSettled(attempts);
    return settled.map((one) => (one.status === 'fulfilled' ? 'ok' : (one.reason as { code: string }).code)).sort();
  }
  const eight = (act: () => Promise<unknown>) => outcomes(Array.from({ length: 8 }, act));

  beforeAll(async () => {
    venueId = newId();
    await run("INSERT INTO nights.venues (id, name, ticket_prefix) VALUES ($1, 'Club', 'BMB')", [venueId]);
  });

  it('renewing one token get one and the same successor', async () => {
    const { refreshToken, id } = await member();
    const renewals = await Promise.all(Array.from({ length: 8 }, () => renew(refreshToken)));
    expect(new Set(renewals.map((tokens) => tokens.refreshToken)).size).toBe(1);
    expect(renewals[0]?.refreshToken).not.toBe(refreshToken);
    const kept = await run(
      `SELECT t.token_hash FROM customers.refresh_tokens t JOIN customers.sessions s ON s.id = t.session_id
       WHERE s.customer_uuid = $1`,
      [id],
    );
    expect(kept).toHaveLength(2);
  });

  it('give the direct parent its child for ten seconds, and end the login for one that comes later', async () => {
    const { refreshToken: parent, id } = await member();
    const { refreshToken: child } = await renew(parent);
    clock.pass(10);
    expect((await renew(parent)).refreshToken).toBe(child);
    clock.pass(1);
    await expect(renew(parent)).rejects.toMatchObject({ code: 'customer.refresh_invalid' });
    await expect(renew(child)).rejects.toMatchObject({ code: 'customer.refresh_invalid' });
    const told = await run(
      "SELECT type FROM platform.outbox WHERE subject_id = $1 AND type = 'customers.token_reused'",
      [id],
    );
    expect(told).toHaveLength(1);
  });

  it('end the login when a parent comes back although its child has been used, however soon', async () => {
    const { refreshToken: parent } = await member();
    const { refreshToken: child } = await renew(parent);
    const { refreshToken: grandchild } = await renew(child);
    await expect(renew(parent)).rejects.toMatchObject({ code: 'customer.refresh_invalid' });
    await expect(renew(grandchild)).rejects.toMatchObject({ code: 'customer.refresh_invalid' });
  });

  it('end a login after thirty days, however often it was renewed', async () => {
    const { refreshToken } = await member();
    clock.pass(29 * 24 * 3600);
    const { refreshToken: next } = await renew(refreshToken);
    clock.pass(24 * 3600);
    await expect(renew(next)).rejects.toMatchObject({ code: 'customer.refresh_invalid' });
  });

  it('keep no token, code, password or pending guest readable in the tables', async () => {
    const email = address();
    const { handle } = await register(email);
    const code = codeFor(email);
    const { refreshToken } = await confirm(handle, code);
    const { refreshToken: next } = await renew(refreshToken);
    await register(address());
    const tables = ['challenges', 'sessions', 'refresh_tokens', 'login_attempts'];
    const rows = await Promise.all(tables.map((table) => run(`SELECT t::text AS row FROM customers.${table} t`)));
    const hex = (text: string): string => Buffer.from(text).toString('hex');
    for (const secret of [refreshToken, next, handle, code, DETAILS.name, email, PASSWORD]) {
      expect(JSON.stringify(rows)).not.toContain(secret);
      expect(JSON.stringify(rows)).not.toContain(hex(secret));
    }
  });

  it('confirming one registration make one customer', async () => {
    const email = address();
    const { handle } = await register(email);
    const code = codeFor(email);
    expect(await eight(() => confirm(handle, code))).toEqual([...Array<string>(7).fill('customer.code_wrong'), 'ok']);
    expect(await run('SELECT uuid FROM customers.customers WHERE email = $1', [email])).toHaveLength(1);
  });

  it('confirming two registrations of one address make one customer', async () => {
    const email = address();
    const first = await register(email);
    const firstCode = codeFor(email);
    const second = await register(email);
    const secondCode = codeFor(email);
    const answers = await outcomes([confirm(first.handle, firstCode), confirm(second.handle, secondCode)]);
    expect(answers).toContain('ok');
    expect(answers.filter((answer) => answer === 'ok')).toHaveLength(1);
    expect(await run('SELECT uuid FROM customers.customers WHERE email = $1', [email])).toHaveLength(1);
  });

  it('take no code after five wrong ones, and none that is half an hour old', async () => {
    const email = address();
    const { handle } = await register(email);
    for (let wrong = 0; wrong < 5; wrong += 1) {
      await expect(confirm(handle, 'ZZZZ-ZZZZ')).rejects.toMatchObject({ code: 'customer.code_wrong' });
    }
    await expect(confirm(handle, codeFor(email))).rejects.toMatchObject({ code: 'customer.code_wrong' });
    const { handle: late } = await register(email);
    clock.pass(30 * 60);
    await expect(confirm(late, codeFor(email))).rejects.toMatchObject({ code: 'customer.code_wrong' });
  });

  it('resetting by one code set one password, and every login ends', async () => {
    const { email, refreshToken } = await member();
    const { handle } = await forgot(email);
    const code = codeFor(email);
    let at = 0;
    const attempts = await eight(() => reset(handle, code, `nueva clave ${(at += 1)}`));
    expect(attempts).toEqual([...Array<string>(7).fill('customer.code_wrong'), 'ok']);
    await expect(renew(refreshToken)).rejects.toMatchObject({ code: 'customer.refresh_invalid' });
    await expect(logIn(email)).rejects.toMatchObject({ code: 'customer.wrong' });
  });

  it('changing the password keep one of them, and end the logins before', async () => {
    const { email, id, refreshToken } = await member();
    const change = () =>
      new ChangePassword(
        ...([platform.transactions, customers(), own(), sessions, openSession, hasher, houses()] as const),
        ...([mailbox, clock] as const),
      ).execute(id, PASSWORD, 'otra clave larga', ASKER);
    const answers = await outcomes([change(), change(), change()]);
    expect(answers.filter((answer) => answer === 'ok')).toHaveLength(1);
    await expect(renew(refreshToken)).rejects.toMatchObject({ code: 'customer.refresh_invalid' });
    await expect(logIn(email, 'otra clave larga')).resolves.toBeDefined();
  });

  it('with wrong passwords lock the account for their address alone', async () => {
    const { email } = await member();
    expect(await eight(() => logIn(email, 'equivocada'))).toEqual([
      ...Array<string>(3).fill('customer.locked'),
      ...Array<string>(5).fill('customer.wrong'),
    ]);
    await expect(logIn(email)).rejects.toMatchObject({ code: 'customer.locked' });
    await expect(logIn(email, PASSWORD, '198.51.100.4')).resolves.toBeDefined();
    clock.pass(900);
    await expect(logIn(email)).resolves.toBeDefined();
  });

  it('lock an unknown address in the same way', async () => {
    const nobody = address();
    expect(await eight(() => logIn(nobody))).toEqual([
      ...Array<string>(3).fill('customer.locked'),
      ...Array<string>(5).fill('customer.wrong'),
    ]);
  });

  it('send no more than five mails an hour to one address', async () => {
    const { email } = await member();
    for (let asked = 0; asked < 8; asked += 1) await forgot(email);
    expect(mailbox.mails.filter(({ to, kind }) => to === email && kind === 'reset_password')).toHaveLength(5);
  });

  it('deleting one account wait for what is left, then leave a row that tells nobody who it was', async () => {
    const { email, id, refreshToken } = await member();
    let pesos = 5_000;
    holdings.add({
      name: 'wallet',
      isLeft: async () => pesos > 0,
      records: async () => ({ pesos }),
    });
    const end = () =>
      new DeleteAccount(
        ...([platform.transactions, customers(), own(), challenges, sessions, holdings, clock] as const),
      ).execute(id, { password: PASSWORD, givesUp: false }, null);
    await expect(end()).rejects.toMatchObject({ code: 'customer.balance_left', facts: { holdings: ['wallet'] } });
    await expect(renew(refreshToken)).resolves.toBeDefined();
    pesos = 0;
    const answers = await outcomes([end(), end(), end()]);
    expect(answers.filter((answer) => answer === 'ok')).toHaveLength(1);
    const [row] = await run('SELECT t::text AS all FROM customers.customers t WHERE uuid = $1', [id]);
    expect(JSON.stringify(row)).not.toMatch(/Ana|8765|12345678|1990|example\.com|argon2/);
    await expect(logIn(email)).rejects.toMatchObject({ code: 'customer.wrong' });
    const { handle } = await register(email);
    await expect(confirm(handle, codeFor(email))).resolves.toBeDefined();
  });
});

describe('the schema of customers', () => {
  const database = useTestDatabase();

  it('goes without a trace and comes back as it was', async () => {
    const tables = async (): Promise<unknown[]> =>
      (await database.owner.query<object>("SELECT tablename FROM pg_tables WHERE schemaname = 'customers' ORDER BY 1"))
        .rows;
    const runner = { query: (text: string) => database.owner.query(text) } as unknown as QueryRunner;
    const before = await tables();
    const migrations = [new CreateCustomers1793500000011(), new AddOneQr1793500000015()];
    for (const migration of [...migrations].reverse()) await migration.down(runner);
    expect(await tables()).toEqual([]);
    for (const migration of migrations) await migration.up(runner);
    expect(await tables()).toEqual(before);
    expect(before.length).toBeGreaterThan(4);
  });
});
