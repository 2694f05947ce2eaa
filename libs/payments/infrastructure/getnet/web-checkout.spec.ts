import { createHash } from 'node:crypto';
import { Money } from '@libs/kernel';
import { webCheckoutAuth } from './web-checkout-auth';
import { sessionRequest, statusOfSession } from './web-checkout-mapping';
import { WebCheckoutProvider } from './web-checkout-provider';
import { isSignedBy } from './web-checkout-signature';
import { wireSession } from './web-checkout-wire';

const secretKey = 'SECRET-EXAMPLE';
const clock = { now: () => new Date('2026-03-02T01:15:30Z') };
const provider = new WebCheckoutProvider({ baseUrl: 'https://checkout.example', login: 'login', secretKey, clock });

const notification = {
  status: { status: 'APPROVED', reason: '00', message: 'Aprobada', date: '2026-03-01T22:16:30-03:00' },
  requestId: 1234,
  reference: 'TICKET-000123',
  signature: 'sha256:6a02ec61b5efc13d9c8d0af61c36e35d5b8203cd26b347a873e700c10ab3543e',
};

function read(body: unknown) {
  return provider.readNotice({ channel: 'notification', headers: {}, rawBody: Buffer.from(JSON.stringify(body)) });
}

describe('the authentication of Getnet Web Checkout', () => {
  it('hashes raw nonce, seed and secret', () => {
    const nonce = Buffer.from('0123456789abcdef');
    expect(webCheckoutAuth({ login: 'login', secretKey }, '2026-03-01T22:15:30-03:00', nonce)).toEqual({
      login: 'login',
      tranKey: 'nHUIhPTPc6u8YuHgB4k9AwNBhi3qJ5PtL8Mgwcd2dSs=',
      nonce: 'MDEyMzQ1Njc4OWFiY2RlZg==',
      seed: '2026-03-01T22:15:30-03:00',
    });
  });

  it('uses a nonce once', () => {
    const twice = [1, 2].map(() => webCheckoutAuth({ login: 'login', secretKey }, '2026-03-01T22:15:30Z').nonce);
    expect(twice[0]).not.toBe(twice[1]);
  });
});

describe('a notification of Getnet Web Checkout', () => {
  it.each([notification.signature, 'a5811dfc783974c76c16a242206dad96bfcf2836'])('is genuine with %s', (signature) => {
    expect(read({ ...notification, signature })).toMatchObject({
      kind: 'notice',
      externalId: '1234',
      reference: 'TICKET-000123',
      claims: 'paid',
      amount: null,
      at: new Date('2026-03-02T01:16:30Z'),
    });
  });

  it('whose SHA-1 wears the prefix of SHA-256 is forged', () => {
    const signed = { requestId: '1234', status: 'APPROVED', date: notification.status.date };
    const sha1 = createHash('sha1').update(`1234APPROVED${signed.date}${secretKey}`).digest('hex');
    expect(isSignedBy(secretKey, { ...signed, signature: sha1 })).toBe(true);
    expect(isSignedBy(secretKey, { ...signed, signature: `sha256:${sha1}` })).toBe(false);
  });

  it.each([
    ['status', { ...notification, status: { ...notification.status, status: 'REJECTED' } }],
    ['date', { ...notification, status: { ...notification.status, date: '2026-03-01T22:16:31-03:00' } }],
    ['session', { ...notification, requestId: 1235 }],
    ['signature', { ...notification, signature: 'sha256:' }],
  ])('with another %s than was signed is forged', (_what, body) => {
    expect(read(body)).toEqual({ kind: 'forged', why: 'bad_signature' });
  });

  it('that signs with the digits of a number moved into the status is unreadable', () => {
    expect(read({ ...notification, requestId: 123, status: { ...notification.status, status: '4APPROVED' } })).toEqual({
      kind: 'forged',
      why: 'unreadable',
    });
  });
});

describe('a session of Getnet Web Checkout', () => {
  const status = { status: 'APPROVED', reason: '00', message: 'Aprobada', date: '2026-03-01T22:16:30-03:00' };
  const payment = {
    status,
    internalReference: 77,
    reference: 'TICKET-000123',
    paymentMethodName: 'Visa',
    amount: { from: { currency: 'CLP', total: 12_000 }, to: { currency: 'CLP', total: 12_000 }, factor: 1 },
    authorization: '000042',
    refunded: false,
    processorFields: [
      { keyword: 'bin', value: '411111', displayOn: 'none' },
      { keyword: 'lastDigits', value: '****0042', displayOn: 'none' },
    ],
  };

  function session(changes: Record<string, unknown>) {
    const request = {
      payment: { reference: 'TICKET-000123', amount: { currency: 'CLP', total: 12_000 } },
      expiration: '2026-03-01T22:45:30-03:00',
    };
    return statusOfSession(wireSession.parse({ requestId: 1234, status, request, payment: [payment], ...changes }));
  }

  const rejected = { ...status, status: 'REJECTED', reason: 'XN' };
  const attempt = (reason: string) => ({ ...payment, status: { ...rejected, reason } });

  it('that was paid at the second attempt is approved with the card of that attempt', () => {
    expect(session({ payment: [attempt('05'), payment] })).toMatchObject({
      state: 'approved',
      internalReference: '77',
      authorizationCode: '000042',
      last4: '0042',
    });
  });

  it.each([
    ['declined', { status: rejected, payment: [attempt('05')] }],
    ['cancelled', { status: rejected, payment: [attempt('05'), attempt('?C')] }],
    ['cancelled', { status: rejected, payment: [] }],
    ['cancelled', { status: { ...rejected, reason: 'MC' }, payment: null }],
    ['expired', { status: { ...rejected, reason: 'EX' }, payment: [attempt('05')] }],
    ['expired', { status: { ...rejected, date: '2026-03-01T22:45:30-03:00' }, payment: [attempt('05')] }],
    ['pending', { status: { ...status, status: 'PENDING' }, payment: [attempt('05')] }],
    ['pending', { status: { ...status, status: 'PENDING_CONFIRMATION' } }],
    ['reversed', { payment: [{ ...payment, refunded: true }] }],
  ])('is %s when its words say so', (state, changes) => {
    expect(session(changes)?.state).toBe(state);
  });

  it('tells of a refund that it happened, not how much', () => {
    expect(session({ payment: [{ ...payment, refunded: true }] })?.refundedAmount).toBeNull();
  });

  it('tells the amount that was paid, not the one that was asked for', () => {
    const part = { ...payment, amount: { from: { currency: 'CLP', total: 5_000 } } };
    expect(session({ status: { ...status, status: 'APPROVED_PARTIAL' }, payment: [part] })).toMatchObject({
      state: 'approved',
      amount: Money.of(5_000),
    });
  });

  it.each([
    ['approved without a payment', { payment: [] }],
    ['rejected with an approved payment', { status: rejected }],
    ['in an unknown state', { status: { ...status, status: 'SOMETHING_NEW' } }],
  ])('%s says nothing', (_what, changes) => {
    expect(session(changes)).toBeNull();
  });

  it('is asked for with the tax that the amount contains', () => {
    const asked = sessionRequest({
      reference: 'TICKET-000123-1',
      amount: Money.of(12_000),
      tax: Money.of(1_916),
      description: 'Preventa',
      returnUrl: 'https://club.example/ok',
      cancelUrl: 'https://club.example/no',
      notifyUrls: { confirm: 'https://club.example/c', reject: 'https://club.example/r' },
      expiresAt: new Date('2026-03-02T01:45:30Z'),
      ip: '203.0.113.9',
      userAgent: 'Mozilla/5.0',
    });
    expect(asked).toMatchObject({
      locale: 'es_CL',
      expiration: '2026-03-02T01:45:30.000Z',
      payment: {
        allowPartial: false,
        amount: { currency: 'CLP', total: 12_000, taxes: [{ kind: 'valueAddedTax', amount: 1_916, base: 10_084 }] },
      },
    });
    expect(asked).not.toHaveProperty('buyer');
  });
});
