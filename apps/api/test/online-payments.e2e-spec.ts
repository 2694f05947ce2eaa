import { createHash } from 'node:crypto';
import { PaymentClock } from '@libs/payments/infrastructure';
import { GetnetWebSimulator } from '../../../tools/providers/getnet-web-simulator';
import { KlapSimulator } from '../../../tools/providers/klap-simulator';
import { freePort } from './support';
import { CardTill, IntentBody } from './support/card-till';
import { startTestApp, TestApp } from './support/test-app';
import { Club } from './support/till';

describe('a payment page on the guest’s phone', () => {
  let app: TestApp;
  let klap: KlapSimulator;
  let getnet: GetnetWebSimulator;

  beforeAll(async () => {
    const port = await freePort();
    klap = new KlapSimulator({ apikey: 'APIKEY-EXAMPLE', confirmTimeoutMs: 2_000 });
    getnet = new GetnetWebSimulator({
      ...{ login: 'login', secretKey: 'SECRET-EXAMPLE', settled: true },
      notifyUrl: `http://127.0.0.1:${String(port)}/api/v1/webhooks/getnet`,
    });
    app = await startTestApp({
      PORT: String(port),
      PUBLIC_ORIGIN: `http://127.0.0.1:${String(port)}`,
      KLAP_URL: await klap.listen(),
      KLAP_APIKEY: 'APIKEY-EXAMPLE',
      GETNET_WEB_URL: await getnet.listen(),
      GETNET_WEB_LOGIN: 'login',
      GETNET_WEB_SECRET_KEY: 'SECRET-EXAMPLE',
    });
  });
  afterAll(async () => {
    await app.close();
    await klap.close();
    await getnet.close();
  });

  const tick = (): Promise<void> => app.nest.get(PaymentClock).tick();

  async function begun(provider: 'klap' | 'getnet_web') {
    const till = await CardTill.open(await Club.open(app), { primary: provider });
    const asked = till.cardSale();
    const { body } = await till.begin(asked);
    expect(body).toMatchObject({ status: 'READY', provider });
    const [row] = await till.club.make.run<{ external_id: string }>(
      'SELECT external_id FROM payments.intents WHERE id = $1',
      [asked.intentId],
    );
    const service = provider === 'klap' ? klap : getnet;
    return { till, asked, externalId: row?.external_id ?? '', press: service.press.bind(service) };
  }

  /** Lets the time come at which the provider is asked again. */
  async function askAgain(till: CardTill, intentId: string): Promise<IntentBody> {
    await till.club.make.run('UPDATE payments.intents SET next_query_at = now() WHERE id = $1', [intentId]);
    await tick();
    return till.intent(intentId);
  }

  const effects = (till: CardTill, externalId: string) =>
    till.club.make.run<{ effect: string }>(
      'SELECT effect FROM payments.notices WHERE external_id = $1 ORDER BY received_at',
      [externalId],
    );

  it.each(['klap', 'getnet_web'] as const)('of %s is paid, and becomes one sale', async (provider) => {
    const { till, asked, externalId, press } = await begun(provider);
    expect((await till.intent(asked.intentId)).pay_url).toMatch(/^http/);
    await press(externalId, 'approve');
    expect((await askAgain(till, asked.intentId)).status).toBe('APPROVED');
    expect((await till.place(asked)).status).toBe(201);
  });

  it.each(['klap', 'getnet_web'] as const)('of %s is rejected by the guest’s bank', async (provider) => {
    const { till, asked, externalId, press } = await begun(provider);
    await press(externalId, 'decline');
    expect(['DECLINED', 'CANCELLED']).toContain((await askAgain(till, asked.intentId)).status);
  });

  it('of Getnet counts although its only notification was lost', async () => {
    getnet.post.faults.push('lose');
    const { till, asked, externalId, press } = await begun('getnet_web');
    await press(externalId, 'approve');
    expect((await till.intent(asked.intentId)).status).toBe('READY');
    expect((await askAgain(till, asked.intentId)).status).toBe('APPROVED');
  });

  it.each(['klap', 'getnet_web'] as const)(
    'of %s is not paid by a forged notification, which is kept',
    async (provider) => {
      const { till, asked, externalId } = await begun(provider);
      const [reference] = await till.club.make.run<{ reference: string }>(
        'SELECT reference FROM payments.intents WHERE id = $1',
        [asked.intentId],
      );
      const before = await till.club.make.run(`SELECT id FROM payments.notices WHERE effect = 'forged'`);
      const status = { status: 'APPROVED', reason: '00', message: 'ok', date: new Date().toISOString() };
      const forged =
        provider === 'klap'
          ? { order_id: externalId, reference_id: reference?.reference, amount: asked.amount }
          : { status, requestId: Number(externalId), reference: reference?.reference, signature: 'sha256:00' };
      const path = provider === 'klap' ? '/webhooks/klap/confirm' : '/webhooks/getnet';
      const answer = await app.client().post(path, forged, { headers: { apikey: 'f'.repeat(64) } });
      expect(answer.status).toBe(401);
      expect((await till.intent(asked.intentId)).status).toBe('READY');
      const after = await till.club.make.run(`SELECT id FROM payments.notices WHERE effect = 'forged'`);
      expect(after.length).toBe(before.length + 1);
    },
  );

  it('of Getnet for another amount than ours pays nothing and is flagged', async () => {
    const { till, asked, externalId, press } = await begun('getnet_web');
    getnet.misreport = { amount: 10 };
    await press(externalId, 'approve');
    const intent = await askAgain(till, asked.intentId);
    getnet.misreport = {};
    expect(intent).toMatchObject({ status: 'UNKNOWN', flag: 'amount_differs' });
  });

  // Naive code (read, then approve) commits the payment more than once.
  it('of Klap is committed once by eight confirmations at the same moment, and by a replay not at all', async () => {
    const { till, asked, externalId } = await begun('klap');
    const { reference } = await till.intent(asked.intentId);
    const apikey = createHash('sha256').update(`${reference}${externalId}APIKEY-EXAMPLE`).digest('hex');
    const notice = { order_id: externalId, reference_id: reference, amount: asked.amount };
    const confirm = () => app.client().post('/webhooks/klap/confirm', notice, { headers: { apikey } });
    const answers = await Promise.all(Array.from({ length: 8 }, confirm));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 200));
    expect((await confirm()).body).toEqual({ status: 'ok' });
    const intent = await till.intent(asked.intentId);
    expect(intent.status).toBe('APPROVED');
    expect(intent.history.filter(({ act }) => act === 'approve')).toHaveLength(1);
    expect(await effects(till, externalId)).toHaveLength(1);
  });

  it('of Klap that Klap took back, because our answer was lost, is listed for a person', async () => {
    klap.post.faults.push('answer_lost');
    const { till, asked, externalId, press } = await begun('klap');
    await press(externalId, 'approve');
    expect((await askAgain(till, asked.intentId)).status).toBe('APPROVED');
    const found = await till.club.make.run('SELECT kind FROM payments.findings WHERE intent_id = $1', [asked.intentId]);
    expect(found).toEqual([{ kind: 'reversed_by_provider' }]);
  });

  it('of Klap that was cancelled at the till is refused at its confirmation, so that Klap gives the money back', async () => {
    const { till, asked, externalId, press } = await begun('klap');
    await till.club.post(`/payment-intents/${asked.intentId}/cancel`);
    await press(externalId, 'approve');
    expect((await till.intent(asked.intentId)).status).not.toBe('APPROVED');
    expect((await effects(till, externalId)).map(({ effect }) => effect)).toEqual(['refused']);
    expect(['CANCELLED', 'DECLINED']).toContain((await askAgain(till, asked.intentId)).status);
  });

  it('runs out when nobody pays', async () => {
    const { till, asked, externalId } = await begun('klap');
    await klap.expire(externalId);
    expect((await askAgain(till, asked.intentId)).status).toBe('EXPIRED');
  });

  it('cannot be begun while the provider is down, and nothing was charged', async () => {
    const till = await CardTill.open(await Club.open(app), { primary: 'klap' });
    klap.answerFaults.push('error_500');
    const { body } = await till.begin(till.cardSale());
    expect(body).toMatchObject({ status: 'ERROR', pay_url: null });
  });

  it.each(['klap', 'getnet_web'] as const)('of %s gives the money back by the provider, once', async (provider) => {
    const { till, asked, externalId, press } = await begun(provider);
    await press(externalId, 'approve');
    await askAgain(till, asked.intentId);
    await till.place(asked);
    const body = { reason: 'se arrepintió', step_up_token: await till.club.stepUp('payment.refund') };
    expect((await till.club.post(`/payment-intents/${asked.intentId}/refund`, body)).status).toBe(201);
    await tick();
    const intent = await till.intent(asked.intentId);
    expect(intent.refunds).toMatchObject([{ status: 'DONE', amount: asked.amount }]);
  });
});
