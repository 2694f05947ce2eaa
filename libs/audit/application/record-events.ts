import { Injectable } from '@nestjs/common';
import { DomainEvent, Transaction } from '@libs/kernel';
import { AuditLog, chainOf, Digest, linkEvents } from '../domain';
import { AnchorChains } from './anchor-chains';

/** A till's day is over: what was done at it is final, and worth an anchor. */
const ENDS_A_CHAIN = 'sales.session_closed';

/** Puts events into the trail, each once however often it comes. */
@Injectable()
export class RecordEvents {
  constructor(
    private readonly log: AuditLog,
    private readonly digest: Digest,
    private readonly anchorChains: AnchorChains,
  ) {}

  async execute(tx: Transaction, events: readonly DomainEvent[]): Promise<void> {
    if (events.length === 0) return;
    const byId = new Map(events.map((event) => [event.id, event]));
    await this.log.hold(tx);
    const chains = [...new Set(events.map(chainOf))];
    const { known, heads } = await this.log.look(tx, [...byId.keys()], chains);
    const fresh = [...byId.values()].filter((event) => !known.has(event.id));
    if (fresh.length === 0) return;
    await this.log.append(tx, linkEvents(fresh, heads, this.digest));
    const closing = fresh.filter((event) => event.type === ENDS_A_CHAIN).map((event) => event.venueId);
    for (const venueId of new Set(closing)) await this.anchorChains.execute(tx, venueId);
  }
}
