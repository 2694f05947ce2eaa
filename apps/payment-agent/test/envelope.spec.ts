import { Commands, formatDate, FUNCTION } from '../src/getnet/commands';
import { open, seal, signatureOf } from '../src/getnet/envelope';
import { normalise } from '../src/getnet/normalise';
import { compareTickets } from '../src/getnet/ticket';

const AT = new Date(2026, 2, 1, 22, 15, 30, 123);
const commands = new Commands('iso_local', () => AT);

describe('the envelope', () => {
  it('signs a Poll as documented', () => {
    expect(JSON.stringify(commands.poll())).toBe('{"Command":106,"DateTime":"2026-03-01T22:15:30.123"}');
    expect(signatureOf(JSON.stringify(commands.poll()))).toBe(
      'A47D719DF01927C426B9A7465DDA2FAA2B86C20BF3F3EB6B943B945A0C535AAF',
    );
  });

  it('signs a Sale as documented, fields in their order', () => {
    const sale = commands.sale({
      amount: 12_000,
      ticketNumber: 'A000123',
      printOnPos: false,
      saleType: 1,
      employeeNumber: 7,
    });
    expect(JSON.parse(seal(sale))).toMatchObject({
      Sign: 'C267FB90CFB23801A72E92DF12505D0F52922F6C19D9A5A63BB4588C094BD673',
    });
  });

  it('opens what it sealed, also when the signature is in small letters', () => {
    const small = seal({ FunctionCode: 106, ResponseCode: 0 }).replace(/[0-9A-F]{64}/, (sign) => sign.toLowerCase());
    expect(open(small)).toMatchObject({ kind: 'reply', functionCode: 106 });
  });

  it('checks the signature over the text as it came, not over a copy of its meaning', () => {
    const text = '{ "MessageCode": 78,\t"MessageText": "Lectura \\u003d" }';
    const outer = { JsonSerialized: text, Sign: signatureOf(text) };
    expect(open(JSON.stringify(outer))).toEqual({ kind: 'progress', code: 78, text: 'Lectura =' });
  });

  it.each([
    ['a wrong signature', JSON.stringify({ JsonSerialized: '{"FunctionCode":100}', Sign: 'AB' })],
    ['no envelope', '{"FunctionCode":100}'],
    ['no object inside', JSON.stringify({ JsonSerialized: '[1]', Sign: signatureOf('[1]') })],
    ['neither reply nor message', JSON.stringify({ JsonSerialized: '{}', Sign: signatureOf('{}') })],
  ])('takes a message with %s for damaged', (_what, text) => {
    expect(open(text).kind).toBe('damaged');
  });
});

describe('dates', () => {
  it.each([
    ['iso_local', '2026-03-01T22:15:30.123'],
    ['iso_utc', AT.toISOString()],
    ['dd-mm-yyyy', '01-03-2026 22:15:30'],
  ] as const)('are written as %s', (format, text) => {
    expect(formatDate(AT, format)).toBe(text);
  });
});

describe('a reply in the API’s words', () => {
  it('gives a card its zeros back and numbers their type', () => {
    expect(normalise({ Last4Digits: 42, Amount: '12000', CommerceCode: 599900000001 })).toMatchObject({
      last4: '0042',
      amount: 12_000,
      commerce_code: '599900000001',
    });
  });

  it('knows nothing about what the terminal left out', () => {
    expect(normalise({ FunctionCode: FUNCTION.sale })).toMatchObject({ ticket: null, amount: null, last4: null });
  });

  it('never passes an account number on', () => {
    const body = { AccountNumber: '4111', SaleDetails: [{ Ticket: '1', AccountNumber: '4111' }] };
    expect(JSON.stringify(normalise(body))).not.toContain('4111');
  });

  it('lists totals by name', () => {
    expect(normalise({ TxCount: 2, TotalCreditSales: 24_000 }).totals).toEqual({
      tx_count: 2,
      total_credit_sales: 24_000,
    });
  });
});

describe('ticket numbers', () => {
  it.each([
    ['A000123', 'A000123', 'same'],
    ['000123', '123', 'same'],
    ['A000123', ' a000123 ', 'same'],
    ['A000123', 'A000124', 'different'],
    ['A000123', '000123', 'perhaps'],
    ['A000123', 'A00012', 'perhaps'],
    ['A000123', '123', 'perhaps'],
    ['A000123', '23', 'different'],
    ['A000123', null, 'perhaps'],
  ] as const)('ours %s and theirs %s are %s', (ours, theirs, likeness) => {
    expect(compareTickets(ours, theirs)).toBe(likeness);
  });
});
