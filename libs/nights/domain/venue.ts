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
}

/** What holds until a house decides otherwise. */
export const DEFAULT_SETTINGS: VenueSettings = {
  idleLockSeconds: 60,
  cashTolerance: 2_000,
  courtesyBudget: 50_000,
  floatTolerance: 5_000,
  ticketMaxAgeHours: 24,
  ticketMaxAttempts: 3,
  tipPct: 10,
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

/** @param decided what the house has decided so far; anything else in it is ignored */
export function settingsOf(decided: Readonly<Record<string, unknown>>): VenueSettings {
  const names = Object.keys(DEFAULT_SETTINGS) as (keyof VenueSettings)[];
  return Object.fromEntries(
    names.map((name) => [name, typeof decided[name] === 'number' ? decided[name] : DEFAULT_SETTINGS[name]]),
  ) as unknown as VenueSettings;
}
