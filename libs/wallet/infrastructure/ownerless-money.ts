import { Injectable, OnModuleInit } from '@nestjs/common';
import { DomainEvent, Transaction } from '@libs/kernel';
import { Findings } from '@libs/payments/application';
import { EventSubscriber, EventSubscribers, sql, sqlOf } from '@libs/platform';

/** Waits for an account that is being deleted at this moment. */
const DELETED = sql('wallet.deleted_owner', `SELECT deleted_at FROM customers.customers WHERE uuid = $1 FOR KEY SHARE`);

/**
 * Money that comes to the wallet of a deleted account, such as that of a sale cancelled afterwards, is still the guest's
 * and stays in the books; since nobody can log in to it, a person is told. See docs/adr/0022.
 */
@Injectable()
export class OwnerlessMoney implements EventSubscriber, OnModuleInit {
  readonly name = 'ownerless money';

  constructor(
    private readonly subscribers: EventSubscribers,
    private readonly findings: Findings,
  ) {}

  onModuleInit(): void {
    this.subscribers.add(this);
  }

  async handle(events: readonly DomainEvent[], tx: Transaction): Promise<void> {
    for (const event of events) {
      if (event.type === 'wallet.credited' && event.data['asset'] === 'CLP') await this.look(event, tx);
    }
  }

  private async look({ venueId, subjectId: accountId, data, occurredAt }: DomainEvent, tx: Transaction): Promise<void> {
    const { customer_id: customerId, transfer_id: transferId, amount, kind, reason } = data;
    const [owner] = await sqlOf(tx).rows<{ deleted_at: Date | null }>(DELETED, [customerId]);
    if (!owner?.deleted_at) return;
    const about = { intentId: null, refundId: null, registerSessionId: null };
    const facts = {
      customer_id: customerId,
      account_id: accountId,
      transfer_id: transferId,
      transfer_kind: kind,
      reason,
    };
    await this.findings.add(
      tx,
      { venueId, kind: 'wallet_without_owner', subject: String(transferId), amount: Number(amount), facts, ...about },
      occurredAt,
    );
  }
}
