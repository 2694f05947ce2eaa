/** A number that a person reads from a ticket: the house's letters and digits, "BMB 11725". */
export interface TypedCode {
  readonly letters: string;
  readonly digits: string;
}

export const MAX_LETTERS = 5;
const MIN_LETTERS = 2;
export const MAX_DIGITS = 9;

/** The code after one more key of a pad or a keyboard: a letter, a digit or `back`. Other keys change nothing. */
export function typeKey(code: TypedCode, key: string): TypedCode {
  if (key === 'back') {
    if (code.digits !== '') return { ...code, digits: code.digits.slice(0, -1) };
    return { ...code, letters: code.letters.slice(0, -1) };
  }
  if (/^[0-9]$/.test(key)) {
    return code.digits.length < MAX_DIGITS ? { ...code, digits: code.digits + key } : code;
  }
  if (!/^[a-zA-Z]$/.test(key) || code.digits !== '' || code.letters.length >= MAX_LETTERS) return code;
  return { ...code, letters: code.letters + key.toUpperCase() };
}

/** Whether it can be asked for: letters are none or at least two. */
export function isComplete({ letters, digits }: TypedCode): boolean {
  return digits !== '' && (letters === '' || letters.length >= MIN_LETTERS);
}

/** As the server is asked: "BMB 11725". */
export function codeText({ letters, digits }: TypedCode): string {
  return letters === '' ? digits : `${letters} ${digits}`;
}
