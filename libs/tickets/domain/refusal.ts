import { TicketStatus, TicketType } from './ticket';

const HOUR_MS = 3_600_000;

/** How long a supervisor's permission lasts, in ms. */
export const ALLOWANCE_MS = 15 * 60_000;

/** Why a ticket is refused, in the order in which it is looked for. */
export type RefusalReason =
  | 'ticket.void'
  | 'ticket.tampered'
  | 'ticket.for_the_door'
  | 'ticket.for_the_wardrobe'
  | 'ticket.too_old'
  | 'ticket.too_many_attempts';

const ELSEWHERE: Readonly<Record<TicketType, RefusalReason | undefined>> = {
  delivery: undefined,
  entry: 'ticket.for_the_door',
  wardrobe: 'ticket.for_the_wardrobe',
};

/** Limits of the house. */
export interface TicketRules {
  readonly maxAgeHours: number;
  /** Refused attempts after which nothing more is delivered. */
  readonly maxAttempts: number;
}

/** What a refusal depends on. */
export interface RefusalFacts {
  readonly status: TicketStatus;
  readonly ticketType: TicketType;
  /** Whether the integrity hash still fits what is stored. */
  readonly intact: boolean;
  readonly createdAt: Date;
  readonly refusedCount: number;
  /** Until when a supervisor lets it pass. */
  readonly allowedUntil: Date | null;
}

/** Why nothing may be delivered on this ticket now; undefined when something may. */
export function refusalOf(facts: RefusalFacts, rules: TicketRules, now: Date): RefusalReason | undefined {
  const allowed = facts.allowedUntil !== null && facts.allowedUntil > now;
  return allowed ? finalRefusalOf(facts) : reasonIgnoringPermission(facts, rules, now);
}

/** What a supervisor would have to allow, whatever was allowed before. */
export function reasonIgnoringPermission(
  facts: RefusalFacts,
  rules: TicketRules,
  now: Date,
): RefusalReason | undefined {
  const final = finalRefusalOf(facts);
  if (final) return final;
  if (now.getTime() - facts.createdAt.getTime() > rules.maxAgeHours * HOUR_MS) return 'ticket.too_old';
  return facts.refusedCount >= rules.maxAttempts ? 'ticket.too_many_attempts' : undefined;
}

/** A good ticket shown at the wrong place is a mistake: it counts against nobody. */
export function isHonestMistake(reason: string): boolean {
  return Object.values<string | undefined>(ELSEWHERE).includes(reason);
}

/** Age and attempts may be overlooked; a void or changed ticket, or one that a bar cannot serve, never. */
export function canBeAllowed(reason: string | null | undefined): boolean {
  return reason === 'ticket.too_old' || reason === 'ticket.too_many_attempts';
}

function finalRefusalOf(facts: RefusalFacts): RefusalReason | undefined {
  if (facts.status === 'VOID') return 'ticket.void';
  return facts.intact ? ELSEWHERE[facts.ticketType] : 'ticket.tampered';
}
