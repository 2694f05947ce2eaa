import { newId } from '@libs/kernel';
import { useTestApp } from './support/test-app';
import { Club, Product, Refusal, SaleBody } from './support/till';

describe('selling', () => {
  const app = useTestApp();
  let club: Club;
  let session: { id: string; registerId: string };
  let beer: Product;

  beforeAll(async () => {
    club = await Club.open(app.current, { courtesyBudget: 12_000 });
    session = await club.session();
    beer = await club.product({ price: 4_997 });
  });

  it('takes cash, rounds it by law, gives change, takes stock and hands out a ticket with its QR', async () => {
    const before = await club.onHand(beer);
    const { status, body } = await club.sell(session.id, beer, {
      qty: 2,
      body: { payments: [{ method: 'cash', amount: 9_994, tendered: 20_000 }], tip_amount: 1_000 },
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      total_amount: 9_994,
      cash_rounding: -4,
      change_amount: 10_010,
      iva_amount: 9_994 - Math.round(9_994 / 1.19),
      tip_amount: 1_000,
      is_cancelled: false,
      inventory_applied: true,
      employee: { id: club.cashier.person.id, name: club.cashier.person.name },
      lines: [{ product_id: beer.id, name: beer.name, qty: 2, unit_price: 4_997, total_amount: 9_994, note: null }],
      ticket: { status: 'OPEN', print_count: 0, items: [{ qty: 2, delivered_qty: 0 }] },
    });
    expect(body.ticket.qr).toMatch(/^[0-9A-HJKMNP-TV-Z]{32}$/);
    expect(body.ticket.display_code).toMatch(/^BMB \d+$/);
    expect(await club.onHand(beer)).toBe(before - 2);
  });

  it('shows a sale again, without its QR, exactly as it was answered', async () => {
    const { body } = await club.sell(session.id, beer, {
      body: { lines: [{ product_id: beer.id, qty: 1, note: 'fría' }] },
    });
    const again = await club.cashier.get<SaleBody>(`/sales/${body.id}`);
    expect(again.body).toEqual({ ...body, ticket: { ...body.ticket, qr: null } });
  });

  it('splits over methods, and wants the number of a voucher for card and transfer', async () => {
    const payments = [
      { method: 'card', amount: 2_000, reference: '004211' },
      { method: 'cash', amount: 2_997 },
    ];
    const { status, body } = await club.sell(session.id, beer, { body: { payments } });
    expect(status).toBe(201);
    expect(body).toMatchObject({ cash_rounding: 3, payments: [{ method: 'card' }, { method: 'cash' }] });
    const bare = await club.sell(session.id, beer, { body: { payments: [{ method: 'card', amount: 4_997 }] } });
    expect(bare).toMatchObject({ status: 400, body: { code: 'sale.reference_missing' } });
  });

  it('takes the price from the server: a till that sends one is refused', async () => {
    const lines = [{ product_id: beer.id, qty: 1, unit_price: 1 }];
    const { status, body } = await club.sell(session.id, beer, { body: { lines } });
    expect(status).toBe(400);
    expect(body.code).toBe('input.invalid');
  });

  describe('is refused, and leaves nothing behind,', () => {
    const count = async (): Promise<unknown> =>
      (
        await club.make.run(
          `SELECT (SELECT count(*) FROM sales.sales) AS sales, (SELECT count(*) FROM tickets.tickets) AS tickets,
             (SELECT count(*) FROM inventory.movements) AS movements`,
        )
      )[0];

    async function expectRefusal(
      status: number,
      code: string,
      act: () => Promise<{ status: number; body: Refusal }>,
    ): Promise<Refusal> {
      const before = await count();
      const answer = await act();
      expect({ status: answer.status, code: answer.body.code }).toEqual({ status, code });
      expect(answer.body.detail).toMatch(/\S{3}/);
      expect(await count()).toEqual(before);
      return answer.body;
    }

    it('when the payments do not make the total', async () => {
      const payments = [{ method: 'cash', amount: 5_000 }];
      const body = await expectRefusal(409, 'sale.payments_mismatch', () =>
        club.sell(session.id, beer, { body: { payments } }),
      );
      expect(body.facts).toMatchObject({ total_amount: 4_997, paid_amount: 5_000 });
    });

    it('when too little cash is handed over', async () => {
      const payments = [{ method: 'cash', amount: 4_997, tendered: 4_990 }];
      await expectRefusal(409, 'sale.tendered_too_little', () => club.sell(session.id, beer, { body: { payments } }));
    });

    it('when the till does not take the method', async () => {
      const cashOnly = await club.session({ methods: ['cash'] });
      const payments = [{ method: 'transfer', amount: 4_997, reference: '1' }];
      await expectRefusal(409, 'sale.method_not_allowed', () => club.sell(cashOnly.id, beer, { body: { payments } }));
    });

    it('when the till does not sell the category', async () => {
      const wardrobe = await club.session({ categoryIds: [await club.category()] });
      await expectRefusal(409, 'sale.product_not_allowed', () => club.sell(wardrobe.id, beer));
    });

    it('when the product is out of use, unknown, or of another venue', async () => {
      const gone = await club.product({ isActive: false });
      const foreign = await (await Club.open(app.current)).product();
      for (const product of [gone, foreign, { ...beer, id: newId() }]) {
        await expectRefusal(409, 'sale.product_unavailable', () => club.sell(session.id, product));
      }
    });

    it('when there is not enough in stock, and says how much is left', async () => {
      const last = await club.product({ stock: 2 });
      const body = await expectRefusal(409, 'sale.out_of_stock', () => club.sell(session.id, last, { qty: 3 }));
      expect(body.facts).toMatchObject({ product_name: last.name, left: 2 });
      expect(await club.onHand(last)).toBe(2);
    });

    it('when the session is somebody else’s, unknown, or of another venue', async () => {
      const colleague = await club.make.loggedIn(club.venue, ['cashier'], 'register');
      await expectRefusal(403, 'session.not_yours', () => club.sell(session.id, beer, { as: colleague }));
      await expectRefusal(404, 'session.not_found', () => club.sell(newId(), beer));
      const stranger = (await Club.open(app.current)).cashier;
      await expectRefusal(404, 'session.not_found', () => club.sell(session.id, beer, { as: stranger }));
    });

    it('when the night is winding up', async () => {
      const other = await Club.open(app.current);
      const open = await other.session();
      const water = await other.product();
      await other.make.run(`UPDATE nights.nights SET status = 'CLOSING' WHERE id = $1`, [other.nightId]);
      await expectRefusal(409, 'night.not_open', () => other.sell(open.id, water));
    });

    it('when no key is sent', async () => {
      await expectRefusal(400, 'idempotency.key_missing', () =>
        club.cashier.post<Refusal>('/sales', {
          register_session_id: session.id,
          lines: [{ product_id: beer.id, qty: 1 }],
          payments: [],
        }),
      );
    });
  });

  describe('under an id of the till', () => {
    it('is the same sale under another key, ticket and QR included', async () => {
      const body = { id: newId() };
      const first = await club.sell(session.id, beer, { body });
      const second = await club.sell(session.id, beer, { body });
      expect(second.status).toBe(201);
      expect(second.body).toEqual(first.body);
    });

    it('is refused for another content, and for another person', async () => {
      const body = { id: newId() };
      await club.sell(session.id, beer, { body });
      const other = await club.sell(session.id, beer, { qty: 2, body });
      expect(other).toMatchObject({ status: 409, body: { code: 'sale.id_taken' } });
    });

    it('is answered even when the session was counted meanwhile', async () => {
      const own = await club.session();
      const body = { id: newId() };
      const first = await club.sell(own.id, beer, { body });
      await club.count(own.id, 55_000);
      expect((await club.sell(own.id, beer, { body })).body.id).toBe(first.body.id);
    });
  });

  it('marks what a test till sells, and leaves the stock alone', async () => {
    const test = await club.session({ isTest: true });
    const before = await club.onHand(beer);
    const { body } = await club.sell(test.id, beer);
    expect(body).toMatchObject({ is_test: true, no_revenue: true, inventory_applied: false });
    expect(await club.onHand(beer)).toBe(before);
  });

  it('quotes a cart: total, IVA, cash and what is short', async () => {
    const last = await club.product({ price: 1_500, stock: 1 });
    const { status, body } = await club.cashier.post('/sales/quote', {
      register_session_id: session.id,
      lines: [
        { product_id: beer.id, qty: 2 },
        { product_id: last.id, qty: 2 },
      ],
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      lines: [{ total_amount: 9_994 }, { total_amount: 3_000 }],
      total_amount: 12_994,
      cash_total_amount: 12_990,
      cash_rounding: -4,
      shortages: [{ product_id: last.id, name: last.name, left: 1 }],
    });
  });

  describe('for nothing', () => {
    const gift = { payments: [], courtesy: { reason: 'cumpleaños' } };

    it('needs a supervisor’s PIN from a cashier, and records whose', async () => {
      const refused = await club.sell(session.id, beer, { body: gift });
      expect(refused).toMatchObject({ status: 403, body: { code: 'sale.courtesy_not_allowed' } });
      const step_up_token = await club.stepUp('courtesy.grant');
      const body = { ...gift, courtesy: { reason: 'cumpleaños', step_up_token } };
      const given = await club.sell(session.id, beer, { body });
      expect(given).toMatchObject({
        status: 201,
        body: { total_amount: 0, is_courtesy: true, courtesy_reason: 'cumpleaños', no_revenue: true },
      });
      const [row] = await club.make.run<Record<string, unknown>>(
        'SELECT employee_id, courtesy_by, courtesy_value FROM sales.sales WHERE id = $1',
        [given.body.id],
      );
      expect(row).toEqual({
        employee_id: club.cashier.person.id,
        courtesy_by: club.supervisor.id,
        courtesy_value: 4_997,
      });
      const again = await club.sell(session.id, beer, { body });
      expect(again).toMatchObject({ status: 403, body: { code: 'step_up.invalid' } });
    });

    it('is within the budget of who may, and above it needs another person', async () => {
      const lead = await club.make.loggedIn(club.venue, ['supervisor'], 'register');
      const own = await club.session({ as: lead });
      const sell = () => club.sell(own.id, beer, { as: lead, body: gift });
      expect((await sell()).status).toBe(201);
      expect((await sell()).status).toBe(201);
      const over = await sell();
      expect(over).toMatchObject({
        status: 403,
        body: { code: 'sale.courtesy_over_budget', facts: { left_amount: 2_006 } },
      });
    });
  });

  describe('lists', () => {
    it('the own session to a cashier, and everything to who may read sales', async () => {
      const own = await club.session();
      const { body: sold } = await club.sell(own.id, beer);
      const mine = await club.cashier.get<{ items: { id: string }[] }>(`/sales?register_session_id=${own.id}`);
      expect(mine.body.items.map((row) => row.id)).toEqual([sold.id]);
      expect(await club.cashier.get('/sales')).toMatchObject({ status: 403, body: { code: 'session.not_yours' } });
      const colleague = await club.make.loggedIn(club.venue, ['cashier'], 'register');
      expect((await colleague.get(`/sales?register_session_id=${own.id}`)).status).toBe(403);
      expect((await colleague.get(`/sales/${sold.id}`)).status).toBe(403);
      const lead = await club.make.loggedIn(club.venue, ['admin'], 'admin');
      const found = await lead.get<{ items: unknown[] }>(`/sales?q=${sold.ticket.display_code.replace(' ', '')}`);
      expect(found.body.items).toEqual([
        {
          id: sold.id,
          placed_at: expect.any(String) as string,
          register_name: expect.any(String) as string,
          employee_name: club.cashier.person.name,
          total_amount: 4_997,
          methods: ['cash'],
          item_count: 1,
          display_code: sold.ticket.display_code,
          is_cancelled: false,
          is_courtesy: false,
          is_test: false,
        },
      ]);
    });

    it('page by page, newest first, each sale once', async () => {
      const own = await club.session();
      const sold: string[] = [];
      for (let n = 0; n < 5; n += 1) sold.unshift((await club.sell(own.id, beer)).body.id);
      const seen: string[] = [];
      let cursor = '';
      do {
        const page = await club.cashier.get<{ items: { id: string }[]; next_cursor: string | null }>(
          `/sales?register_session_id=${own.id}&limit=2${cursor}`,
        );
        seen.push(...page.body.items.map((row) => row.id));
        cursor = page.body.next_cursor ? `&cursor=${page.body.next_cursor}` : '';
      } while (cursor);
      expect(seen).toEqual(sold);
    });

    it('courtesies and cancelled sales apart', async () => {
      const lead = await club.make.loggedIn(club.venue, ['admin'], 'admin');
      const { body } = await lead.get<{ items: { is_courtesy: boolean }[] }>('/sales?state=courtesy');
      expect(body.items.length).toBeGreaterThan(0);
      expect(body.items.every((row) => row.is_courtesy)).toBe(true);
      expect((await lead.get('/sales?state=nonsense')).status).toBe(400);
      expect((await lead.get('/sales?q=lata%20')).status).toBe(200);
    });
  });
});
