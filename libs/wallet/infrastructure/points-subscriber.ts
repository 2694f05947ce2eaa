import { Injectable, OnModuleInit } from '@nestjs/common';
import { DomainEvent, Transaction } from '@libs/kernel';
import { EventSubscriber, EventSubscribers } from '@libs/platform';
import { EarnForSale, ReturnForSale } from '../application';

/** Sales earn points after they stand, so that no till waits for a guest's points. */
@Injectable()
export class PointsSubscriber implements EventSubscriber, OnModuleInit {
  readonly name = 'points';

  constructor(
    private readonly subscribers: EventSubscribers,
    private readonly earnForSale: EarnForSale,
    private readonly returnForSale: ReturnForSale,
  ) {}

  onModuleInit(): void {
    this.subscribers.add(this);
  }

  /** In whichever order the two events of a sale come: what is cancelled by now earns nothing. */
  async handle(events: readonly DomainEvent[], tx: Transaction): Promise<void> {
    const placed = events.filter(({ type }) => type === 'sales.sale_placed');
    if (placed.length > 0) {
      await this.earnForSale.execute(
        tx,
        placed.map(({ subjectId, actor }) => ({ saleId: subjectId, actor })),
      );
    }
    for (const event of events.filter(({ type }) => type === 'sales.sale_cancelled')) {
      const { subjectId: saleId, venueId, nightId, actor, occurredAt: at, data } = event;
      await this.returnForSale.execute(tx, { saleId, venueId, nightId, actor, at, reason: String(data['reason']) });
    }
  }
}
