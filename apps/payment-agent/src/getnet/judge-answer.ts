import { conclude, type Conclusion, type SoughtSale } from './conclusion';
import type { JsonObject } from './envelope';
import { normalise, saleFields, type SaleFields } from './normalise';
import { compareTickets } from './ticket';

export interface AnswerContext {
  /** True when this may be the answer to an earlier sale: one is still owed, or the very same bytes were seen before. */
  readonly mayBeStale: boolean;
  /** True when the firmware adds the tip to `Amount`. */
  readonly tipInAmount: boolean;
  /** Whether a ticket is another operation's of this agent; one that nobody knows may be ours, rewritten by the terminal. */
  readonly knows: (ticket: string) => boolean;
}

/** `not_ours`: another sale's answer; keep waiting. `unclear`: nothing certain follows; ask the terminal. */
export type AnswerVerdict = Conclusion | 'not_ours' | 'unclear';

/** What follows from a reply to command 100. The rules and their reasons are in ADR 12. */
export function judgeAnswer(sale: SoughtSale, body: JsonObject, context: AnswerContext): AnswerVerdict {
  const fields = saleFields(body);
  const likeness = compareTickets(sale.ticketNumber, fields.ticket);
  if (likeness === 'different') return context.knows(fields.ticket ?? '') ? 'not_ours' : 'unclear';
  if (likeness === 'perhaps' && context.mayBeStale) return 'unclear';
  if (fields.response_code === null) return 'unclear';
  const response = normalise(body);
  if (fields.response_code === 0) {
    if (fields.amount === null || amountMatches(sale, fields, context.tipInAmount)) {
      return conclude('approved', 'answer', 'the terminal answered: approved', response);
    }
    return conclude('unknown', 'answer', wrongAmount(sale, fields), response);
  }
  // A refusal that carries an authorization contradicts itself.
  if (fields.authorization_code !== null) return 'unclear';
  return conclude('declined', 'answer', `the terminal answered: code ${fields.response_code}`, response);
}

export function amountMatches(sale: SoughtSale, fields: SaleFields, tipInAmount: boolean): boolean {
  if (fields.amount === null) return false;
  const expected = tipInAmount ? sale.amount + (fields.tip ?? 0) : sale.amount;
  return fields.amount === expected;
}

export function wrongAmount(sale: SoughtSale, fields: SaleFields): string {
  const shown = fields.amount === null ? 'no amount' : String(fields.amount);
  return `the terminal approved this ticket with ${shown} instead of ${sale.amount}`;
}
