import { Injectable } from '@nestjs/common';
import { Actor, Clock, DomainError, newId, Transactions } from '@libs/kernel';
import { EntryType, EntryTypeChanges, EntryTypePlan, EntryTypeRepository, EntryTypeState } from '../domain';

/** What can be bought to come in is planned and changed, night by night. */
@Injectable()
export class ManageEntryTypes {
  constructor(
    private readonly transactions: Transactions,
    private readonly types: EntryTypeRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError `entry.window_reversed`, `entry.night_not_found`, `entry.product_not_found`, `entry.name_taken`,
   *   `entry.product_taken`
   */
  add(actor: Actor, nightId: string, plan: EntryTypePlan): Promise<EntryTypeState> {
    return this.transactions.run(async (tx) => {
      const type = EntryType.plan(newId(), nightId, plan, actor, this.clock.now());
      await this.types.add(tx, type);
      return type.state;
    });
  }

  /**
   * @param seen the version that the caller looked at, to change nothing that somebody else changed meanwhile
   * @throws DomainError `entry.type_not_found`, `entry.changed_meanwhile`, `entry.capacity_taken`, and those of {@link add}
   */
  change(actor: Actor, id: string, changes: EntryTypeChanges, seen?: number): Promise<EntryTypeState> {
    return this.transactions.run(async (tx) => {
      const type = await this.types.find(tx, actor.venueId, id);
      if (!type) throw new DomainError('entry.type_not_found', 'not_found');
      const { version } = type.state;
      if (seen !== undefined && seen !== version) {
        throw new DomainError('entry.changed_meanwhile', 'conflict', { version });
      }
      type.change(changes, actor, this.clock.now());
      await this.types.save(tx, type);
      return type.state;
    });
  }
}
