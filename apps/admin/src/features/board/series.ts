import type { Board } from '../../app/wire';

export interface Point {
  /** Minutes since the opening. */
  readonly minute: number;
  readonly at: string;
  /** Pesos of this night, null where it has not come to yet. */
  readonly now: number | null;
  /** Pesos of the former night, null where there was none. */
  readonly then: number | null;
}

type Slots = Board['by_slot'];

/**
 * Sales slot by slot. The slot that still runs is left out once another is complete: half of it would look like a fall.
 * @param until the moment of the figures, ISO-8601
 */
export function perSlot(slots: Slots, until: string): Point[] {
  const length = (slots[1]?.minute ?? 0) - (slots[0]?.minute ?? 0);
  const isComplete = (at: string): boolean => Date.parse(at) + length * 60_000 <= Date.parse(until);
  const started = slots.some(({ at }) => isComplete(at));
  return slots.map(({ minute, at, amount, compared_amount }) => ({
    minute,
    at,
    now: started && !isComplete(at) ? null : amount,
    then: compared_amount,
  }));
}

/** Sales since the opening, up to each slot. */
export function runningTotal(slots: Slots): Point[] {
  let now = 0;
  let then = 0;
  return slots.map((slot) => {
    now += slot.amount ?? 0;
    then += slot.compared_amount ?? 0;
    return {
      minute: slot.minute,
      at: slot.at,
      now: slot.amount === null ? null : now,
      then: slot.compared_amount === null ? null : then,
    };
  });
}

/** How far this night is from the former at the same time: 0.12 is 12 % above. Null when there is nothing to divide by. */
export function difference(now: number, then: number): number | null {
  return then > 0 ? now / then - 1 : null;
}

const STEPS = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];

/** Five round figures from 0 to at least the highest point, for the axis. */
export function axisTicks(points: readonly Point[]): number[] {
  const most = Math.max(4_000, ...points.map(({ now, then }) => Math.max(now ?? 0, then ?? 0)));
  const rough = most / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = (STEPS.find((factor) => factor * power >= rough) ?? 10) * power;
  return [0, 1, 2, 3, 4].map((count) => count * step);
}

/** Whether two nights, `YYYY-MM-DD`, are the same weekday a week apart. */
export function isWeekBefore(former: string, night: string): boolean {
  const days = (Date.parse(`${night}T00:00:00Z`) - Date.parse(`${former}T00:00:00Z`)) / 86_400_000;
  return days === 7;
}
