import { isObject, type JsonObject } from './envelope';

/** The fields of a sale in the API's words. Whatever the terminal left out is null. */
export interface SaleFields {
  readonly response_code: number | null;
  readonly response_message: string | null;
  readonly commerce_code: string | null;
  readonly terminal_id: string | null;
  readonly ticket: string | null;
  readonly authorization_code: string | null;
  /** Whole pesos. */
  readonly amount: number | null;
  readonly tip: number | null;
  readonly shares_number: number | null;
  readonly last4: string | null;
  readonly operation_number: number | null;
  readonly card_type: string | null;
  readonly card_brand: string | null;
  readonly accounting_date: string | null;
  readonly real_date: string | null;
  readonly cashback: number | null;
}

/** A terminal's reply as the API takes it; `raw` is what the terminal said, without the account number. */
export interface TerminalResponse extends Partial<SaleFields> {
  readonly sale_details?: readonly SaleFields[];
  readonly totals?: Readonly<Record<string, number>>;
  readonly raw?: JsonObject;
}

/** Not needed by anybody, and too close to a card number to travel. */
const NEVER_PASSED_ON = new Set(['AccountNumber']);

export function normalise(body: JsonObject): TerminalResponse {
  const details = Array.isArray(body.SaleDetails) ? body.SaleDetails.filter(isObject).map(saleFields) : undefined;
  const totals = totalsOf(body);
  return {
    ...saleFields(body),
    ...(details ? { sale_details: details } : {}),
    ...(totals ? { totals } : {}),
    raw: withoutAccounts(body) as JsonObject,
  };
}

/** Every field is optional: firmwares leave some out, and send numbers as text or text as numbers. */
export function saleFields(body: JsonObject): SaleFields {
  const last4 = text(body.Last4Digits);
  return {
    response_code: integer(body.ResponseCode),
    response_message: text(body.ResponseMessage),
    commerce_code: text(body.CommerceCode),
    terminal_id: text(body.TerminalId),
    ticket: text(body.Ticket),
    authorization_code: text(body.AuthorizationCode),
    amount: integer(body.Amount),
    tip: integer(body.Tip),
    shares_number: integer(body.SharesNumber),
    // LastVoucher sends it as a number, which loses the zeros in front.
    last4: last4 === null ? null : last4.padStart(4, '0'),
    operation_number: integer(body.OperationId),
    card_type: text(body.CardType),
    card_brand: text(body.CardBrand),
    accounting_date: text(body.AccountingDate),
    real_date: text(body.RealDate),
    cashback: integer(body.Cashback),
  };
}

/** Count and total fields in snake case: `TotalCreditSales` → `total_credit_sales`. */
function totalsOf(body: JsonObject): Record<string, number> | undefined {
  const fields = Object.entries(body).filter(([name]) => /^(Tx|Count|Total)[A-Z]/.test(name));
  const found: Record<string, number> = {};
  for (const [name, value] of fields) {
    const amount = integer(value);
    if (amount !== null) found[name.replace(/(?<!^)([A-Z])/g, '_$1').toLowerCase()] = amount;
  }
  return Object.keys(found).length > 0 ? found : undefined;
}

function withoutAccounts(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutAccounts);
  if (!isObject(value)) return value;
  const kept = Object.entries(value).filter(([name]) => !NEVER_PASSED_ON.has(name));
  return Object.fromEntries(kept.map(([name, inner]) => [name, withoutAccounts(inner)]));
}

/** Blank text says nothing. */
function text(value: unknown): string | null {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (typeof value !== 'string') return null;
  const trimmed = value.trim();
  return trimmed === '' ? null : trimmed;
}

function integer(value: unknown): number | null {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? value : null;
  if (typeof value !== 'string' || !/^-?\d{1,15}$/.test(value.trim())) return null;
  return Number(value);
}
