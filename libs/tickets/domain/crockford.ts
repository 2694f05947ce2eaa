/** Crockford's base 32 without I, L, O and U: every character is in the QR's alphanumeric set and survives being read aloud. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const BITS = 5;

/** Upper case, most significant bits first, padded with zero bits to whole characters. */
export function encodeCrockford(bytes: Uint8Array): string {
  let text = '';
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= BITS) {
      bits -= BITS;
      text += ALPHABET.charAt((held >> bits) & 31);
      held &= (1 << bits) - 1;
    }
  }
  return bits === 0 ? text : text + ALPHABET.charAt((held << (BITS - bits)) & 31);
}

/**
 * Text as {@link encodeCrockford} writes it: case and spaces do not count, and I, L and O are the digits that
 * they look like. Undefined when a character belongs to no such text.
 */
export function normalizeCrockford(text: string): string | undefined {
  const compact = text.replace(/\s/g, '').toUpperCase().replace(/[IL]/g, '1').replace(/O/g, '0');
  return /^[0-9A-HJKMNP-TV-Z]+$/.test(compact) ? compact : undefined;
}
