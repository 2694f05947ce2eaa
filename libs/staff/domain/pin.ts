import { DomainError } from '@libs/kernel';

const DIGITS = 6;
/** Patterns of the keypad and of habit that the rules below do not catch. */
const HABITS: ReadonlySet<string> = new Set(['112233', '332211', '123321', '321123', '147258', '258369', '159753']);

/**
 * Refuses a PIN that a bystander would guess.
 * @param birthDate the person's, `YYYY-MM-DD`
 * @throws DomainError `pin.malformed`, `pin.trivial`, `pin.is_birthday`
 */
export function checkPin(pin: string, birthDate: string | null): void {
  if (!/^[0-9]{6}$/.test(pin)) throw new DomainError('pin.malformed', 'invalid');
  if (isTrivial(pin)) throw new DomainError('pin.trivial', 'invalid');
  if (birthDate && birthdayForms(birthDate).has(pin)) throw new DomainError('pin.is_birthday', 'invalid');
}

function isTrivial(pin: string): boolean {
  const repeats = new Set(pin).size < 3 || pin.slice(0, 3) === pin.slice(3);
  return repeats || isRun(pin, 1) || isRun(pin, 9) || HABITS.has(pin);
}

/** Each digit is the one before it plus `step`, beginning anew after 9. */
function isRun(pin: string, step: number): boolean {
  return [...pin].every((digit, at) => at === 0 || (Number(pin[at - 1]) + step) % 10 === Number(digit));
}

/** Six digits in a row of the ways in which a date is written: DDMMYY, YYMMDD, MMDDYY, and with four-digit years. */
function birthdayForms(birthDate: string): ReadonlySet<string> {
  const [year = '', month = '', day = ''] = birthDate.split('-');
  const short = year.slice(2);
  const long = [`${day}${month}${year}`, `${year}${month}${day}`, `${month}${day}${year}`];
  const windows = long.flatMap((text) => [0, 1, 2].map((at) => text.slice(at, at + DIGITS)));
  return new Set([`${day}${month}${short}`, `${short}${month}${day}`, `${month}${day}${short}`, ...windows]);
}
