import { createHash } from 'node:crypto';
import { newId } from '@libs/kernel';
import { newSecret, sha256 } from '@libs/platform';
import { PaymentClock } from '@libs/payments/infrastructure';
import { KlapSimulator } from '../../../../tools/providers/klap-simulator';
import { freePort } from './free-port';
import { startTestApp, TestApp } from './test-app';
import { Fixtures, Venue } from './fixtures';
import { Answer } from './http-client';

const APIKEY = 'APIKEY-EXAMPLE';

export interface TopUpBody {
  readonly id: number;
  readonly uuid: string;
  readonly amount: number;
  readonly status: string;
  readonly outcome: string | null;
  readonly payment_url: string | null;
  readonly payment_intent_id: string;
  readonly code: string;
}

/** A guest’s phone: an access token, and what the app does with it. */
export class Phone {
  constructor(
    private readonly app: TestApp,
    readonly customerId: string,
    private readonly token: string,
  ) {}

  get<T>(path: string): Promise<Answer<T>> {
    return this.app.client().get<T>(path, { headers: this.headers });
  }

  post<T>(path: string, body: object = {}, key?: string): Promise<Answer<T>> {
    return this.app.client().post<T>(path, body, { headers: this.headers, ...(key === undefined ? {} : { key }) });
  }

  delete<T>(path: string, body: object): Promise<Answer<T>> {
    return this.app.client().delete<T>(path, body, { headers: this.headers });
  }

  async balance(): Promise<number> {
    return (await this.get<{ balance: number }>('/wallet/balance')).body.balance;
  }

  private get headers(): Record<string, string> {
    return { authorization: `Bearer ${this.token}` };
  }
}

/** An app whose guests pay on Klap’s page, played by the simulator. */
export class OnlineClub {
  private constructor(
    readonly app: TestApp,
    readonly klap: KlapSimulator,
    readonly make: Fixtures,
  ) {}

  static async open(environment: Readonly<Record<string, string>> = {}): Promise<OnlineClub> {
    const klap = new KlapSimulator({ apikey: APIKEY, confirmTimeoutMs: 2_000 });
    const port = String(await freePort());
    const origin = { PORT: port, PUBLIC_ORIGIN: `http://127.0.0.1:${port}` };
    const app = await startTestApp({ ...origin, KLAP_URL: await klap.listen(), KLAP_APIKEY: APIKEY, ...environment });
    return new OnlineClub(app, klap, new Fixtures(app));
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.klap.close();
  }

  async phone(venue: Venue): Promise<Phone> {
    const { id, accessToken } = await this.make.loggedInCustomer(venue);
    return new Phone(this.app, id, accessToken);
  }

  async chargeOf(intentId: string): Promise<{ externalId: string; reference: string; amount: number }> {
    const [row] = await this.make.run<{ externalId: string; reference: string; amount: number }>(
      'SELECT external_id AS "externalId", reference, amount FROM payments.intents WHERE id = $1',
      [intentId],
    );
    if (!row) throw new Error('no such charge');
    return row;
  }

  /** What Klap sends when the guest has paid; anybody who has the key may send it again. */
  async confirm(intentId: string): Promise<Answer> {
    const { externalId, reference, amount } = await this.chargeOf(intentId);
    const apikey = createHash('sha256').update(`${reference}${externalId}${APIKEY}`).digest('hex');
    const notice = { order_id: externalId, reference_id: reference, amount };
    return this.app.client().post('/webhooks/klap/confirm', notice, { headers: { apikey } });
  }

  async press(intentId: string, choice: 'approve' | 'decline'): Promise<void> {
    await this.klap.press((await this.chargeOf(intentId)).externalId, choice);
  }

  /** Lets the time come at which the provider is asked again, and what waits is sent. */
  async later(intentId: string): Promise<void> {
    await this.make.run('UPDATE payments.intents SET next_query_at = now() WHERE id = $1', [intentId]);
    await this.app.nest.get(PaymentClock).tick();
  }

  /** An admin says what a finding was, with a supervisor’s yes. */
  async resolve(venue: Venue, findingId: string, resolution: string): Promise<void> {
    const admin = await this.make.loggedIn(venue, ['admin'], 'admin');
    const supervisor = await this.make.employee(venue, ['supervisor']);
    const token = newSecret();
    await this.make.run(
      `INSERT INTO staff.step_ups (token_hash, venue_id, permission, requested_by, granted_by, session_id, expires_at)
       VALUES ($1, $2, 'payment.resolve', $3, $4, $5, now() + interval '2 minutes')`,
      [sha256(token), venue.id, admin.person.id, supervisor.id, admin.sessionId],
    );
    const said = { resolution, reason: 'no llegó', step_up_token: token };
    const { status } = await admin.post(`/payment-findings/${findingId}/resolve`, said, { key: newId() });
    if (status >= 300) throw new Error(`the finding was not resolved: ${status}`);
  }
}
