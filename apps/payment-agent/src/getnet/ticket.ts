/** Whether a ticket number that the terminal shows is ours. */
export type Likeness = 'same' | 'different' | 'perhaps';

/** A ticket cut shorter than this could be anybody's. */
const SHORTEST_CUT = 4;

/**
 * Compares our ticket number with the terminal's. Numbers may come back without their leading zeros; a terminal may cut
 * a long ticket, and may leave the ticket out: both are `perhaps`, from which nothing certain follows.
 */
export function compareTickets(ours: string, theirs: string | null): Likeness {
  if (theirs === null) return 'perhaps';
  const [mine, other] = [bare(ours), bare(theirs)];
  if (mine === other) return 'same';
  const cut = other.length >= SHORTEST_CUT && other.length < mine.length;
  return cut && (mine.startsWith(other) || mine.endsWith(other)) ? 'perhaps' : 'different';
}

function bare(ticket: string): string {
  const trimmed = ticket.trim().toUpperCase();
  return /^\d+$/.test(trimmed) ? trimmed.replace(/^0+(?=\d)/, '') : trimmed;
}
