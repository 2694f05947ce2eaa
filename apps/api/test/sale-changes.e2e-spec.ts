import { newId } from '@libs/kernel';
import { useTestApp } from './support/test-app';
import { Club, Product, Refusal, SaleBody } from './support/till';

describe('after a sale', () => {
  const app = useTestApp();
  let club: Club;
  let session: { id: string };
  let beer: Product;

  beforeAll(async () => {
    club = await Club.open(app.current);
    session = await club.session();
    beer = await club.product({ price: 4_997 });
  });

  const cancel = (saleId: string, body: object = {}) =>
    club.post<SaleBody & Refusal>(`/sales/${saleId}/cancel`, { reason: 'se equivocó', ...body });
  const deliverOne = (sale: SaleBody) =>
    club.make.run('UPDATE tickets.ticket_items SET delivered_qty = 1 WHERE ticket_id = $1', [sale.ticket.id]);

  describe('taking it back', () => {
    it('voids the ticket, gives the stock back, and records who asked, who allowed and why', async () => {
      const before = await club.onHand(beer);
      const { body: sold } = await club.sell(session.id, beer, { qty: 2 });
      const { status, body } = await cancel(sold.id, { step_up_token: await club.stepUp('sale.cancel') });
      expect(status).toBe(200);
      expect(body).toMatchObject({
        is_cancelled: true,
        cancel_reason: 'se equivocó',
        cancelled_at: expect.any(String) as string,
        ticket: { status: 'VOID', qr: null },
      });
      expect(await club.onHand(beer)).toBe(before);
      const [row] = await club.make.run<object>(
        'SELECT cancelled_by, cancel_authorized_by, cancelled_after_delivery FROM sales.sales WHERE id = $1',
        [sold.id],
      );
      expect(row).toEqual({
        cancelled_by: club.cashier.person.id,
        cancel_authorized_by: club.supervisor.id,
        cancelled_after_delivery: false,
      });
    });

    it('always needs another person, and uses up their yes only when it is done', async () => {
      const { body: sold } = await club.sell(session.id, beer);
      expect(await cancel(sold.id)).toMatchObject({ status: 403, body: { code: 'step_up.required' } });
      expect(await cancel(sold.id, { step_up_token: 'made-up' })).toMatchObject({ body: { code: 'step_up.invalid' } });
      await deliverOne(sold);
      const step_up_token = await club.stepUp('sale.cancel');
      expect((await cancel(sold.id, { step_up_token })).body.code).toBe('sale.already_delivered');
      expect((await cancel(sold.id, { step_up_token, despite_delivery: true })).status).toBe(200);
      const [row] = await club.make.run<object>('SELECT cancelled_after_delivery FROM sales.sales WHERE id = $1', [
        sold.id,
      ]);
      expect(row).toEqual({ cancelled_after_delivery: true });
    });

    it('happens once: a second time changes nothing', async () => {
      const { body: sold } = await club.sell(session.id, beer);
      await cancel(sold.id, { step_up_token: await club.stepUp('sale.cancel') });
      const before = await club.onHand(beer);
      const again = await cancel(sold.id, { step_up_token: await club.stepUp('sale.cancel') });
      expect(again).toMatchObject({ status: 409, body: { code: 'sale.already_cancelled' } });
      expect(await club.onHand(beer)).toBe(before);
    });

    it('is answered alike under the same key', async () => {
      const { body: sold } = await club.sell(session.id, beer);
      const body = { reason: 'x', step_up_token: await club.stepUp('sale.cancel') };
      const key = newId();
      const first = await club.cashier.post(`/sales/${sold.id}/cancel`, body, { key });
      const second = await club.cashier.post(`/sales/${sold.id}/cancel`, body, { key });
      expect(second.body).toEqual(first.body);
      expect(second.headers.get('idempotent-replayed')).toBe('true');
    });

    it('is refused once the drawer was counted, and for good once it is closed', async () => {
      const own = await club.session();
      const { body: sold } = await club.sell(own.id, beer);
      await club.count(own.id, 54_990);
      const step_up_token = await club.stepUp('sale.cancel');
      expect((await cancel(sold.id, { step_up_token })).body.code).toBe('session.not_open');
      await club.post(`/register-sessions/${own.id}/close`);
      expect(await cancel(sold.id, { step_up_token })).toMatchObject({
        status: 409,
        body: { code: 'sale.session_closed' },
      });
    });

    it('knows no sale of another venue', async () => {
      const foreign = await Club.open(app.current);
      const { body: sold } = await foreign.sell((await foreign.session()).id, await foreign.product());
      const step_up_token = await club.stepUp('sale.cancel');
      expect(await cancel(sold.id, { step_up_token })).toMatchObject({ status: 404, body: { code: 'sale.not_found' } });
    });
  });

  describe('correcting how it was paid', () => {
    const correct = (saleId: string, payments: object[], as?: typeof club.cashier) =>
      (as ?? club.cashier).put<SaleBody & Refusal>(`/sales/${saleId}/payments`, { payments }, { key: newId() });
    const byCard = [{ method: 'card', amount: 4_997, reference: '0042' }];

    it('moves the money between methods and keeps what it was', async () => {
      const own = await club.session();
      const { body: sold } = await club.sell(own.id, beer);
      const { status, body } = await correct(sold.id, byCard);
      expect(status).toBe(200);
      expect(body).toMatchObject({
        cash_rounding: 0,
        total_amount: 4_997,
        payments: [{ method: 'card', amount: 4_997 }],
      });
      const [row] = await club.make.run<object>('SELECT before, after FROM sales.payment_changes WHERE sale_id = $1', [
        sold.id,
      ]);
      expect(row).toMatchObject({
        before: [{ method: 'cash', amount: 4_997, rounding: 3 }],
        after: [{ method: 'card', amount: 4_997, reference: '0042' }],
      });
      const lead = await club.make.session(club.supervisor, 'register');
      const shown = await lead.get<{ totals: object }>(`/register-sessions/${own.id}`);
      expect(shown.body.totals).toMatchObject({
        expected_cash: 50_000,
        by_method: [{ method: 'card', amount: 4_997 }],
      });
    });

    it('is refused to others, when it does not add up, after two minutes, and after a count', async () => {
      const own = await club.session();
      const { body: sold } = await club.sell(own.id, beer);
      const colleague = await club.make.loggedIn(club.venue, ['cashier'], 'register');
      expect(await correct(sold.id, byCard, colleague)).toMatchObject({
        status: 403,
        body: { code: 'sale.not_yours' },
      });
      const short = [{ method: 'card', amount: 4_990, reference: '1' }];
      expect((await correct(sold.id, short)).body.code).toBe('sale.payments_mismatch');
      await club.make.run(`UPDATE sales.sales SET placed_at = placed_at - interval '121 seconds' WHERE id = $1`, [
        sold.id,
      ]);
      expect(await correct(sold.id, byCard)).toMatchObject({ status: 409, body: { code: 'sale.too_late' } });
      const { body: late } = await club.sell(own.id, beer);
      await club.count(own.id, 50_000);
      expect((await correct(late.id, byCard)).body.code).toBe('session.not_open');
      const still = await club.cashier.get<SaleBody>(`/sales/${late.id}`);
      expect(still.body.payments).toMatchObject([{ method: 'cash', amount: 4_997 }]);
    });

    it('is refused for a sale that was taken back', async () => {
      const { body: sold } = await club.sell(session.id, beer);
      await cancel(sold.id, { step_up_token: await club.stepUp('sale.cancel') });
      expect((await correct(sold.id, byCard)).body.code).toBe('sale.already_cancelled');
    });
  });
});
