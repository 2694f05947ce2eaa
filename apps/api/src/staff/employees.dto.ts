import { z } from 'zod';
import { calendarDate, instant, Page, pageOf, pageQuery, rut, text, uuid } from '@libs/platform';
import { EmployeeDetails } from '@libs/staff/application';
import { EmployeeView } from '@libs/staff/infrastructure';
import { pin, role } from './session.dto';

const bank = z.strictObject({ name: text(60), account_type: text(40), account_number: text(40) });

const details = {
  rut: rut.nullable().optional(),
  email: z.email().max(120).nullable().optional(),
  phone: text(30).nullable().optional(),
  birth_date: calendarDate
    .refine((date) => date >= '1900-01-01' && date <= new Date().toISOString().slice(0, 10))
    .nullable()
    .optional(),
  bank: bank.nullable().optional(),
};
const roles = z
  .array(role)
  .min(1)
  .max(6)
  .refine((given) => new Set(given).size === given.length);

export const hireBody = z
  .strictObject({ name: text(80), roles, ...details, pin: pin.optional() })
  .meta({ id: 'HireEmployee' });
export const changeEmployeeBody = z
  .strictObject({ name: text(80).optional(), roles: roles.optional(), ...details, is_active: z.boolean().optional() })
  .meta({ id: 'ChangeEmployee' });
export const setPinBody = z.strictObject({ pin }).meta({ id: 'SetPin' });
export const adminAccountBody = z
  .strictObject({
    username: z
      .string()
      .trim()
      .regex(/^[A-Za-z0-9._@-]{3,60}$/)
      .describe('Letters, digits and . _ @ -; case does not matter'),
    password: z.string().min(1).max(200).describe('At least 12 characters'),
  })
  .meta({ id: 'SetAdminAccount' });

export const employeesQuery = z.strictObject({
  role: role.optional(),
  active: z
    .enum(['true', 'false'])
    .transform((value) => value === 'true')
    .optional(),
  q: text(60).optional().describe('Part of the name or RUT'),
  ...pageQuery,
});

export const employeeWire = z
  .object({
    id: uuid,
    name: z.string(),
    rut: z.string().nullable(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    birth_date: calendarDate.nullable(),
    bank: z.object({ name: z.string(), account_type: z.string(), account_number: z.string() }).nullable(),
    roles: z.array(role),
    is_active: z.boolean(),
    has_pin: z.boolean(),
    pin_locked_until: instant.nullable(),
    pin_needs_unlock: z.boolean().describe('Ten wrong PINs in a row: a supervisor unlocks'),
    admin_username: z.string().nullable(),
    session_count: z.int().describe('Where the person is logged in now'),
  })
  .meta({ id: 'Employee' });
export const employeePage = pageOf(employeeWire).meta({ id: 'EmployeePage' });

export function toEmployee(person: EmployeeView): z.input<typeof employeeWire> {
  const { bank: account } = person;
  return {
    id: person.id,
    name: person.name,
    rut: person.rut,
    email: person.email,
    phone: person.phone,
    birth_date: person.birthDate,
    bank: account && {
      name: account.name,
      account_type: account.accountType,
      account_number: account.accountNumber,
    },
    roles: [...person.roles],
    is_active: person.isActive,
    has_pin: person.hasPin,
    pin_locked_until: person.pinLockedUntil?.toISOString() ?? null,
    pin_needs_unlock: person.pinNeedsUnlock,
    admin_username: person.adminUsername,
    session_count: person.sessionCount,
  };
}

export function toEmployeePage({ items, nextCursor }: Page<EmployeeView>): z.input<typeof employeePage> {
  return { items: items.map(toEmployee), next_cursor: nextCursor };
}

export function toNewDetails(body: z.output<typeof hireBody>): Omit<EmployeeDetails, 'isActive'> {
  const { name, roles: given, rut: number = null, email = null, phone = null, birth_date: birthDate = null } = body;
  return { name, roles: given, rut: number, email, phone, birthDate, bank: toBank(body.bank) ?? null };
}

/** Only what was sent: a missing field stays as it is, null empties it. */
export function toChangedDetails(body: z.output<typeof changeEmployeeBody>): Partial<EmployeeDetails> {
  const { name, roles: given, rut: number, email, phone, birth_date: birthDate, is_active: isActive } = body;
  const all = { name, roles: given, rut: number, email, phone, birthDate, bank: toBank(body.bank), isActive };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

function toBank(given: z.output<typeof bank> | null | undefined): EmployeeDetails['bank'] | undefined {
  return given && { name: given.name, accountType: given.account_type, accountNumber: given.account_number };
}
