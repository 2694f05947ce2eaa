import { Injectable } from '@nestjs/common';
import { Actor, actorRef, Transaction } from '@libs/kernel';
import { AdmitSale } from '@libs/entries/application';
import { TillEntries } from '@libs/entries/infrastructure';
import { Admissions, EntryProduct } from '../application';
import { SaleFacts } from '../domain';

/** {@link Admissions} from entries. */
@Injectable()
export class DoorAdmissions extends Admissions {
  constructor(
    private readonly admitSale: AdmitSale,
    private readonly till: TillEntries,
  ) {
    super();
  }

  among(tx: Transaction, venueId: string, sessionId: string, productIds: readonly string[]): Promise<EntryProduct[]> {
    return this.till.soldAs(tx, venueId, sessionId, productIds);
  }

  left(venueId: string, sessionId: string, productIds: readonly string[]) {
    return this.till.left(venueId, sessionId, productIds);
  }

  async admit(
    tx: Transaction,
    sale: SaleFacts,
    entries: readonly EntryProduct[],
    ticketPrefix: string,
    actor: Actor,
  ): Promise<void> {
    const types = new Map(entries.map(({ productId, entryTypeId }) => [productId, entryTypeId]));
    const lines = sale.lines.flatMap(({ productId, qty, unitPrice }) => {
      const entryTypeId = types.get(productId);
      return entryTypeId ? [{ entryTypeId, qty, unitPrice: sale.courtesy ? 0 : unitPrice.pesos }] : [];
    });
    const { id: saleId, venueId, nightId, customerId, placedAt: at } = sale;
    await this.admitSale.execute(tx, {
      ...{ saleId, venueId, nightId, customerId, at, ticketPrefix, lines, by: actorRef(actor) },
    });
  }

  takeBack(tx: Transaction, act: { saleId: string; reason: string; actor: Actor; despiteUse: boolean }): Promise<void> {
    const { saleId, reason, actor, despiteUse } = act;
    return this.admitSale.takeBack(tx, { saleId, venueId: actor.venueId, reason, despiteUse, by: actorRef(actor) });
  }
}
