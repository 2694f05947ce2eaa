import { DomainError } from '@libs/kernel';

/** Seconds for which an access token counts. */
export const ACCESS_SECONDS = 600;
/** A login lasts so long, however often its token is renewed. */
export const SESSION_MS = 30 * 24 * 3_600_000;
/** For so long the token before answers with the same successor: an answer may get lost on the way. */
export const GRACE_MS = 10_000;
/** For so long a code from a mail counts. */
export const CODE_MS = 30 * 60_000;
/** Wrong codes after which the right one counts no more. */
export const CODE_ATTEMPTS = 5;
/** Mails with a code that one address gets within an hour. */
export const MAILS_AN_HOUR = 5;
/** Wrong passwords of one account from one address that lock it for that address, and for how long. */
export const LOGIN_ATTEMPTS = 5;
export const LOGIN_LOCK_SECONDS = 900;

const MIN_PASSWORD = 8;
const MIN_AGE = 18;
const TIME_ZONE = 'America/Santiago';

/** How an address is kept and compared. */
export function normalEmail(email: string): string {
  return email.trim().toLowerCase();
}

/** @throws DomainError `password.too_short`, `password.is_email`, `password.trivial` */
export function checkPassword(password: string, email: string): void {
  if ([...password].length < MIN_PASSWORD) {
    throw new DomainError('password.too_short', 'invalid', { min: MIN_PASSWORD });
  }
  if (normalEmail(password) === email) throw new DomainError('password.is_email', 'invalid');
  if (new Set(password.toLowerCase()).size < 4) throw new DomainError('password.trivial', 'invalid');
}

/** The calendar day in Chile, `YYYY-MM-DD`. */
export function calendarDay(at: Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: TIME_ZONE, dateStyle: 'short' }).format(at);
}

/**
 * Nobody under 18 comes in. Who was born on 29 February is of age on 1 March.
 * @param birthDate `YYYY-MM-DD`
 * @throws DomainError `customer.under_age`
 */
export function checkAge(birthDate: string | null, at: Date): void {
  if (birthDate === null) return;
  const [year = '', ...rest] = birthDate.split('-');
  const ofAge = [String(Number(year) + MIN_AGE).padStart(4, '0'), ...rest].join('-');
  if (ofAge > calendarDay(at)) throw new DomainError('customer.under_age', 'unprocessable', { min: MIN_AGE });
}

/** Where wrong passwords are counted: an IPv6 household owns all of its /64. */
export function addressGroup(ip: string | null): string {
  if (ip === null) return '';
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1];
  if (mapped) return mapped;
  if (!ip.includes(':')) return ip;
  const [head = '', tail] = ip.toLowerCase().split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail ? tail.split(':') : [];
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length;
  const groups = [...before, ...Array<string>(Math.max(0, zeros)).fill('0'), ...after];
  return `${groups.slice(0, 4).join(':')}::/64`;
}

/** Crockford's base 32: no I, L, O, U, which are mistaken for other signs. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** One sign for each byte, of which five bits count. */
export function signs(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => ALPHABET[byte % ALPHABET.length]).join('');
}

/** @param bytes eight random ones @returns eight signs without a hyphen, 40 bits */
export function mailCode(bytes: Uint8Array): string {
  return signs(bytes.subarray(0, 8));
}

/** As a mail shows it: `K7PM-2XQD`. */
export function shownCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/** What a person meant by what they typed: case, spaces and hyphens do not matter, O is 0, I and L are 1. */
export function readCode(typed: string): string {
  return typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
}
