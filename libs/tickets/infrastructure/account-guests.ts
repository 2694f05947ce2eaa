import { Injectable } from '@nestjs/common';
import { Actor, DomainError, Transaction } from '@libs/kernel';
import { RecogniseGuest } from '@libs/customers/application';
import { sql, sqlOf } from '@libs/platform';
import { GuestAtBar, Guests } from '../application';

const HOLD = sql(
  'tickets.hold_customer',
  'SELECT FROM customers.customers WHERE uuid = $2 AND venue_id = $1 AND deleted_at IS NULL FOR SHARE',
);

/** {@link Guests} from customers. */
@Injectable()
export class AccountGuests extends Guests {
  constructor(private readonly recogniseGuest: RecogniseGuest) {
    super();
  }

  reads(text: string): boolean {
    return this.recogniseGuest.reads(text);
  }

  async hold(tx: Transaction, venueId: string, customerId: string): Promise<void> {
    const held = await sqlOf(tx).count(HOLD, [venueId, customerId]);
    if (held === 0) throw new DomainError('customer.unknown', 'not_found');
  }

  async recognise(actor: Actor, text: string): Promise<GuestAtBar | string> {
    try {
      return await this.recogniseGuest.execute(actor, 'bar', text);
    } catch (error) {
      if (error instanceof DomainError && error.kind === 'conflict') return error.code;
      throw error;
    }
  }
}
