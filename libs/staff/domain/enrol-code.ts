/** Crockford's base 32: no I, L, O, U, which are mistaken for other signs. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 8;

/** @param bytes eight random ones @returns eight signs without a hyphen, 40 bits */
export function enrolCode(bytes: Uint8Array): string {
  return Array.from(bytes.subarray(0, LENGTH), (byte) => ALPHABET[byte % ALPHABET.length]).join('');
}

/** As it is shown to people: `K7PM-2XQD`. */
export function shownCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/** What a person meant by what they typed: case, spaces and hyphens do not matter, O is 0, I and L are 1. */
export function readCode(typed: string): string {
  return typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
}
