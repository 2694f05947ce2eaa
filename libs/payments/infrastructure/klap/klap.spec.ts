import { Money } from '@libs/kernel';
import { orderRequest, statusOfOrder } from './klap-mapping';
import { KlapProvider } from './klap-provider';
import { klapWebhookKey } from './klap-signature';
import { wireOrder } from './klap-wire';

const apikey = 'APIKEY-EXAMPLE';
const clock = { now: () => new Date('2026-03-02T01:15:30Z') };
const provider = new KlapProvider({ baseUrl: 'https://klap.example', apikey, clock });
/** For REF-1 and ORD-1. */
const KEY = 'b16a54d6862e35f1d48f27dba1214af383bfce99496b11b62923dc09b097db93';

function read(channel: 'confirm' | 'reject', body: unknown, key: string | undefined = KEY) {
  return provider.readNotice({ channel, headers: { apikey: key }, rawBody: Buffer.from(JSON.stringify(body)) });
}

const confirm = {
  order_id: 'ORD-1',
  reference_id: 'REF-1',
  mc_code: 'MC-1',
  card_type: 'debito',
  brand: 'visa',
  bin: '411111',
  last_digits: 42,
  payment_method: 'tarjetas',
  amount: '12000',
};

describe('a webhook of Klap', () => {
  it('is signed over reference, order and key', () => {
    expect(klapWebhookKey({ referenceId: 'REF-1', orderId: 'ORD-1' }, apikey)).toBe(KEY);
  });

  it('that confirms tells amount and card, whether numbers come as text or not', () => {
    const { noticeId, ...told } = read('confirm', confirm) as { noticeId: string };
    expect(noticeId).toMatch(/^[0-9a-f]{64}$/);
    expect(told).toEqual({
      kind: 'notice',
      externalId: 'ORD-1',
      reference: 'REF-1',
      claims: 'paid',
      amount: Money.of(12_000),
      at: null,
      authorizationCode: null,
      last4: '0042',
      cardBrand: 'visa',
      cardType: 'debit',
      internalReference: 'MC-1',
    });
  });

  it('that rejects claims no payment, and is another notice than the confirmation', () => {
    const reject = { order_id: 'ORD-1', reference_id: 'REF-1', code: '100005', message: 'Rechazada' };
    const told = read('reject', reject);
    expect(told).toMatchObject({ kind: 'notice', claims: 'not_paid', amount: null });
    expect(told).not.toHaveProperty('noticeId', (read('confirm', confirm) as { noticeId: string }).noticeId);
  });

  it.each([
    ['the bare key', apikey],
    ['an empty key', ''],
    ['the key of other ids', klapWebhookKey({ referenceId: 'REF-2', orderId: 'ORD-1' }, apikey)],
  ])('with %s is forged', (_what, key) => {
    expect(read('confirm', confirm, key)).toEqual({ kind: 'forged', why: 'bad_signature' });
  });

  it.each([-1, 0.5, 1e12, '12.000', {}])('that confirms an amount of %j is unreadable', (amount) => {
    expect(read('confirm', { ...confirm, amount })).toEqual({ kind: 'forged', why: 'unreadable' });
  });
});

describe('an order of Klap', () => {
  function order(changes: Record<string, unknown>) {
    const base = { order_id: 'ORD-1', reference_id: 'REF-1', status: 'completed', amount: 12_000 };
    return statusOfOrder(wireOrder.parse({ ...base, ...changes }));
  }

  it.each([
    ['pending', { status: 'pending' }],
    ['approved', { status: 'completed' }],
    ['declined', { status: 'rejected' }],
    ['cancelled', { status: 'canceled' }],
    ['expired', { status: 'expired' }],
    ['reversed', { status: 'refund' }],
    ['reversed', { status: 'refunded' }],
    ['reversed', { status: 'completed', refundable_amount: 5_000 }],
  ])('is %s when its words say so', (state, changes) => {
    expect(order(changes)?.state).toBe(state);
  });

  it('that nobody confirmed in time was taken back whole, by Klap', () => {
    const details = [
      { key: 'code', value: 100100 },
      { key: 'message', value: 'Reversa' },
    ];
    expect(order({ status: 'refund', payment_details: details })).toMatchObject({
      state: 'reversed',
      reversedByProvider: true,
      refundedAmount: Money.of(12_000),
      evidence: { code: '100100' },
    });
  });

  it('tells what went back only where it says so', () => {
    expect(order({ refundable_amount: 5_000 })?.refundedAmount).toEqual(Money.of(7_000));
    expect(order({ status: 'refund' })?.refundedAmount).toBeNull();
    expect(order({ status: 'pending' })?.refundedAmount).toEqual(Money.zero);
  });

  it('reads its amount as a number or with its currency', () => {
    expect(order({ amount: { currency: 'CLP', total: '12000' } })).toMatchObject({ amount: Money.of(12_000) });
  });

  it('in an unknown state says nothing', () => {
    expect(order({ status: 'something_new' })).toBeNull();
  });

  it('is asked for with whole minutes to pay, for each method', () => {
    const asked = orderRequest(
      {
        reference: 'VTA-000123-1',
        amount: Money.of(12_000),
        description: 'Preventa',
        returnUrl: 'https://club.example/ok',
        cancelUrl: 'https://club.example/no',
        notifyUrls: { confirm: 'https://club.example/c', reject: 'https://club.example/r' },
        expiresAt: new Date('2026-03-02T01:30:59Z'),
        ip: '203.0.113.9',
        userAgent: 'Mozilla/5.0',
      },
      ['tarjetas', 'sodexo'],
      clock.now(),
    );
    expect(asked).toMatchObject({
      amount: { currency: 'CLP', total: 12_000, details: { subtotal: 12_000, fee: 0, tax: 0 } },
      customs: [
        { key: 'tarjetas_expiration_minutes', value: '15' },
        { key: 'sodexo_expiration_minutes', value: '15' },
      ],
    });
  });
});
