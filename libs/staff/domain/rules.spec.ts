import { Employee, EmployeeDetails } from './employee';
import { enrolCode, readCode, shownCode } from './enrol-code';
import { checkPassword } from './password';
import { isOver } from './session-life';

describe('an enrolment code', () => {
  it('is eight signs that nobody mistakes for another', () => {
    const all = Array.from({ length: 32 }, (_, at) => enrolCode(Uint8Array.from({ length: 8 }, (__, i) => at * 8 + i)));
    expect(all.join('')).toMatch(/^[0-9A-HJKMNP-TV-Z]{256}$/);
  });

  it('is understood however a person types it', () => {
    const code = enrolCode(Uint8Array.from([0, 1, 20, 255, 33, 64, 7, 9]));
    expect(shownCode(code)).toMatch(/^.{4}-.{4}$/);
    expect(readCode(shownCode(code).toLowerCase())).toBe(code);
    expect(readCode(' o1il 0-x y')).toBe('01110XY');
  });
});

describe('a password', () => {
  it.each([
    ['short', 'onceletras1', 'password.too_short'],
    ['the username', 'Administradora', 'password.is_username'],
    ['one letter many times', 'aaaaaaaaaaaaaaa', 'password.trivial'],
  ])('is refused when it is %s', (_, password, code) => {
    expect(() => checkPassword(password, ' ADMINISTRADORA ')).toThrow(code);
  });

  it('may be a sentence', () => {
    expect(() => checkPassword('tres pisco sours y agua', 'ana')).not.toThrow();
  });
});

describe('a session', () => {
  const start = new Date('2026-11-20T22:00:00Z');
  const after = (hours: number): Date => new Date(start.getTime() + hours * 3_600_000);

  it('of a tablet ends 14 hours after the login, however busy it is', () => {
    expect(isOver('staff', start, after(13.99), after(13.99))).toBe(false);
    expect(isOver('bartender', start, after(13.99), after(14))).toBe(true);
  });

  it('of the back office ends after eight idle hours', () => {
    expect(isOver('admin', start, after(20), after(27.99))).toBe(false);
    expect(isOver('admin', start, after(20), after(28))).toBe(true);
  });
});

describe('an employee', () => {
  const details: Omit<EmployeeDetails, 'isActive'> = {
    name: 'Ana',
    rut: null,
    email: null,
    phone: null,
    birthDate: null,
    bank: null,
    roles: ['cashier'],
  };
  const act = { by: { employeeId: null, employeeName: null, deviceId: null, ip: null }, at: new Date(0) };

  it('tells what changed, before and after, and nothing that stayed', () => {
    const ana = Employee.hire('venue', details, act);
    ana.pullEvents();
    ana.change({ name: 'Ana María', roles: ['cashier'] }, act);
    expect(ana.pullEvents()).toMatchObject([
      { type: 'staff.employee_changed', data: { before: { name: 'Ana' }, after: { name: 'Ana María' } } },
    ]);
    ana.change({ name: 'Ana María' }, act);
    expect(ana.pullEvents()).toEqual([]);
  });

  it('never tells a PIN, not even its hash', () => {
    const ana = Employee.hire('venue', details, act);
    ana.setPin('$argon2id$secret', act);
    expect(JSON.stringify(ana.pullEvents())).not.toContain('argon2');
  });
});
