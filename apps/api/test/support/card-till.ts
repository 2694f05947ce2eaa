import { newId } from '@libs/kernel';
import { newSecret, sha256 } from '@libs/platform';
import { PaymentClock } from '@libs/payments/infrastructure';
import { Answer, HttpClient } from './http-client';
import { Club, Product, Refusal } from './till';

export interface IntentBody {
  readonly id: string;
  readonly status: string;
  readonly reason: string | null;
  readonly flag: string | null;
  readonly amount: number;
  readonly reference: string;
  readonly pay_url: string | null;
  readonly taken_at: string | null;
  readonly refunded_amount: number;
  readonly provider: string;
  readonly fallback_of: string | null;
  readonly charge: { readonly authorization_code: string | null } | null;
  readonly history: readonly { readonly act: string; readonly to: string; readonly authorized_by: string | null }[];
  readonly reports: readonly { readonly accepted: boolean; readonly outcome: string }[];
  readonly refunds: readonly { readonly id: string; readonly status: string; readonly amount: number }[];
}

export interface Operation {
  readonly id: string;
  readonly kind: string;
  readonly fence: number;
  readonly recover: boolean;
  readonly amount: number;
  readonly ticket_number: string;
  readonly operation_number: number | null;
}

/** What a card sale at one till looks like to who tests it. */
export interface CardSale {
  readonly saleId: string;
  readonly intentId: string;
  readonly amount: number;
  readonly sale: object;
}

/** A till whose cards go through a terminal, and that terminal's agent, played by the test. */
export class CardTill {
  private constructor(
    readonly club: Club,
    readonly session: { readonly id: string; readonly registerId: string },
    readonly agent: AgentPlayed,
    readonly product: Product,
  ) {}

  static async open(club: Club, given: { primary?: string; backup?: string | null } = {}): Promise<CardTill> {
    const session = await club.session();
    await club.make.run('UPDATE sales.registers SET primary_provider = $2, backup_provider = $3 WHERE id = $1', [
      session.registerId,
      given.primary ?? 'getnet_terminal',
      given.backup ?? null,
    ]);
    return new CardTill(club, session, await AgentPlayed.at(club, session.registerId), await club.product());
  }

  /** A sale paid by card, with `cash` of it in cash. */
  cardSale(given: { qty?: number; cash?: number; saleId?: string } = {}): CardSale {
    const qty = given.qty ?? 1;
    const cash = given.cash ?? 0;
    const [saleId, intentId] = [given.saleId ?? newId(), newId()];
    const amount = this.product.price * qty - cash;
    const card = { method: 'card', amount, payment_intent_id: intentId };
    const sale = {
      id: saleId,
      register_session_id: this.session.id,
      lines: [{ product_id: this.product.id, qty }],
      payments: cash > 0 ? [{ method: 'cash', amount: cash }, card] : [card],
    };
    return { saleId, intentId, amount, sale };
  }

  begin(asked: CardSale, extra: object = {}): Promise<Answer<IntentBody & Refusal>> {
    const { intentId: id, amount, sale } = asked;
    return this.club.post('/payment-intents', { id, amount, sale, ...extra });
  }

  place(asked: CardSale, body: object = {}): Promise<Answer<{ id: string } & Refusal>> {
    return this.club.post('/sales', { ...asked.sale, ...body });
  }

  async intent(id: string): Promise<IntentBody> {
    return (await this.club.cashier.get<IntentBody>(`/payment-intents/${id}`)).body;
  }

  /** Lets time pass for what is kept about this payment, and lets the house look after it. */
  async later(intentId: string, interval: string): Promise<void> {
    await this.club.make.run(
      `UPDATE payments.intents SET final_at = final_at - $2::interval, expires_at = expires_at - $2::interval,
         next_query_at = next_query_at - $2::interval WHERE id = $1`,
      [intentId, interval],
    );
    await this.club.make.run(
      `UPDATE payments.operations SET sent_at = sent_at - $2::interval, progress_at = progress_at - $2::interval,
         lease_expires_at = lease_expires_at - $2::interval WHERE intent_id = $1`,
      [intentId, interval],
    );
    await this.club.app.nest.get(PaymentClock).tick();
  }

  async salesOf(saleId: string): Promise<number> {
    return (await this.club.make.run('SELECT id FROM sales.sales WHERE id = $1', [saleId])).length;
  }
}

/** An agent with a key of its own; the test is its terminal. */
export class AgentPlayed {
  constructor(
    readonly http: HttpClient,
    readonly id: string,
    readonly key: string,
  ) {}

  static async at(club: Club, registerId: string): Promise<AgentPlayed> {
    const id = newId();
    const key = `noche-agent-${newSecret()}`;
    await club.make.run(
      `INSERT INTO payments.agents (id, venue_id, register_id, name, key_hash, created_at, enrolled_at)
       VALUES ($1, $2, $3, $4, $5, now(), now())`,
      [id, club.venue.id, registerId, `Terminal ${id.slice(-6)}`, sha256(key)],
    );
    return new AgentPlayed(club.app.client(), id, key);
  }

  /** The same agent, when the balancer sends it to another instance. */
  at(url: string, key = this.key): AgentPlayed {
    return new AgentPlayed(new HttpClient(url, null), this.id, key);
  }

  post<T>(path: string, body: object = {}): Promise<Answer<T & Refusal>> {
    return this.http.post(`/agent${path}`, body, { headers: { authorization: `Bearer ${this.key}` } });
  }

  async claim(waitSeconds = 0): Promise<Operation | null> {
    const { body } = await this.post<{ operation: Operation | null }>('/operations/claim', {
      wait_seconds: waitSeconds,
    });
    return body.operation;
  }

  async claimed(): Promise<Operation> {
    const operation = await this.claim();
    if (!operation) throw new Error('there is nothing to do at the terminal');
    return operation;
  }

  sent({ id, fence }: Operation) {
    return this.post<object>(`/operations/${id}/sent`, { fence });
  }

  report(operation: Operation, outcome: string, response: object | null = null, source = 'answer') {
    const { id, fence } = operation;
    return this.post<{ accepted: boolean; state: string }>(`/operations/${id}/result`, {
      ...{ fence, outcome, source, response },
    });
  }

  /** The terminal's approval, as it would tell it. */
  approve(operation: Operation, given: object = {}) {
    const { ticket_number: ticket, amount } = operation;
    const answer = {
      response_code: 0,
      ticket,
      amount,
      authorization_code: '012345',
      operation_number: 31,
      last4: '0042',
    };
    return this.report(operation, 'approved', { ...answer, ...given });
  }
}
