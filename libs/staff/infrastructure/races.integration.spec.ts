import { Clock, newId, Transaction } from '@libs/kernel';
import { AppConfig, DatabaseListener, SlowHash } from '@libs/platform';
import { useTestPlatform } from '@libs/platform/testing';
import {
  CreateDevice,
  EnrolDevice,
  GrantStepUp,
  LogInAdmin,
  SetAdminAccount,
  UseStepUp,
  VerifyPin,
} from '../application';
import { Argon2Hasher } from './argon2-hasher';
import { NodeSecrets } from './node-secrets';
import { OutboxJournal } from './outbox-journal';
import { SessionCache } from './session-cache';
import { SqlAdminAccountRepository } from './sql-admin-account.repository';
import { SqlDeviceRepository } from './sql-device.repository';
import { SqlEmployeeRepository } from './sql-employee.repository';
import { SqlPinBook } from './sql-pin-book';
import { SqlSessionRepository } from './sql-session.repository';
import { SqlStepUpRepository } from './sql-step-up.repository';
import { TotpCodes } from './totp-codes';

const PIN = '482915';
const WRONG = '739184';
const PASSWORD = 'correcto caballo bateria';
const NOBODY = { employeeId: null, employeeName: null, deviceId: null, ip: null };

class HandClock extends Clock {
  private time = new Date('2026-11-21T02:00:00Z').getTime();

  now(): Date {
    return new Date(this.time);
  }

  pass(seconds: number): void {
    this.time += seconds * 1000;
  }
}

describe('staff, eight at once', () => {
  const platform = useTestPlatform();
  const clock = new HandClock();
  const config = { pinPepper: Buffer.alloc(32, 7), dataKey: Buffer.alloc(32, 9) } as Partial<AppConfig> as AppConfig;
  const hasher = new Argon2Hasher(new SlowHash(config));
  const secrets = new NodeSecrets(config);
  const codes = new TotpCodes();
  const journal = new OutboxJournal(new SessionCache(new DatabaseListener(config)));
  const sessions = new SqlSessionRepository();
  const devices = new SqlDeviceRepository();
  let venueId: string;
  let deviceId: string;

  const run = async <T extends object>(text: string, values: unknown[] = []): Promise<T[]> =>
    (await platform.owner.query<T>(text, values)).rows;
  const verifyPin = () => new VerifyPin(platform.transactions, new SqlPinBook(), journal, hasher, clock);
  const employees = () => new SqlEmployeeRepository(platform.database);
  const accounts = () => new SqlAdminAccountRepository(platform.database);

  async function employee(roles: string[]): Promise<string> {
    const id = newId();
    const insert = 'INSERT INTO staff.employees (id, venue_id, name, roles, pin_hash) VALUES ($1, $2, $3, $4, $5)';
    await run(insert, [id, venueId, `Persona ${id}`, roles, await hasher.hash(PIN)]);
    return id;
  }

  async function tablet(): Promise<string> {
    const id = newId();
    await run('INSERT INTO staff.devices (id, venue_id, name) VALUES ($1, $2, $3)', [id, venueId, 'Tablet']);
    return id;
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
  beforeEach(async () => {
    deviceId = await tablet();
  });

  it('lets five wrong PINs through and not one more', async () => {
    const id = await employee(['cashier']);
    expect(await eight(() => verifyPin().execute(id, WRONG, deviceId))).toEqual([
      ...Array<string>(3).fill('pin.locked'),
      ...Array<string>(5).fill('pin.wrong'),
    ]);
    const [counts] = await run('SELECT pin_failures FROM staff.employees WHERE id = $1', [id]);
    expect(counts).toEqual({ pin_failures: 5 });
    // Refused tries were never made: the tablet does not count them either.
    expect(await run('SELECT pin_failures FROM staff.devices WHERE id = $1', [deviceId])).toEqual([
      { pin_failures: 5 },
    ]);
    await expect(verifyPin().execute(id, PIN, deviceId)).rejects.toMatchObject({ code: 'pin.locked' });
    clock.pass(30);
    await expect(verifyPin().execute(id, PIN, deviceId)).resolves.toBeUndefined();
  });

  it('asks for a supervisor after ten in a row, tells so, and opens after the unlock', async () => {
    const id = await employee(['cashier']);
    for (const wait of [0, 0, 0, 0, 0, 30, 60, 120, 240, 480]) {
      clock.pass(wait);
      await expect(verifyPin().execute(id, WRONG, await tablet())).rejects.toBeDefined();
    }
    clock.pass(100_000);
    await expect(verifyPin().execute(id, PIN, deviceId)).rejects.toMatchObject({ code: 'pin.needs_supervisor' });
    const told = await run("SELECT 1 FROM platform.outbox WHERE type = 'staff.pin_blocked' AND subject_id = $1", [id]);
    expect(told).toHaveLength(1);
    await platform.transactions.run((tx) => new SqlPinBook().unlock(tx, venueId, id));
    await expect(verifyPin().execute(id, PIN, deviceId)).resolves.toBeUndefined();
  });

  it('locks a tablet at twenty wrong PINs of whomever within ten minutes, and frees it later', async () => {
    const people = await Promise.all(Array.from({ length: 6 }, () => employee(['cashier'])));
    const attempts = Array.from({ length: 24 }, (_, at) =>
      verifyPin().execute(people[at % 6] as string, WRONG, deviceId),
    );
    const answers = await outcomes(attempts);
    expect(answers.filter((code) => code === 'pin.wrong')).toHaveLength(20);
    expect(answers.filter((code) => code === 'device.locked')).toHaveLength(4);
    const fresh = await employee(['cashier']);
    await expect(verifyPin().execute(fresh, PIN, deviceId)).rejects.toMatchObject({ code: 'device.locked' });
    clock.pass(900);
    await expect(verifyPin().execute(fresh, PIN, deviceId)).resolves.toBeUndefined();
  });

  it('moves no counter of a person without a tablet of the house', async () => {
    const id = await employee(['cashier']);
    await expect(verifyPin().execute(id, WRONG, newId())).rejects.toMatchObject({ code: 'device.not_enrolled' });
    const atDesk = await eight(() => verifyPin().execute(id, WRONG, null));
    expect(atDesk.filter((code) => code === 'pin.wrong')).toHaveLength(5);
    expect(await run('SELECT pin_failures FROM staff.employees WHERE id = $1', [id])).toEqual([{ pin_failures: 0 }]);
    await expect(verifyPin().execute(id, PIN, deviceId)).resolves.toBeUndefined();
  });

  it('takes as long and says the same to somebody unknown', async () => {
    const hashes = jest.spyOn(hasher, 'matches');
    await expect(verifyPin().execute(newId(), PIN, deviceId)).rejects.toMatchObject({
      code: 'pin.wrong',
      facts: { attemptsLeft: 4 },
    });
    expect(hashes).toHaveBeenCalledWith(null, PIN);
    hashes.mockRestore();
  });

  it('enrols one of eight tablets that show the same code, and no tablet with a code that is too old', async () => {
    const create = new CreateDevice(platform.transactions, devices, journal, secrets, clock);
    const enrol = new EnrolDevice(platform.transactions, devices, journal, secrets, clock);
    const { code } = await create.execute({ venueId, name: 'Caja 1', by: NOBODY });
    const answers = await eight(() => enrol.execute(code.toLowerCase(), null));
    expect(answers).toEqual([...Array<string>(7).fill('device.code_unknown'), 'ok']);
    const late = await create.execute({ venueId, name: 'Caja 2', by: NOBODY, validForMs: 60_000 });
    clock.pass(60);
    await expect(enrol.execute(late.code, null)).rejects.toMatchObject({ code: 'device.code_unknown' });
  });

  it('counts the yes of another person once, for what and whom it was given', async () => {
    const [cashier, supervisor] = [await employee(['cashier']), await employee(['supervisor'])];
    const sessionId = newId();
    const actor = {
      ...{ venueId, employeeId: cashier, employeeName: 'Ana', sessionId, deviceId, barId: null, ip: null },
      permissions: new Set<string>(),
    };
    const session = { id: sessionId, venueId, employeeId: cashier, deviceId, barId: null, createdAt: clock.now() };
    await platform.transactions.run((tx) =>
      sessions.open(tx, secrets.hashOf(sessionId), { ...session, kind: 'staff', station: 'register' }),
    );
    const stepUps = new SqlStepUpRepository();
    const grant = new GrantStepUp(platform.transactions, employees(), stepUps, journal, secrets, verifyPin(), clock);
    const use = new UseStepUp(stepUps, journal, secrets, clock);
    const ask = { employeeId: supervisor, pin: PIN, permission: 'sale.cancel' } as const;
    const using = (token: string, given: { permission?: string; actor?: typeof actor } = {}) =>
      platform.transactions.run((tx: Transaction) =>
        use.execute(tx, { token, permission: 'sale.cancel', actor, ...given }),
      );

    const { token, grantedBy } = await grant.execute(actor, ask);
    expect(grantedBy.employeeId).toBe(supervisor);
    await expect(using(token, { permission: 'courtesy.grant' })).rejects.toMatchObject({ code: 'step_up.invalid' });
    await expect(using(token, { actor: { ...actor, sessionId: newId() } })).rejects.toMatchObject({
      code: 'step_up.invalid',
    });
    expect(await eight(() => using(token))).toEqual(['ok', ...Array<string>(7).fill('step_up.invalid')]);

    const late = await grant.execute(actor, ask);
    clock.pass(120);
    await expect(using(late.token)).rejects.toMatchObject({ code: 'step_up.invalid' });
    await expect(grant.execute(actor, { ...ask, employeeId: cashier })).rejects.toMatchObject({
      code: 'step_up.same_person',
    });
    await expect(
      grant.execute({ ...actor, employeeId: supervisor }, { ...ask, employeeId: cashier }),
    ).rejects.toMatchObject({ code: 'step_up.not_allowed' });

    const fired = await grant.execute(actor, ask);
    await run('UPDATE staff.employees SET is_active = false WHERE id = $1', [supervisor]);
    await expect(using(fired.token)).rejects.toMatchObject({ code: 'step_up.invalid' });
  });

  describe('at the door of the back office', () => {
    const logIn = () =>
      new LogInAdmin(platform.transactions, accounts(), sessions, journal, hasher, codes, secrets, clock);

    async function admin(username: string): Promise<string> {
      const id = await employee(['admin']);
      const set = new SetAdminAccount(platform.transactions, employees(), accounts(), sessions, journal, hasher, clock);
      await set.execute({ venueId, employeeId: id, username, password: PASSWORD, by: NOBODY });
      return id;
    }

    it('lets five wrong passwords through and locks for 15 minutes', async () => {
      await admin('uno');
      const attempt = (password: string) => logIn().execute({ username: 'uno', password, totp: null, ip: null });
      expect(await eight(() => attempt('no es esta clave'))).toEqual([
        ...Array<string>(3).fill('admin.locked'),
        ...Array<string>(5).fill('admin.wrong'),
      ]);
      clock.pass(899);
      await expect(attempt(PASSWORD)).rejects.toMatchObject({ code: 'admin.locked' });
      clock.pass(1);
      await expect(attempt(PASSWORD)).resolves.toMatchObject({ token: expect.any(String) as string });
    });

    it('takes a code of the authenticator app once, however many try it at once', async () => {
      const id = await admin('dos');
      const secret = codes.newSecret();
      const confirm =
        'UPDATE staff.admin_accounts SET totp_secret = $2, totp_confirmed_at = now() WHERE employee_id = $1';
      await run(confirm, [id, secrets.seal(secret)]);
      const attempt = (totp: string | null) => logIn().execute({ username: 'dos', password: PASSWORD, totp, ip: null });
      for (let round = 0; round < 7; round += 1) {
        await expect(attempt(null)).rejects.toMatchObject({ code: 'admin.totp_required' });
      }
      const { TOTP, Secret } = await import('otpauth');
      const code = (): string =>
        new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: clock.now().getTime() });
      const atOnce = await outcomes(Array.from({ length: 4 }, () => attempt(code())));
      expect(atOnce.filter((answer) => answer === 'ok')).toHaveLength(1);
      clock.pass(901);
      await expect(attempt(code())).resolves.toBeDefined();
      await expect(attempt(code())).rejects.toMatchObject({ code: 'admin.wrong' });
    });
  });
});
