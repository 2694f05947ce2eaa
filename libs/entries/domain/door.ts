/** What a door says to an entry that is shown to it. */
export const VERDICTS = [
  ...(['valid', 'used', 'wrong_night', 'not_paid', 'void', 'too_early'] as const),
  ...(['no_entry', 'unknown', 'full'] as const),
] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Why somebody at the door turned a guest away. */
export const TURNED_AWAY = ['under_age', 'no_document', 'intoxicated', 'banned', 'dress_code', 'other'] as const;
export type TurnedAway = (typeof TURNED_AWAY)[number];

/** The night that the doors let people into. */
export interface DoorNight {
  readonly id: string;
  readonly name: string;
  readonly doorsOpenAt: Date | null;
  /** People that may be inside at once; null: nobody has said. */
  readonly capacity: number | null;
}

/** An entry as the door needs it; the caller holds its row. */
export interface DoorEntry {
  readonly id: string;
  readonly nightId: string;
  readonly checkedInAt: Date | null;
  readonly isInside: boolean;
  readonly isVoid: boolean;
}

/**
 * Whether an entry lets somebody in now. One that went out by an exit scan comes in again.
 * @param earlyMinutes how long before the doors open entries are let in
 */
export function verdictOf(entry: DoorEntry, night: DoorNight | undefined, now: Date, earlyMinutes: number): Verdict {
  if (entry.isVoid) return 'void';
  if (night?.id !== entry.nightId) return 'wrong_night';
  if (entry.isInside) return 'used';
  if (entry.checkedInAt !== null) return 'valid';
  const opensAt = (night.doorsOpenAt?.getTime() ?? 0) - earlyMinutes * 60_000;
  return now.getTime() < opensAt ? 'too_early' : 'valid';
}

/** From how many people inside on the doors are warned. */
export function alarmAt(capacity: number, pct: number): number {
  return Math.ceil((capacity * pct) / 100);
}

/** Whether this crossing is the one that raises the alarm: it is raised once each time that the house fills up. */
export function raisesAlarm(inside: number, delta: number, capacity: number | null, pct: number): boolean {
  if (capacity === null) return false;
  const limit = alarmAt(capacity, pct);
  return inside >= limit && inside - delta < limit;
}
