import { completesSale } from './card-attempt';
import { type KeptSale, takeUp } from './take-up';

let count = 0;
const newId = (): string => `id-${++count}`;
const piscola = { id: 'p1', name: 'Piscola', price: 5_000 };
const kept = (payments: KeptSale['payments']): KeptSale => ({
  id: 'sale',
  register_session_id: 'session',
  lines: [{ product_id: 'p1', qty: 2, note: 'sin hielo' }],
  payments,
});

describe('a charge that only the server remembers', () => {
  it('is followed and not asked for again, with the cart that it is for', () => {
    const sale = kept([{ method: 'card', amount: 10_000, payment_intent_id: 'i1' }]);
    const pending = takeUp({ id: 'i1', amount: 10_000 }, sale, new Set(), [piscola], newId);
    expect(pending).toMatchObject({ saleId: 'sale', sessionId: 'session', parts: [], sent: null });
    expect(pending.card).toMatchObject({ intentId: 'i1', amount: 10_000, partId: null, begun: true, sale });
    expect(pending.cart).toMatchObject([{ name: 'Piscola', unitPrice: 5_000, qty: 2, note: 'sin hielo' }]);
    expect(completesSale(pending)).toBe(true);
  });

  it('keeps which guests of a split have paid, in cash and by card', () => {
    const sale = kept([
      { method: 'cash', amount: 2_000, tendered: 5_000 },
      { method: 'card', amount: 3_000, payment_intent_id: 'paid' },
      { method: 'card', amount: 4_000, payment_intent_id: 'i1' },
      { method: 'card', amount: 1_000, payment_intent_id: 'to come' },
    ]);
    const { parts, card } = takeUp({ id: 'i1', amount: 4_000 }, sale, new Set(['paid']), [], newId);
    expect(parts.map(({ amount, paid }) => [amount, paid?.method ?? null])).toEqual([
      [2_000, 'cash'],
      [3_000, 'card'],
      [4_000, null],
      [1_000, null],
    ]);
    expect(parts[0]?.paid?.tendered).toBe(5_000);
    expect(card?.partId).toBe(parts[2]?.id);
  });
});
