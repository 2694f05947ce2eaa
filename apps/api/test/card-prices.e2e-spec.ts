import { newId } from '@libs/kernel';
import { CardTill } from './support/card-till';
import { useTestApp } from './support/test-app';
import { Club } from './support/till';

describe('the price that a guest with a card was shown', () => {
  const app = useTestApp();
  let club: Club;
  let till: CardTill;

  beforeEach(async () => {
    club = await Club.open(app.current);
    till = await CardTill.open(club);
  });

  const priceIs = (pesos: number) =>
    club.make.run('UPDATE catalog.products SET price = $2 WHERE id = $1', [till.product.id, pesos]);

  /** Two guests with a card each; the product costs 5.000 a piece. */
  function split(qty = 2) {
    const [saleId, one, two] = [newId(), newId(), newId()];
    const total = 5_000 * qty;
    const sale = {
      id: saleId,
      register_session_id: till.session.id,
      lines: [{ product_id: till.product.id, qty }],
      payments: [
        { method: 'card', amount: 4_000, payment_intent_id: one },
        { method: 'card', amount: total - 4_000, payment_intent_id: two },
      ],
    };
    return {
      ...{ saleId, sale },
      first: { saleId, intentId: one, amount: 4_000, sale },
      second: { saleId, intentId: two, amount: total - 4_000, sale },
    };
  }

  async function pays(asked: ReturnType<CardTill['cardSale']>): Promise<void> {
    expect((await till.begin(asked)).status).toBe(201);
    const operation = await till.agent.claimed();
    await till.agent.sent(operation);
    await till.agent.approve(operation);
  }

  it('is that of the next cards of the same sale, whatever an admin edits meanwhile, and of the sale itself', async () => {
    const { first, second } = split();
    await pays(first);
    await priceIs(6_000);
    await pays(second);
    const sold = await till.place(second);
    expect(sold).toMatchObject({ status: 201, body: { total_amount: 10_000, lines: [{ unit_price: 5_000 }] } });
  });

  it('holds when the house places the sale of a till that died', async () => {
    const asked = till.cardSale();
    await pays(asked);
    await priceIs(6_000);
    await till.later(asked.intentId, '1 minute');
    expect(await till.salesOf(asked.saleId)).toBe(1);
    expect((await till.intent(asked.intentId)).flag).toBeNull();
  });

  it('holds no longer once it is certain that none of the cards pays', async () => {
    const { first, second } = split();
    await till.begin(first);
    await club.post(`/payment-intents/${first.intentId}/cancel`);
    await priceIs(6_000);
    expect((await till.begin(second)).body.code).toBe('sale.payments_mismatch');
  });

  it('is not that of another cart, nor of another house', async () => {
    const { first } = split();
    await pays(first);
    await priceIs(6_000);
    const other = till.cardSale({ saleId: first.saleId, qty: 3 });
    expect((await till.begin(other)).body.code).toBe('sale.payments_mismatch');
    const elsewhere = await Club.open(app.current);
    const theirs = await CardTill.open(elsewhere);
    expect((await theirs.begin(theirs.cardSale({ saleId: first.saleId }))).status).toBe(201);
  });
});
