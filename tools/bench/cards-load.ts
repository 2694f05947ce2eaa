import { setTimeout as delay } from 'node:timers/promises';
import { newId } from '@libs/kernel';
import { BenchCards } from './cards-club';
import { HttpClient } from './http-client';

/** What the process is told to do; it answers with a {@link CardsMeasured}. */
export interface CardsOrder {
  readonly cards: BenchCards;
  readonly port: number;
  /** Card sales at one till whose terminal answers at once. */
  readonly sales: number;
}

export interface CardsMeasured {
  /** From the till's request to the agent's claim, ms. */
  readonly claimMs: readonly number[];
  /** From the till's request to the sale's answer, with a terminal that takes no time, ms. */
  readonly saleMs: readonly number[];
}

interface Operation {
  readonly id: string;
  readonly fence: number;
  readonly amount: number;
  readonly ticket_number: string;
}

/** An agent whose terminal approves at once. */
class InstantTerminal {
  claimedAt = 0;

  private constructor(private readonly http: HttpClient) {}

  static async open(port: number, key: string): Promise<InstantTerminal> {
    return new InstantTerminal(await HttpClient.open(port, { Authorization: `Bearer ${key}` }));
  }

  async work(): Promise<void> {
    const claimed = await this.http.post('/api/v1/agent/operations/claim', { wait_seconds: 25 }, newId());
    this.claimedAt = performance.now();
    const { operation } = JSON.parse(claimed.body) as { operation: Operation | null };
    if (!operation) return;
    const { id, fence, amount, ticket_number: ticket } = operation;
    await this.http.post(`/api/v1/agent/operations/${id}/sent`, { fence }, newId());
    const response = { response_code: 0, amount, ticket, authorization_code: '012345', operation_number: 1 };
    const report = { fence, outcome: 'approved', source: 'answer', response };
    await this.http.post(`/api/v1/agent/operations/${id}/result`, report, newId());
  }

  close(): void {
    this.http.close();
  }
}

async function run({ cards, port, sales }: CardsOrder): Promise<CardsMeasured> {
  const till = await HttpClient.open(port, { Cookie: cards.till.cookie, 'X-App': 'pos' });
  const terminal = await InstantTerminal.open(port, cards.till.agentKey);
  const [claimMs, saleMs]: [number[], number[]] = [[], []];
  for (let n = 0; n < sales; n += 1) {
    const working = terminal.work();
    await delay(5);
    const [saleId, intentId] = [newId(), newId()];
    const sale = {
      id: saleId,
      register_session_id: cards.till.sessionId,
      lines: [{ product_id: cards.product.id, qty: 1 }],
      payments: [{ method: 'card', amount: cards.product.price, payment_intent_id: intentId }],
    };
    const began = performance.now();
    await till.post('/api/v1/payment-intents', { id: intentId, amount: cards.product.price, sale }, newId());
    await working;
    claimMs.push(terminal.claimedAt - began);
    const { status, body } = await till.post('/api/v1/sales', sale, newId());
    if (status !== 201) throw new Error(`a card sale was answered with ${String(status)}: ${body}`);
    saleMs.push(performance.now() - began);
  }
  till.close();
  terminal.close();
  return { claimMs, saleMs };
}

process.once('message', (order: CardsOrder) => {
  run(order).then(
    (measured) => process.send?.(measured, () => process.exit(0)),
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
      process.exit(1);
    },
  );
});
