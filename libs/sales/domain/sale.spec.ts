import * as fc from 'fast-check';
import { Actor, newId } from '@libs/kernel';
import { AskedLine, Basket, PricedProduct } from './basket';
import { AskedPayment } from './payment';
import { Sale, SellingSession } from './sale';

const now = new Date('2026-11-21T03:00:00Z');
const cashier: Actor = {
  venueId: newId(),
  employeeId: newId(),
  employeeName: 'Carla',
  sessionId: newId(),
  deviceId: null,
  barId: null,
  ip: null,
  permissions: new Set(['sale.place']),
};
const session: SellingSession = {
  id: newId(),
  venueId: cashier.venueId,
  nightId: newId(),
  nightStatus: 'OPEN',
  status: 'OPEN',
  employeeId: cashier.employeeId,
  registerId: newId(),
  primaryProvider: null,
  backupProvider: null,
  registerName: 'Caja 1',
  locationId: newId(),
  allowedCategoryIds: [],
  allowedMethods: ['cash', 'card', 'transfer'],
  isTest: false,
};
const bar = newId();
const piscola: PricedProduct = {
  productId: newId(),
  name: 'Piscola',
  categoryId: bar,
  unitPrice: 5_990,
  listPrice: 6_500,
  isActive: true,
};

const place = (
  given: Partial<{
    session: SellingSession;
    basket: Basket;
    payments: AskedPayment[];
    tip: number;
    courtesy: { reason: string; grantedBy: string };
    actor: Actor;
  }> = {},
) =>
  Sale.place({
    id: undefined,
    fingerprint: 'f',
    customerId: null,
    session: given.session ?? session,
    basket: given.basket ?? Basket.price([{ productId: piscola.productId, qty: 2 }], [piscola], []),
    payments: given.payments ?? [{ method: 'cash', amount: 11_980 }],
    tip: given.tip ?? 0,
    courtesy: given.courtesy ?? null,
    actor: given.actor ?? cashier,
    now,
    soldAt: null,
  });
const codeOf = (act: () => unknown): string | undefined => {
  try {
    act();
  } catch (error) {
    return (error as { code: string }).code;
  }
  return undefined;
};

describe('placing a sale', () => {
  it('charges the price of the moment and remembers the list price', () => {
    const { facts } = place();
    expect(facts.total.pesos).toBe(11_980);
    expect(facts.lines[0]).toMatchObject({ name: 'Piscola', qty: 2 });
    expect(facts.lines[0]?.listPrice.pesos).toBe(6_500);
  });

  it('shows the IVA inside the total, not of each line', () => {
    expect(place().iva.pesos).toBe(11_980 - Math.round(11_980 / 1.19));
  });

  it('keeps the tip out of the total and of IVA', () => {
    const sale = place({ tip: 1_200 });
    expect({ total: sale.facts.total.pesos, tip: sale.facts.tip.pesos, iva: sale.iva.pesos }).toEqual({
      total: 11_980,
      tip: 1_200,
      iva: place().iva.pesos,
    });
  });

  it('gives a courtesy away for nothing and remembers what it was worth and who allowed it', () => {
    const grantedBy = newId();
    const { facts } = place({ payments: [], courtesy: { reason: 'cumpleaños', grantedBy } });
    expect(facts.total.pesos).toBe(0);
    expect(facts.noRevenue).toBe(true);
    expect(facts.courtesy).toMatchObject({ reason: 'cumpleaños', grantedBy });
    expect(facts.courtesy?.value.pesos).toBe(11_980);
  });

  it('takes no money for a courtesy', () => {
    const act = () => place({ courtesy: { reason: 'x', grantedBy: newId() } });
    expect(codeOf(act)).toBe('sale.payments_mismatch');
  });

  it('marks what a test till sells as test, without revenue and without stock', () => {
    const { facts } = place({ session: { ...session, isTest: true } });
    expect(facts).toMatchObject({ isTest: true, noRevenue: true, inventoryApplied: false });
  });

  it('tells the night, the till and the trail what was sold', () => {
    const [event] = place().pullEvents();
    expect(event).toMatchObject({
      type: 'sales.sale_placed',
      nightId: session.nightId,
      registerSessionId: session.id,
      data: { total_amount: 11_980, payments: [{ method: 'cash', amount: 11_980 }] },
    });
  });

  it.each([
    ['session.not_open', { session: { ...session, status: 'PENDING_CLOSE' as const } }],
    ['session.not_open', { session: { ...session, status: 'CLOSED' as const } }],
    ['night.not_open', { session: { ...session, nightStatus: 'CLOSING' } }],
    ['session.not_yours', { session: { ...session, employeeId: newId() } }],
  ])('refuses with %s', (code, given) => {
    expect(codeOf(() => place(given))).toBe(code);
  });

  it('refuses a product out of use, one that nobody has, and one of another till', () => {
    const price = (products: PricedProduct[], allowed: string[]) => () =>
      Basket.price([{ productId: piscola.productId, qty: 1 }], products, allowed);
    expect(codeOf(price([{ ...piscola, isActive: false }], []))).toBe('sale.product_unavailable');
    expect(codeOf(price([], []))).toBe('sale.product_unavailable');
    expect(codeOf(price([piscola], [newId()]))).toBe('sale.product_not_allowed');
    expect(codeOf(price([piscola], [bar]))).toBeUndefined();
  });

  it('asks stock once for a product on two lines', () => {
    const lines: AskedLine[] = [
      { productId: piscola.productId, qty: 2, note: 'sin hielo' },
      { productId: piscola.productId, qty: 1 },
    ];
    expect(Basket.price(lines, [piscola], []).quantities()).toEqual([{ productId: piscola.productId, qty: 3 }]);
  });

  it('is worth the sum of its lines, and its payments the same, whatever is bought', () => {
    const item = fc.record({
      price: fc.integer({ min: 0, max: 200_000 }),
      qty: fc.integer({ min: 1, max: 99 }),
    });
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 20 }), fc.nat({ max: 100 }), (items, share) => {
        const products = items.map(({ price }) => ({
          ...piscola,
          productId: newId(),
          unitPrice: price,
        }));
        const lines = items.map(({ qty }, index) => ({ productId: products[index]?.productId ?? '', qty }));
        const basket = Basket.price(lines, products, []);
        const card = Math.floor((basket.total.pesos * share) / 100);
        const payments = [
          { method: 'card' as const, amount: card, reference: '1' },
          { method: 'cash' as const, amount: basket.total.pesos - card },
        ].filter(({ amount }) => amount > 0);
        const { facts } = place({ basket, payments });
        const sum = (amounts: { pesos: number }[]): number => amounts.reduce((total, { pesos }) => total + pesos, 0);
        expect(sum(facts.lines.map((line) => line.total))).toBe(facts.total.pesos);
        expect(sum(facts.payments.map((payment) => payment.amount))).toBe(facts.total.pesos);
      }),
    );
  });
});

describe('taking a sale back', () => {
  it('is refused once it was done, and when the session is closed or counted', () => {
    const sale = place();
    expect(codeOf(() => sale.refuseToCancel('OPEN'))).toBeUndefined();
    expect(codeOf(() => sale.refuseToCancel('CLOSED'))).toBe('sale.session_closed');
    expect(codeOf(() => sale.refuseToCancel('PENDING_CLOSE'))).toBe('session.not_open');
    sale.cancel(cashier, newId(), 'se equivocó', 0, now);
    expect(codeOf(() => sale.refuseToCancel('OPEN'))).toBe('sale.already_cancelled');
  });
});

describe('correcting how a sale was paid', () => {
  const open = { status: 'OPEN' as const, allowedMethods: session.allowedMethods, primaryProvider: null };
  const byCard: AskedPayment[] = [{ method: 'card', amount: 11_980, reference: '0042' }];
  const after = (ms: number): Date => new Date(now.getTime() + ms);

  it('is for two minutes, for who sold, in an open session', () => {
    const change =
      (given: Partial<{ actor: Actor; at: Date; session: typeof open | { status: 'PENDING_CLOSE' } }>) => () =>
        place().changePayments(byCard, { ...open, ...given.session }, given.actor ?? cashier, given.at ?? now);
    expect(codeOf(change({ at: after(120_000) }))).toBeUndefined();
    expect(codeOf(change({ at: after(120_001) }))).toBe('sale.too_late');
    expect(codeOf(change({ actor: { ...cashier, employeeId: newId() } }))).toBe('sale.not_yours');
    expect(codeOf(change({ session: { status: 'PENDING_CLOSE' } }))).toBe('session.not_open');
  });

  it('replaces the payments, drops the cash rounding with the cash, and tells both', () => {
    const sale = place();
    sale.pullEvents();
    sale.changePayments(byCard, open, cashier, now);
    expect(sale.cashRounding.pesos).toBe(0);
    expect(sale.pullEvents()[0]?.data).toMatchObject({
      before: [{ method: 'cash', amount: 11_980 }],
      after: [{ method: 'card', amount: 11_980, reference: '0042' }],
    });
  });
});
