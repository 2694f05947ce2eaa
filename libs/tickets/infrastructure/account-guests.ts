import { Injectable } from '@nestjs/common';
import { Actor, DomainError } from '@libs/kernel';
import { RecogniseGuest } from '@libs/customers/application';
import { GuestAtBar, Guests } from '../application';

/** {@link Guests} from customers. */
@Injectable()
export class AccountGuests extends Guests {
  constructor(private readonly recogniseGuest: RecogniseGuest) {
    super();
  }

  reads(text: string): boolean {
    return this.recogniseGuest.reads(text);
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
