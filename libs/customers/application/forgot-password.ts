import { Injectable } from '@nestjs/common';
import { Clock, Transactions } from '@libs/kernel';
import {
  Challenge,
  ChallengeBook,
  CODE_MS,
  CustomerRepository,
  mailCode,
  MAILS_AN_HOUR,
  normalEmail,
  shownCode,
} from '../domain';
import { Asker, Chance, Houses, Mailer } from './ports';
import { Waiting } from './register';

/** A guest forgot the password. Nothing tells whether the address has an account; if it has, a code goes there. */
@Injectable()
export class ForgotPassword {
  constructor(
    private readonly transactions: Transactions,
    private readonly customers: CustomerRepository,
    private readonly challenges: ChallengeBook,
    private readonly houses: Houses,
    private readonly chance: Chance,
    private readonly mailer: Mailer,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `mail.unavailable`, `customer.venue_*` */
  async execute(given: string, venueId: string | undefined, { language }: Asker): Promise<Waiting> {
    this.mailer.check();
    const at = this.clock.now();
    const email = normalEmail(given);
    const venue = await this.houses.find(venueId);
    const customer = await this.customers.findByEmail(venue.id, email);
    const isKnown = customer?.state.isActive === true;
    const code = mailCode(this.chance.bytes(8));
    const challenge: Challenge = {
      ...{ kind: 'reset', venueId: venue.id, email, handle: this.chance.newToken() },
      ...{ code: isKnown ? code : null, payload: JSON.stringify(isKnown ? customer.uuid : null) },
      expiresAt: new Date(at.getTime() + CODE_MS),
    };
    const mails = await this.transactions.run((tx) => this.challenges.insert(tx, challenge, at));
    if (isKnown && mails <= MAILS_AN_HOUR) {
      this.mailer.post({ kind: 'reset_password', to: email, language, venueName: venue.name, code: shownCode(code) });
    }
    return { handle: challenge.handle, expiresAt: challenge.expiresAt };
  }
}
