import { newId } from '@libs/kernel';
import { CardSale, CardTill } from './support/card-till';
import { GuestOut } from './support/guest';
import { useTestApp } from './support/test-app';
import { Club } from './support/till';

describe('a card payment at a terminal', () => {
  const app = useTestApp();
  let club: Club;
  let till: CardTill;

  beforeEach(async () => {
    club = await Club.open(app.current);
    till = await CardTill.open(club);
  });

  it('is charged, approved, and becomes one sale', async () => {
    const asked = till.cardSale({ qty: 2 });
    expect(await till.begin(asked)).toMatchObject({
      status: 201,
      body: { status: 'READY', provider: 'getnet_terminal' },
    });
    const operation = await till.agent.claimed();
    expect(operation).toMatchObject({ kind: 'sale', amount: 10_000, recover: false });
    expect((await till.agent.sent(operation)).status).toBe(204);
    expect((await till.intent(asked.intentId)).status).toBe('IN_PROGRESS');
    expect((await till.agent.approve(operation)).body).toEqual({ accepted: true, state: 'final' });
    const sold = await till.place(asked);
    expect(sold).toMatchObject({ status: 201, body: { payments: [{ method: 'card', reference: '012345' }] } });
    const intent = await till.intent(asked.intentId);
    expect(intent.taken_at).not.toBeNull();
    expect(intent.history.map(({ to }) => to)).toEqual(['CREATED', 'READY', 'IN_PROGRESS', 'APPROVED']);
  });

  it('is declined, and the guest pays in cash', async () => {
    const asked = till.cardSale();
    await till.begin(asked);
    const operation = await till.agent.claimed();
    await till.agent.sent(operation);
    await till.agent.report(operation, 'declined', { response_code: 1, response_message: 'Fondos insuficientes' });
    expect(await till.intent(asked.intentId)).toMatchObject({ status: 'DECLINED', reason: 'Fondos insuficientes' });
    const cash = { payments: [{ method: 'cash', amount: asked.amount }] };
    expect((await till.place(asked, cash)).status).toBe(201);
  });

  it('covers what is not paid in cash', async () => {
    const asked = till.cardSale({ qty: 2, cash: 4_000 });
    await till.begin(asked);
    const operation = await till.agent.claimed();
    expect(operation.amount).toBe(6_000);
    await till.agent.sent(operation);
    await till.agent.approve(operation);
    expect((await till.place(asked)).status).toBe(201);
  });

  it('is placed by the house when the till died after the approval, once, and the till finds it', async () => {
    const asked = till.cardSale();
    await till.begin(asked);
    const operation = await till.agent.claimed();
    await till.agent.sent(operation);
    await till.agent.approve(operation);
    await till.later(asked.intentId, '1 minute');
    await till.later(asked.intentId, '1 minute');
    expect(await till.salesOf(asked.saleId)).toBe(1);
    expect((await till.place(asked)).body.code).toBe('sale.id_taken');
    expect((await club.cashier.get(`/sales/${asked.saleId}`)).status).toBe(200);
    expect(await till.salesOf(asked.saleId)).toBe(1);
  });

  describe('of a guest whom the till named', () => {
    let ana: GuestOut;
    const asked = async () => {
      const sale = till.cardSale();
      return { ...sale, sale: { ...sale.sale, customer_token: await ana.tokenAt() } };
    };
    const approved = async (sale: CardSale): Promise<void> => {
      expect((await till.begin(sale)).status).toBe(201);
      const operation = await till.agent.claimed();
      await till.agent.sent(operation);
      await till.agent.approve(operation);
    };
    const forget = () => club.make.run(`UPDATE customers.recognitions SET expires_at = now() - interval '1 second'`);
    const guestOf = async (saleId: string): Promise<unknown> =>
      (await club.make.run<{ customer_id: unknown }>('SELECT customer_id FROM sales.sales WHERE id = $1', [saleId]))[0]
        ?.customer_id;

    beforeEach(async () => {
      ana = await GuestOut.in(club);
    });

    it('is that guest’s when the house places it', async () => {
      const sale = await asked();
      await approved(sale);
      await forget();
      await till.later(sale.intentId, '1 minute');
      expect(await guestOf(sale.saleId)).toBe(ana.id);
    });

    it('is that guest’s when the card took longer than the till knows the guest', async () => {
      const sale = await asked();
      await approved(sale);
      await forget();
      expect(await till.place(sale)).toMatchObject({ status: 201, body: { customer_id: ana.id } });
      const other = await asked();
      await approved(other);
      const forNobody = { ...other, sale: { ...other.sale, customer_token: undefined } };
      expect(await till.place(forNobody)).toMatchObject({ status: 201, body: { customer_id: ana.id } });
    });

    it('is not begun for a guest who is over, and keeps nobody’s token', async () => {
      const sale = await asked();
      await approved(sale);
      const [kept] = await club.make.run<{ draft: object }>(
        'SELECT sale_draft AS draft FROM payments.intents WHERE id = $1',
        [sale.intentId],
      );
      expect(kept?.draft).not.toHaveProperty('customer_token');
      const late = await asked();
      await forget();
      expect(await till.begin(late)).toMatchObject({ status: 409, body: { code: 'guest.token_invalid' } });
      expect((await till.place(sale)).status).toBe(201);
    });
  });

  it('is flagged for a person when its sale cannot be made any more', async () => {
    const asked = till.cardSale();
    await till.begin(asked);
    const operation = await till.agent.claimed();
    await till.agent.sent(operation);
    await till.agent.approve(operation);
    await club.make.run('UPDATE catalog.products SET is_active = false WHERE id = $1', [till.product.id]);
    await till.later(asked.intentId, '1 minute');
    expect(await till.intent(asked.intentId)).toMatchObject({ status: 'APPROVED', flag: 'sale_not_possible' });
    const supervisor = await club.make.loggedIn(club.venue, ['supervisor'], 'register');
    const { body } = await supervisor.get<{ items: { kind: string; intent_id: string }[] }>('/payment-findings');
    expect(body.items).toContainEqual(
      expect.objectContaining({ kind: 'sale_not_possible', intent_id: asked.intentId }),
    );
  });

  it('belongs to its cart: another one is refused', async () => {
    const asked = till.cardSale();
    await till.begin(asked);
    const operation = await till.agent.claimed();
    await till.agent.sent(operation);
    await till.agent.approve(operation);
    expect((await till.place(asked, { lines: [{ product_id: till.product.id, qty: 2 }] })).body.code).toBe(
      'payment.cart_changed',
    );
    expect((await till.place(asked)).status).toBe(201);
  });

  it('ends at once while nothing was sent, and cannot be sent afterwards', async () => {
    const asked = till.cardSale();
    await till.begin(asked);
    const operation = await till.agent.claimed();
    const cancelled = await club.post<{ status: string }>(`/payment-intents/${asked.intentId}/cancel`);
    expect(cancelled.body.status).toBe('CANCELLED');
    expect(await till.agent.sent(operation)).toMatchObject({ status: 409, body: { code: 'operation.cancelled' } });
  });

  it('is only asked to stop once the terminal is at work', async () => {
    const asked = till.cardSale();
    await till.begin(asked);
    const operation = await till.agent.claimed();
    await till.agent.sent(operation);
    await club.post(`/payment-intents/${asked.intentId}/cancel`);
    expect((await till.intent(asked.intentId)).status).toBe('IN_PROGRESS');
    const said = await till.agent.post(`/operations/${operation.id}/progress`, { fence: operation.fence, code: 78 });
    expect(said.body).toEqual({ cancel_requested: true });
    await till.agent.report(operation, 'declined', { response_code: 7, response_message: 'Cancelada' });
    expect((await till.intent(asked.intentId)).status).toBe('DECLINED');
  });

  it('is flagged when the terminal approves what was cancelled, and stays cancelled', async () => {
    const asked = till.cardSale();
    await till.begin(asked);
    const operation = await till.agent.claimed();
    await till.agent.sent(operation);
    await till.agent.report(operation, 'not_charged', null, 'details');
    expect((await till.agent.approve(operation)).body).toEqual({ accepted: false, state: 'final' });
    const intent = await till.intent(asked.intentId);
    expect(intent).toMatchObject({ status: 'CANCELLED', flag: 'late_approval' });
    expect(intent.reports.map(({ accepted }) => accepted)).toEqual([true, false]);
  });

  describe('of which nobody knows', () => {
    async function silent() {
      const asked = till.cardSale();
      await till.begin(asked);
      const operation = await till.agent.claimed();
      await till.agent.sent(operation);
      await till.later(asked.intentId, '3 minutes');
      expect((await till.intent(asked.intentId)).status).toBe('UNKNOWN');
      return asked;
    }

    it('keeps the register from being counted, and another charge from being tried', async () => {
      const asked = await silent();
      expect((await club.count(till.session.id, 50_000)).body.code).toBe('session.payment_unknown');
      const again = till.cardSale({ saleId: asked.saleId });
      expect((await till.begin(again)).body.code).toBe('payment.still_open');
    });

    it('is resolved by a person with another person’s yes, and then sold', async () => {
      const asked = await silent();
      const resolve = (body: object) => club.post(`/payment-intents/${asked.intentId}/resolve`, body);
      const said = { outcome: 'approved', authorization_code: '777', reason: 'voucher en mano' };
      expect((await resolve(said)).body.code).toBe('step_up.required');
      const step_up_token = await club.stepUp('payment.resolve');
      expect(await resolve({ ...said, step_up_token })).toMatchObject({ status: 200, body: { status: 'APPROVED' } });
      expect(await till.place(asked)).toMatchObject({ status: 201, body: { payments: [{ reference: '777' }] } });
    });

    it('is found out by the agent that comes back, which gets it to recover and never to send again', async () => {
      const asked = await silent();
      const operation = await till.agent.claimed();
      expect(operation).toMatchObject({ recover: true, amount: asked.amount });
      await till.agent.approve(operation);
      expect((await till.intent(asked.intentId)).status).toBe('APPROVED');
    });

    it('can be asked for once more after the terminal did not know', async () => {
      const asked = await silent();
      await till.agent.report(await till.agent.claimed(), 'unknown', null, 'none');
      expect(await till.agent.claim()).toBeNull();
      await club.post(`/payment-intents/${asked.intentId}/ask`);
      const operation = await till.agent.claimed();
      expect(operation.recover).toBe(true);
      await till.agent.report(operation, 'not_charged', null, 'details');
      expect((await till.intent(asked.intentId)).status).toBe('CANCELLED');
    });
  });

  it('of another amount than ours pays nothing', async () => {
    const asked = till.cardSale();
    await till.begin(asked);
    const operation = await till.agent.claimed();
    await till.agent.sent(operation);
    await till.agent.approve(operation, { amount: 50 });
    expect(await till.intent(asked.intentId)).toMatchObject({ status: 'UNKNOWN', flag: 'amount_differs' });
    expect((await till.place(asked)).body.code).toBe('payment.not_approved');
  });

  it('goes to the backup only when it is certain that the primary charged nothing', async () => {
    await club.make.run(`UPDATE sales.registers SET backup_provider = 'manual' WHERE id = $1`, [
      till.session.registerId,
    ]);
    const first = till.cardSale();
    await till.begin(first);
    const second = till.cardSale({ saleId: first.saleId });
    const backup = { use_backup: true, voucher: '998877' };
    expect((await till.begin(second, backup)).body.code).toBe('payment.still_open');
    await club.post(`/payment-intents/${first.intentId}/cancel`);
    const used = await till.begin(second, backup);
    expect(used).toMatchObject({
      status: 201,
      body: { provider: 'manual', status: 'APPROVED', fallback_of: first.intentId },
    });
    expect((await till.place(second)).status).toBe(201);
  });

  it('goes to the backup when the terminal has no agent at all', async () => {
    const registerId = till.session.registerId;
    await club.make.run(`UPDATE sales.registers SET backup_provider = 'manual' WHERE id = $1`, [registerId]);
    await club.make.run('UPDATE payments.agents SET revoked_at = now() WHERE register_id = $1', [registerId]);
    const asked = till.cardSale();
    expect((await till.begin(asked)).body.code).toBe('payment.no_agent');
    const used = await till.begin(asked, { use_backup: true, voucher: '998877' });
    expect(used).toMatchObject({ status: 201, body: { provider: 'manual', status: 'APPROVED' } });
  });

  it('is not typed into a sale afterwards either', async () => {
    const asked = till.cardSale();
    await till.place(asked, { payments: [{ method: 'cash', amount: asked.amount }] });
    const typed = { payments: [{ method: 'card', amount: asked.amount, reference: '123456' }] };
    const { body } = await club.cashier.put<{ code: string }>(`/sales/${asked.saleId}/payments`, typed, {
      key: newId(),
    });
    expect(body.code).toBe('sale.intent_required');
  });

  it('is given back by the terminal when its sale is cancelled, once', async () => {
    const asked = till.cardSale();
    await till.begin(asked);
    const operation = await till.agent.claimed();
    await till.agent.sent(operation);
    await till.agent.approve(operation);
    await till.place(asked);
    const step_up_token = await club.stepUp('sale.cancel');
    const cancel = { reason: 'se arrepintió', step_up_token };
    expect((await club.post(`/sales/${asked.saleId}/cancel`, cancel)).status).toBe(200);
    const refund = await till.agent.claimed();
    expect(refund).toMatchObject({ kind: 'refund', operation_number: 31 });
    await till.agent.sent(refund);
    await till.agent.report(refund, 'done', { response_code: 0 });
    const intent = await till.intent(asked.intentId);
    expect(intent).toMatchObject({
      refunded_amount: asked.amount,
      refunds: [{ status: 'DONE', amount: asked.amount }],
    });
    const more = { reason: 'otra vez', step_up_token: await club.stepUp('payment.refund') };
    expect((await club.post(`/payment-intents/${asked.intentId}/refund`, more)).body.code).toBe(
      'payment.not_refundable',
    );
  });

  it('is required where a terminal takes the cards: a typed voucher is not enough', async () => {
    const asked = till.cardSale();
    const typed = { payments: [{ method: 'card', amount: asked.amount, reference: '123456' }] };
    expect((await till.place(asked, typed)).body.code).toBe('sale.intent_required');
  });

  it('that no machine can give back is a person’s, and may be asked for again when it did not go back', async () => {
    await club.make.run(`UPDATE sales.registers SET primary_provider = 'manual' WHERE id = $1`, [
      till.session.registerId,
    ]);
    const asked = till.cardSale();
    await till.begin(asked, { voucher: '998877' });
    await till.place(asked);
    const supervisor = await club.make.loggedIn(club.venue, ['supervisor'], 'register');
    const refund = async () =>
      club.post(`/payment-intents/${asked.intentId}/refund`, {
        ...{ reason: 'se arrepintió', step_up_token: await club.stepUp('payment.refund') },
      });
    const resolve = async (resolution: string) => {
      const { body } = await supervisor.get<{ items: { id: string; kind: string }[] }>('/payment-findings');
      const [finding] = body.items.filter(({ kind }) => kind === 'refund_by_hand');
      const said = { resolution, reason: 'en caja', step_up_token: await club.stepUp('payment.resolve', supervisor) };
      return club.post(`/payment-findings/${finding?.id ?? ''}/resolve`, said, supervisor);
    };
    expect((await refund()).status).toBe(201);
    expect((await refund()).body.code).toBe('payment.not_refundable');
    expect((await resolve('not_refunded')).status).toBe(204);
    expect((await refund()).status).toBe(201);
    expect((await resolve('refunded_by_hand')).status).toBe(204);
    const { refunds, refunded_amount } = await till.intent(asked.intentId);
    expect(refunds.map(({ status }) => status)).toEqual(['REFUSED', 'DONE']);
    expect(refunded_amount).toBe(asked.amount);
  });

  describe('eight at once', () => {
    // Naive code (read the intent, then mark it) makes several sales of one charge.
    it('become one sale of one approved payment', async () => {
      const asked = till.cardSale();
      await till.begin(asked);
      const operation = await till.agent.claimed();
      await till.agent.sent(operation);
      await till.agent.approve(operation);
      const answers = await Promise.all(Array.from({ length: 8 }, () => till.place(asked)));
      const made = answers.filter(({ status }) => status === 201);
      expect(made.length).toBeGreaterThanOrEqual(1);
      expect(new Set(made.map(({ body }) => body.id)).size).toBe(1);
      expect(await till.salesOf(asked.saleId)).toBe(1);
    });

    // Naive code (select the oldest, then update it) hands one charge to two processes.
    it('claims get an operation once', async () => {
      await till.begin(till.cardSale());
      const claims = await Promise.all(Array.from({ length: 8 }, () => till.agent.claim()));
      expect(claims.filter((operation) => operation !== null)).toHaveLength(1);
    });

    // Naive code (sum the refunds, then insert one) gives the money back several times.
    it('refunds give back what was paid, and no more', async () => {
      const asked = till.cardSale();
      await till.begin(asked);
      const operation = await till.agent.claimed();
      await till.agent.sent(operation);
      await till.agent.approve(operation);
      await till.place(asked);
      const tokens = await Promise.all(Array.from({ length: 8 }, () => club.stepUp('payment.refund')));
      const refund = (step_up_token: string) =>
        club.post(`/payment-intents/${asked.intentId}/refund`, { amount: 3_000, reason: 'prueba', step_up_token });
      const answers = await Promise.all(tokens.map(refund));
      expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
      expect((await till.intent(asked.intentId)).refunded_amount).toBe(3_000);
    });

    it('attempts for one sale begin once', async () => {
      const saleId = newId();
      const answers = await Promise.all(Array.from({ length: 8 }, () => till.begin(till.cardSale({ saleId }))));
      expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    });
  });
});
