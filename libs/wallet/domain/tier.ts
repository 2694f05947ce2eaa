/** A standing of guests who come often: whoever earned so many points within so many days earns more. */
export interface Tier {
  readonly id: string;
  readonly name: string;
  /** From so many points on. */
  readonly minPoints: number;
  /** Counted back from the moment, not by the calendar. */
  readonly withinDays: number;
  /** 100 as it is, 150 half as many again: on top of the rule's own. */
  readonly multiplierPercent: number;
}

/** A tier, and how many points a guest earned within its days. */
export interface TierStanding {
  readonly tier: Tier;
  /** What was taken back with cancelled sales does not count. */
  readonly earned: number;
}

/** The highest tier that was reached; null for who reached none. */
export function tierOf(standings: readonly TierStanding[]): Tier | null {
  let highest: Tier | null = null;
  for (const { tier, earned } of standings) {
    if (earned >= tier.minPoints && (highest === null || tier.minPoints > highest.minPoints)) highest = tier;
  }
  return highest;
}

/** The lowest tier that was not reached, and how many points are missing. */
export function nextTierOf(
  standings: readonly TierStanding[],
): { readonly tier: Tier; readonly missing: number } | null {
  const above = standings.filter(({ tier, earned }) => earned < tier.minPoints);
  const [next] = above.sort((a, b) => a.tier.minPoints - b.tier.minPoints);
  return next ? { tier: next.tier, missing: next.tier.minPoints - next.earned } : null;
}
