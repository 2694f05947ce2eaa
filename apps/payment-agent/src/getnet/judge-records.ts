import { conclude, type Conclusion, type SoughtSale } from './conclusion';
import { isObject, type JsonObject } from './envelope';
import { amountMatches, wrongAmount } from './judge-answer';
import { normalise, saleFields, type SaleFields } from './normalise';
import { compareTickets } from './ticket';

/** What the terminal was asked after a sale whose answer did not come. */
export interface Evidence {
  readonly lastVoucher?: JsonObject;
  readonly details?: JsonObject;
  /** It answered Poll before and after the reports: it was doing nothing else meanwhile. */
  readonly idle: boolean;
  /** Longer ago than any sale may take since the terminal last showed a sign of this one. */
  readonly quiet: boolean;
  /** An approved sale of the same batch; if Details lacks it, the batch was closed and Details proves nothing. */
  readonly landmark?: string;
  readonly tipInAmount: boolean;
  /** Whether a ticket is another operation's of this agent. */
  readonly knows: (ticket: string) => boolean;
}

/** @returns undefined when the terminal should be asked again later; ADR 12 has the table */
export function judgeRecords(sale: SoughtSale, evidence: Evidence): Conclusion | undefined {
  const listed = readDetails(evidence.details);
  const ours = (listed ?? []).filter(({ fields }) => likeness(sale, fields) === 'same');
  const perhaps = (listed ?? []).filter(({ fields }) => mayBe(sale, fields, evidence));
  if (ours.length > 1)
    return conclude('unknown', 'details', 'Details lists this ticket more than once', whole(evidence));
  const [only] = ours;
  if (only) return judgeListed(sale, only, evidence.tipInAmount);
  const voucher = judgeVoucher(sale, evidence);
  if (voucher && voucher.outcome !== 'declined') return voucher;
  if (!listed || !evidence.idle) return undefined;
  if (perhaps.length > 0) {
    if (!evidence.quiet) return undefined;
    return conclude(
      'unknown',
      'details',
      'Details holds a sale whose ticket cannot be told from this one',
      whole(evidence),
    );
  }
  if (voucher) return voucher;
  if (!evidence.quiet) return undefined;
  if (evidence.landmark !== undefined && !holds(listed, evidence.landmark)) {
    return conclude(
      'unknown',
      'details',
      'the batch was closed meanwhile; Details no longer reaches back',
      whole(evidence),
    );
  }
  return conclude(
    'not_charged',
    'details',
    'the terminal is idle and its Details have no such ticket',
    whole(evidence),
  );
}

interface Listed {
  readonly body: JsonObject;
  readonly fields: SaleFields;
}

/** @returns undefined when Details was not read or is not complete */
function readDetails(body: JsonObject | undefined): readonly Listed[] | undefined {
  if (!body || saleFields(body).response_code !== 0 || !Array.isArray(body.SaleDetails)) return undefined;
  const sales: Listed[] = [];
  for (const item of body.SaleDetails as readonly unknown[]) {
    if (!isObject(item)) return undefined;
    sales.push({ body: item, fields: saleFields(item) });
  }
  return sales;
}

function judgeListed(sale: SoughtSale, { body, fields }: Listed, tipInAmount: boolean): Conclusion {
  const response = normalise(body);
  if (fields.response_code !== null && fields.response_code !== 0) {
    return fields.authorization_code === null
      ? conclude('declined', 'details', `Details says: code ${fields.response_code}`, response)
      : conclude('unknown', 'details', 'Details lists a refusal that has an authorization', response);
  }
  return amountMatches(sale, fields, tipInAmount)
    ? conclude('approved', 'details', 'Details lists this ticket', response)
    : conclude('unknown', 'details', wrongAmount(sale, fields), response);
}

/** A code other than 0 may be about the query as well as the sale, so `declined` still needs Details to lack the ticket. */
function judgeVoucher(sale: SoughtSale, { lastVoucher, tipInAmount }: Evidence): Conclusion | undefined {
  if (!lastVoucher) return undefined;
  const fields = saleFields(lastVoucher);
  if (fields.ticket === null || likeness(sale, fields) !== 'same' || fields.response_code === null) return undefined;
  const response = normalise(lastVoucher);
  if (fields.response_code === 0) {
    return amountMatches(sale, fields, tipInAmount)
      ? conclude('approved', 'last_voucher', 'the last voucher is this sale', response)
      : conclude('unknown', 'last_voucher', wrongAmount(sale, fields), response);
  }
  if (fields.authorization_code !== null) return undefined;
  return conclude('declined', 'last_voucher', `the last voucher says: code ${fields.response_code}`, response);
}

/** A foreign ticket with our amount may be ours under a number that the terminal made up. */
function mayBe(sale: SoughtSale, fields: SaleFields, { knows, tipInAmount }: Evidence): boolean {
  if (likeness(sale, fields) !== 'different') return likeness(sale, fields) === 'perhaps';
  const sameAmount = fields.amount === null || amountMatches(sale, fields, tipInAmount);
  return sameAmount && !knows(fields.ticket ?? '');
}

function likeness(sale: SoughtSale, fields: SaleFields) {
  return compareTickets(sale.ticketNumber, fields.ticket);
}

function holds(listed: readonly Listed[], ticket: string): boolean {
  return listed.some(({ fields }) => compareTickets(ticket, fields.ticket) === 'same');
}

function whole({ details }: Evidence) {
  return details ? normalise(details) : undefined;
}
