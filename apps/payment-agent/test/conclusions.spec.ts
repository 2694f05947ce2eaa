import type { JsonObject } from '../src/getnet/envelope';
import { judgeAnswer } from '../src/getnet/judge-answer';
import { judgeRecords, type Evidence } from '../src/getnet/judge-records';

const SALE = { ticketNumber: 'A000123', amount: 12_000 };
const knows = (ticket: string) => ticket === 'A000122';
const CLEAR = { mayBeStale: false, tipInAmount: false, knows };
const STALE = { ...CLEAR, mayBeStale: true };
const APPROVED = { FunctionCode: 100, ResponseCode: 0, Ticket: 'A000123', Amount: 12_000, AuthorizationCode: '012345' };
const OTHER = { ...APPROVED, Ticket: 'A000122' };

function fromAnswer(body: JsonObject, context = CLEAR): string {
  const verdict = judgeAnswer(SALE, body, context);
  return typeof verdict === 'string' ? verdict : verdict.outcome;
}

describe('from the terminal’s answer follows', () => {
  it.each<[string, JsonObject, typeof CLEAR, string]>([
    ['approved, when it says so for this ticket', APPROVED, CLEAR, 'approved'],
    ['approved, even if it comes late', APPROVED, STALE, 'approved'],
    ['nothing certain, when it names a ticket that nobody knows', { ...APPROVED, Ticket: '77' }, CLEAR, 'unclear'],
    ['nothing about this sale, when it names another ticket', OTHER, CLEAR, 'not_ours'],
    ['unknown, when the amount is another', { ...APPROVED, Amount: 21_000 }, CLEAR, 'unknown'],
    ['approved, when ticket and amount are left out', { ResponseCode: 0 }, CLEAR, 'approved'],
    ['nothing certain, when those are left out and it may be an older one', { ResponseCode: 0 }, STALE, 'unclear'],
    ['declined, when it has a code for this ticket', { ResponseCode: 51, Ticket: 'A000123' }, STALE, 'declined'],
    ['declined, when it has a code and no ticket', { ResponseCode: 51 }, CLEAR, 'declined'],
    ['nothing certain, when that may be an older one', { ResponseCode: 51 }, STALE, 'unclear'],
    ['nothing certain, when a refusal has an authorization', { ...APPROVED, ResponseCode: 24 }, CLEAR, 'unclear'],
    ['nothing certain, when it has no code', { Ticket: 'A000123' }, CLEAR, 'unclear'],
    [
      'unknown, when the tip is in the amount and should not be',
      { ...APPROVED, Amount: 13_200, Tip: 1_200 },
      CLEAR,
      'unknown',
    ],
  ])('%s', (_what, body, context, outcome) => {
    expect(fromAnswer(body, context)).toBe(outcome);
  });

  it('approved with the tip in the amount, for a terminal that is set up so', () => {
    const body = { ...APPROVED, Amount: 13_200, Tip: 1_200 };
    expect(fromAnswer(body, { ...CLEAR, tipInAmount: true })).toBe('approved');
    expect(fromAnswer(APPROVED, { ...CLEAR, tipInAmount: true })).toBe('approved');
  });
});

const details = (...sales: JsonObject[]): JsonObject => ({ FunctionCode: 105, ResponseCode: 0, SaleDetails: sales });
const voucher = (body: JsonObject): JsonObject => ({ ...body, FunctionCode: 101 });
const SURE: Omit<Evidence, 'details' | 'lastVoucher'> = { idle: true, quiet: true, tipInAmount: false, knows };

function fromRecords(evidence: Partial<Evidence>): string {
  const found = judgeRecords(SALE, { ...SURE, ...evidence });
  return found ? `${found.outcome} (${found.source})` : 'ask again';
}

describe('from the terminal’s records follows', () => {
  it.each<[string, Partial<Evidence>, string]>([
    [
      'approved, when Details lists it',
      { details: details(OTHER, APPROVED), idle: false, quiet: false },
      'approved (details)',
    ],
    [
      'approved, when it is the last voucher',
      { lastVoucher: voucher(APPROVED), quiet: false },
      'approved (last_voucher)',
    ],
    [
      'unknown, when it is listed with another amount',
      { details: details({ ...APPROVED, Amount: 1 }) },
      'unknown (details)',
    ],
    ['unknown, when it is listed without an amount', { details: details({ Ticket: 'A000123' }) }, 'unknown (details)'],
    ['unknown, when it is listed twice', { details: details(APPROVED, APPROVED) }, 'unknown (details)'],
    [
      'unknown, when the last voucher has another amount',
      { lastVoucher: voucher({ ...APPROVED, Amount: 1 }) },
      'unknown (last_voucher)',
    ],
    [
      'not charged, when Details lacks it and the terminal is idle long enough',
      { details: details(OTHER) },
      'not_charged (details)',
    ],
    ['not charged, when the night has no sale yet', { details: details() }, 'not_charged (details)'],
    ['nothing, when the terminal is busy', { details: details(OTHER), idle: false }, 'ask again'],
    ['nothing, when the sale may still be running', { details: details(OTHER), quiet: false }, 'ask again'],
    ['nothing, when Details was not read', { lastVoucher: voucher(OTHER) }, 'ask again'],
    ['nothing, when Details failed', { details: { ResponseCode: 11, SaleDetails: [] } }, 'ask again'],
    ['nothing, when Details has no code', { details: { SaleDetails: [] } }, 'ask again'],
    ['nothing, when Details has no list', { details: { ResponseCode: 0 } }, 'ask again'],
    ['unknown, when a listed sale has no ticket', { details: details({ ResponseCode: 0 }) }, 'unknown (details)'],
    [
      'unknown, when a ticket is cut short',
      { details: details({ ...APPROVED, Ticket: '000123' }) },
      'unknown (details)',
    ],
    [
      'unknown, when an unknown ticket has this amount',
      { details: details({ ...APPROVED, Ticket: '77' }) },
      'unknown (details)',
    ],
    [
      'not charged, when an unknown ticket has another amount',
      { details: details({ ...APPROVED, Ticket: '77', Amount: 5 }) },
      'not_charged (details)',
    ],
    ['unknown, when the batch was closed meanwhile', { details: details(), landmark: 'A000100' }, 'unknown (details)'],
    [
      'not charged, when the batch still has an older sale',
      { details: details(OTHER), landmark: 'A000122' },
      'not_charged (details)',
    ],
    [
      'declined, when the last voucher says so and Details lacks it',
      { details: details(), lastVoucher: { ResponseCode: 51, Ticket: 'A000123' }, quiet: false },
      'declined (last_voucher)',
    ],
    [
      'nothing, when only the last voucher says declined',
      { lastVoucher: { ResponseCode: 51, Ticket: 'A000123' } },
      'ask again',
    ],
    [
      'approved, when the last voucher’s code contradicts Details',
      { details: details(APPROVED), lastVoucher: { ResponseCode: 24, Ticket: 'A000123' } },
      'approved (details)',
    ],
  ])('%s', (_what, evidence, conclusion) => {
    expect(fromRecords(evidence)).toBe(conclusion);
  });
});
