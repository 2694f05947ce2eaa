import { DomainError } from '@libs/kernel';
import { signs } from './rules';

/** Seconds for which a rotating QR counts. */
export const QR_SECONDS = 60;
/** Seconds for which a recognised guest stays recognised at the station. */
export const RECOGNITION_SECONDS = 300;

/** Random bytes in a code, five bits of each: 160 bits. */
export const CODE_BYTES = 32;

/**
 * No ticket's code has a U: its alphabet leaves it out, so that one field takes tickets and guests. The second letter
 * tells the phone from the card.
 */
const PREFIX = { qr: 'UQ', card: 'UK' } as const;
export type GuestCodeKind = keyof typeof PREFIX;

export interface GuestCode {
  readonly kind: GuestCodeKind;
  /** The whole code, as it was made. */
  readonly code: string;
}

/** @param bytes {@link CODE_BYTES} random ones @returns 34 signs of the QR's alphanumeric mode */
export function guestCode(kind: GuestCodeKind, bytes: Uint8Array): string {
  return PREFIX[kind] + signs(bytes);
}

/** What a scanner or a keyboard gave. @returns undefined when it is no guest's code, whatever else it may be */
export function readGuestCode(text: string): GuestCode | undefined {
  const code = text.replace(/\s/g, '').toUpperCase();
  const kind = (['qr', 'card'] as const).find((one) => code.startsWith(PREFIX[one]));
  return kind && /^U.[0-9A-HJKMNP-TV-Z]{32}$/.test(code) ? { kind, code } : undefined;
}

/** Why a guest was not recognised, or does not count any more. Stable codes, in the order in which they are looked for. */
export type GuestRefusal = 'guest.qr_unknown' | 'guest.qr_used' | 'guest.qr_expired' | 'guest.disabled';

/** What the database knows of a code that was not good. */
export interface CodeFacts {
  readonly isUsed: boolean;
  readonly expiresAt: Date | null;
  readonly isActive: boolean;
}

export function whyRefused(facts: CodeFacts | undefined, at: Date): GuestRefusal {
  if (!facts) return 'guest.qr_unknown';
  if (facts.isUsed) return 'guest.qr_used';
  if (facts.expiresAt !== null && facts.expiresAt <= at) return 'guest.qr_expired';
  return facts.isActive ? 'guest.qr_used' : 'guest.disabled';
}

/** Staff calls guests by this. */
export function firstNameOf(name: string): string {
  return name.trim().split(/\s+/)[0] ?? '';
}

export function refusedGuest(reason: GuestRefusal): DomainError {
  return new DomainError(reason, 'conflict');
}
