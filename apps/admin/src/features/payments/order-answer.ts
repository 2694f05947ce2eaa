import type { TerminalOperation } from '../../app/wire';
import type { terminals } from './terminal-words.es';
import { factOf } from './timeline';

export type AnswerField = keyof typeof terminals.fields;
export type TotalName = keyof typeof terminals.totals;

export interface Answer {
  readonly fields: readonly {
    readonly name: AnswerField;
    readonly value: string | number;
    readonly isPesos: boolean;
  }[];
  /** What was counted, without the lines of zero. `name` may be one that this screen does not know. */
  readonly totals: readonly { readonly name: string; readonly count: number; readonly pesos: number }[];
}

const FIELDS: readonly (readonly [AnswerField, string])[] = [
  ['message', 'response_message'],
  ['code', 'response_code'],
  ['terminal_id', 'terminal_id'],
  ['ticket', 'ticket'],
  ['operation_number', 'operation_number'],
  ['authorization_code', 'authorization_code'],
  ['amount', 'amount'],
  ['last4', 'last4'],
];

/** What a terminal answered, as facts to read. Code 0 is success and says nothing more. */
export function answerOf({ response }: Pick<TerminalOperation, 'response'>): Answer {
  const fields: Answer['fields'][number][] = FIELDS.flatMap(([name, from]) => {
    const value = factOf(response, from);
    const saysNothing = value === undefined || value === '' || (name === 'code' && value === 0);
    return saysNothing ? [] : [{ name, value, isPesos: name === 'amount' }];
  });
  const sales: unknown = response?.sale_details;
  if (Array.isArray(sales)) {
    const sum = sales.reduce((total: number, sale) => total + Number(factOf(sale, 'amount') ?? 0), 0);
    fields.push({ name: 'sales', value: sales.length, isPesos: false });
    fields.push({ name: 'sales_amount', value: sum, isPesos: true });
  }
  return { fields, totals: totalsOf(response?.totals) };
}

/** `count_credit_sales` and `total_credit_sales` as one line; the sum of all first, then the largest. */
function totalsOf(totals: unknown): Answer['totals'] {
  if (typeof totals !== 'object' || totals === null) return [];
  const lines = new Map<string, { name: string; count: number; pesos: number }>();
  for (const [key, value] of Object.entries(totals)) {
    const [, isCount, name] = keyOf(key);
    if (name === undefined || typeof value !== 'number') continue;
    const line = lines.get(name) ?? { name, count: 0, pesos: 0 };
    lines.set(name, isCount ? { ...line, count: value } : { ...line, pesos: value });
  }
  return [...lines.values()]
    .filter(({ name, count, pesos }) => name === 'tx' || count !== 0 || pesos !== 0)
    .sort((one, two) => Number(two.name === 'tx') - Number(one.name === 'tx') || two.pesos - one.pesos);
}

function keyOf(key: string): readonly [string, boolean, string | undefined] {
  if (key === 'tx_count' || key === 'tx_total') return [key, key === 'tx_count', 'tx'];
  const found = /^(count|total)_(.+)$/.exec(key);
  return [key, found?.[1] === 'count', found?.[2]];
}
