/** What staff needs to know of bars, which belong to the tickets. */
export abstract class Bars {
  /** Whether an active bar of this venue has this id. */
  abstract isOpen(venueId: string, barId: string): Promise<boolean>;
}
