import { SessionKind } from './station';

const HOUR_MS = 3_600_000;

/** An admin session ends after this long without a request, in ms. */
export const ADMIN_IDLE_MS = 8 * HOUR_MS;
/** A session on a tablet ends this long after the login, in ms: the longest night. */
export const STAFF_AGE_MS = 14 * HOUR_MS;
/** `last_seen_at` is not written anew before it is this old, in ms. */
export const SEEN_EVERY_MS = 60_000;
/** How long the yes of another person counts, in ms. */
export const STEP_UP_MS = 2 * 60_000;
/** How long a device's one-time code counts when nobody says otherwise, in ms. */
export const DEVICE_CODE_MS = 15 * 60_000;

/** Whether time alone has ended a session. */
export function isOver(kind: SessionKind, createdAt: Date, lastSeenAt: Date, now: Date): boolean {
  return kind === 'admin'
    ? now.getTime() - lastSeenAt.getTime() >= ADMIN_IDLE_MS
    : now.getTime() - createdAt.getTime() >= STAFF_AGE_MS;
}
