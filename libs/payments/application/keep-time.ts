import { Injectable } from '@nestjs/common';
import { Clock, Transactions } from '@libs/kernel';
import { Heard, SILENCE_MS } from '../domain';
import { IntentRepository, OperationRepository, UnfinishedSale } from './repositories';
import { SaleDraft, Tills } from './ports';

/** How long the till has to place the sale itself before the house does it, ms. */
const TILL_HAS_MS = 15_000;
/** How long a split payment may wait for its other cards, ms. */
const SPLIT_HAS_MS = 6 * 60_000;

const EXPIRED: Heard = { outcome: 'expired', reason: 'expired', charge: null };
const SILENT: Heard = { outcome: 'unknown', reason: 'agent_silent', charge: null };

/** What time does to payments: attempts run out, silent terminals leave us not knowing, forgotten sales are placed. */
@Injectable()
export class KeepTime {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly intents: IntentRepository,
    private readonly operations: OperationRepository,
    private readonly tills: Tills,
  ) {}

  /** Terminal attempts that nobody took in time. What was sent cannot expire. */
  async expire(): Promise<void> {
    for (const id of await this.intents.expired(this.clock.now())) {
      await this.transactions.run(async (tx) => {
        const operation = await this.operations.ofIntent(tx, id);
        if (operation?.state === 'sent') return;
        const intent = await this.intents.lock(tx, id);
        const now = this.clock.now();
        if (operation) await this.operations.cancel(tx, operation.id, now);
        intent.hear(EXPIRED, 'clock', now);
        await this.intents.save(tx, intent);
      });
    }
  }

  /** The agent may be dead with the guest's card charged: only a question, or a person, can tell. */
  async doubtSilent(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - SILENCE_MS);
    for (const { intentId } of await this.operations.silentSince(before)) {
      await this.transactions.run(async (tx) => {
        await this.operations.ofIntent(tx, intentId);
        const intent = await this.intents.lock(tx, intentId);
        intent.hear(SILENT, 'clock', this.clock.now());
        await this.intents.save(tx, intent);
      });
    }
  }

  /** The till died between the approval and the sale: the house places the sale, or flags it. */
  async finishSales(): Promise<void> {
    const now = this.clock.now();
    for (const sale of await this.intents.unfinished(new Date(now.getTime() - TILL_HAS_MS))) {
      const missing = cardPayments(sale.draft).some((id) => !sale.intentIds.includes(id));
      if (missing) {
        if (now.getTime() - sale.since.getTime() > SPLIT_HAS_MS)
          await this.flag(sale, 'sale_incomplete', 'card_missing');
        continue;
      }
      const refusal = await this.tills.place(sale, sale.draft);
      if (refusal) await this.flag(sale, 'sale_not_possible', refusal);
    }
  }

  private async flag(sale: UnfinishedSale, flag: 'sale_incomplete' | 'sale_not_possible', why: string): Promise<void> {
    for (const id of sale.intentIds) {
      await this.transactions.run(async (tx) => {
        const intent = await this.intents.lock(tx, id);
        if (intent.facts.takenAt || intent.facts.flag) return;
        intent.flagUnsold(flag, why, this.clock.now());
        await this.intents.save(tx, intent);
      });
    }
  }
}

function cardPayments(draft: SaleDraft): string[] {
  const payments = (draft['payments'] ?? []) as readonly { payment_intent_id?: string }[];
  return payments.flatMap(({ payment_intent_id: id }) => (id ? [id] : []));
}
