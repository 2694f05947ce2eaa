import { TicketRules } from '../domain';

/** What a ticket must know of its venue. */
export interface House extends TicketRules {
  readonly name: string;
  /** The letters in front of a display number. */
  readonly ticketPrefix: string;
  /** IANA name, for the time printed on paper. */
  readonly timeZone: string;
}

/** Where a venue's rules come from. */
export abstract class Houses {
  abstract of(venueId: string): Promise<House>;
}
