/** Limits and habits of a house. */
export interface VenueSettings {
  /** A screen locks itself after so long without a touch, in seconds. */
  readonly idleLockSeconds: number;
  /** Difference of a close, and amount of a cash withdrawal, above which a supervisor signs, in pesos. */
  readonly cashTolerance: number;
  /** What a person may give away in a night without asking, in pesos. */
  readonly courtesyBudget: number;
  /** Difference of a counted float to the suggested one above which a supervisor signs, in pesos. */
  readonly floatTolerance: number;
  /** Hours after which a ticket is no longer delivered. */
  readonly ticketMaxAgeHours: number;
  /** Refused scans after which a ticket is no longer delivered. */
  readonly ticketMaxAttempts: number;
  /** Suggested tip, in percent of the total. */
  readonly tipPct: number;
  /** How long an order of entries keeps its places unpaid, in minutes. */
  readonly entryHoldMinutes: number;
  /** Entries are taken back until so many hours before the doors open. */
  readonly entryRefundHours: number;
  /** What the house keeps of an entry that is taken back, in percent. */
  readonly entryRefundFeePct: number;
  /** An entry is let in from so many minutes before the doors open. */
  readonly doorsEarlyMinutes: number;
  /** Share of the night's capacity from which on the doors are warned, in percent. */
  readonly capacityAlarmPct: number;
}

/** Each setting: what holds until a house decides otherwise, and between what it may decide. */
export const SETTINGS: Readonly<
  Record<keyof VenueSettings, { readonly usual: number; readonly min: number; readonly max: number }>
> = {
  idleLockSeconds: { usual: 60, min: 15, max: 3_600 },
  cashTolerance: { usual: 2_000, min: 0, max: 1_000_000 },
  courtesyBudget: { usual: 50_000, min: 0, max: 10_000_000 },
  floatTolerance: { usual: 5_000, min: 0, max: 1_000_000 },
  ticketMaxAgeHours: { usual: 24, min: 1, max: 168 },
  ticketMaxAttempts: { usual: 3, min: 1, max: 20 },
  tipPct: { usual: 10, min: 0, max: 30 },
  entryHoldMinutes: { usual: 10, min: 1, max: 60 },
  entryRefundHours: { usual: 24, min: 0, max: 720 },
  entryRefundFeePct: { usual: 0, min: 0, max: 100 },
  doorsEarlyMinutes: { usual: 30, min: 0, max: 600 },
  capacityAlarmPct: { usual: 90, min: 50, max: 100 },
};

/** One club. */
export interface Venue {
  readonly id: string;
  readonly name: string;
  /** The letters before a ticket's number, such as BMB. */
  readonly ticketPrefix: string;
  /** An IANA name, such as America/Santiago. */
  readonly timeZone: string;
  readonly settings: VenueSettings;
}

/** @param decided what the house has decided so far; what is no setting, or not within its limits, is ignored */
export function settingsOf(decided: Readonly<Record<string, unknown>>): VenueSettings {
  const entries = Object.entries(SETTINGS).map(([name, { usual, min, max }]) => {
    const value = decided[name];
    const fits = typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max;
    return [name, fits ? value : usual] as const;
  });
  return Object.fromEntries(entries) as Record<keyof VenueSettings, number>;
}
