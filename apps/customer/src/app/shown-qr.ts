/** A QR counts so long at the server (libs/customers/domain), ms. */
const LIFETIME_MS = 60_000;
/** It is exchanged so long before its end that nobody shows one that ends in the reader's hand, ms. */
const EARLY_MS = 12_000;

/** A QR of mine, and how long it counts from when it came: the telephone's own clock may be anywhere. */
export interface ShownQr {
  readonly qr: string;
  /** ms since the epoch, on this device. */
  readonly cameAt: number;
}

/** How long until it is exchanged, ms. */
export const EXCHANGE_AFTER_MS = LIFETIME_MS - EARLY_MS;

/** How long it still counts, ms; zero when it does no more. */
export function countsFor({ cameAt }: ShownQr, now: number): number {
  return Math.min(LIFETIME_MS, Math.max(0, cameAt + LIFETIME_MS - now));
}

/** What is left of the time until it is exchanged, from 1 to 0. */
export function shareLeft(shown: ShownQr, now: number): number {
  return Math.max(0, (countsFor(shown, now) - EARLY_MS) / EXCHANGE_AFTER_MS);
}
