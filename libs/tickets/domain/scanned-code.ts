import { normalizeCrockford } from './crockford';

/** 160 bits in base 32. */
export const TOKEN_LENGTH = 32;
const MAX_DISPLAY_DIGITS = 15;

/** What a bartender's scanner or keyboard gave, understood. */
export type ScannedCode =
  | { readonly kind: 'token'; readonly token: string }
  | { readonly kind: 'legacy'; readonly uuid: string }
  | { readonly kind: 'display'; readonly prefix: string | null; readonly number: number };

/**
 * Tells a QR's token, a UUID v4 of the older system and a typed display code (`BMB 11725`, `bmb11725`, `11725`) apart.
 * A scanner that acts as a Spanish keyboard sends an apostrophe for a dash.
 * @returns undefined when it is none of them
 */
export function parseScannedCode(text: string): ScannedCode | undefined {
  const trimmed = text.trim();
  const uuid = trimmed.toLowerCase().replace(/'/g, '-');
  if (/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(uuid)) {
    return { kind: 'legacy', uuid };
  }
  const display = /^([A-Za-z]{2,5})?[\s-]*(\d+)$/.exec(trimmed);
  if (display && (display[2] as string).length <= MAX_DISPLAY_DIGITS) {
    return { kind: 'display', prefix: display[1]?.toUpperCase() ?? null, number: Number(display[2]) };
  }
  const token = normalizeCrockford(trimmed);
  return token?.length === TOKEN_LENGTH ? { kind: 'token', token } : undefined;
}

/** What people read out to each other: the venue's prefix and the ticket's number. */
export function displayCode(prefix: string, number: number): string {
  return `${prefix} ${String(number)}`;
}
