/** What was held before the scanner: an entry's QR or number, a guest's own QR or card, or an identity card. */
export type ShownKind = 'entry' | 'guest' | 'id_card';

/** Tells by the code alone what to ask the server. What is none of them is asked for as an entry, which it then is not. */
export function shownKind(code: string): ShownKind {
  // Neither an I nor an equals sign is in a ticket's code. Scanners that act as a Spanish keyboard garble the latter.
  if (/sidiv|mrz[^0-9a-z<]/i.test(code)) return 'id_card';
  // No ticket's code has a U.
  return /^U[QK][0-9A-HJKMNP-TV-Z]{32}$/.test(code.replace(/\s/g, '').toUpperCase()) ? 'guest' : 'entry';
}
