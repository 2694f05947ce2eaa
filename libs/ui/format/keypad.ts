export type Digit = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9';

/** What a press on a keypad means. */
export type PadKey = Digit | '000' | 'back';

/**
 * The digits after one more press. Leading zeros vanish unless `keepZeros` (a PIN keeps them); a press that would make
 * the text longer than `maxDigits` changes nothing, so that "000" never half enters.
 */
export function pressKey(digits: string, key: PadKey, maxDigits: number, keepZeros = false): string {
  if (key === 'back') return digits.slice(0, -1);
  const next = keepZeros ? digits + key : (digits + key).replace(/^0+(?=\d)/, '');
  return next.length > maxDigits ? digits : next;
}
