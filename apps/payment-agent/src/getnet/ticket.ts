/** Whether a ticket number that the terminal shows is ours. */
export type Likeness = 'same' | 'different' | 'perhaps';

/** A ticket cut shorter than this could be anybody's. */
const SHORTEST_CUT = 4;

/**
 * Compares our ticket number with the terminal's. Numbers may come back without their leading zeros; a terminal may cut
 * a long ticket or keep its digits only, and may leave the ticket out: all that is `perhaps`, from which nothing certain
 * follows.
 */
export function compareTickets(ours: string, theirs: string | null): Likeness {
  if (theirs === null) return 'perhaps';
  const [mine, other] = [plain(ours), plain(theirs)];
  if (withoutZeros(mine) === withoutZeros(other)) return 'same';
  const cut = other.length >= SHORTEST_CUT && other.length < mine.length;
  if (cut && (mine.startsWith(other) || mine.endsWith(other))) return 'perhaps';
  const digits = withoutZeros(mine.replace(/\D/g, ''));
  return digits !== '' && digits === withoutZeros(other) ? 'perhaps' : 'different';
}

function plain(ticket: string): string {
  return ticket.trim().toUpperCase();
}

function withoutZeros(ticket: string): string {
  return /^\d+$/.test(ticket) ? ticket.replace(/^0+(?=\d)/, '') : ticket;
}
