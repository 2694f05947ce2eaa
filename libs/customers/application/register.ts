import { Injectable } from '@nestjs/common';
import { Clock, Rut, Transactions } from '@libs/kernel';
import {
  Challenge,
  ChallengeBook,
  checkAge,
  checkPassword,
  CODE_MS,
  CustomerDetails,
  CustomerRepository,
  mailCode,
  MAILS_AN_HOUR,
  normalEmail,
  shownCode,
} from '../domain';
import { Asker, Chance, Houses, Mailer, PasswordHasher } from './ports';

export interface Registration {
  readonly venueId: string | undefined;
  readonly email: string;
  readonly password: string;
  /** The RUT as a person writes it. */
  readonly details: CustomerDetails;
  readonly acceptsMarketing: boolean;
}

/** What waits for a code from a mail. */
export interface Waiting {
  readonly handle: string;
  readonly expiresAt: Date;
}

/** What is kept of a registration until its address is confirmed. */
export interface PendingRegistration {
  readonly venueId: string;
  readonly details: CustomerDetails;
  readonly email: string;
  readonly passwordHash: string;
  readonly acceptsMarketing: boolean;
  /** ISO-8601 */
  readonly acceptedAt: string;
}

/**
 * Somebody wants an account. Nothing tells whether the address has one already: a new address gets a code, a known one a
 * mail that says so, and the answer is the same. The account begins when handle and code come together (ConfirmEmail).
 */
@Injectable()
export class Register {
  constructor(
    private readonly transactions: Transactions,
    private readonly customers: CustomerRepository,
    private readonly challenges: ChallengeBook,
    private readonly houses: Houses,
    private readonly hasher: PasswordHasher,
    private readonly chance: Chance,
    private readonly mailer: Mailer,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `customer.under_age`, `password.*`, `rut.invalid`, `mail.unavailable`, `customer.venue_*` */
  async execute(given: Registration, { language }: Asker): Promise<Waiting> {
    this.mailer.check();
    const at = this.clock.now();
    const email = normalEmail(given.email);
    checkAge(given.details.birthDate, at);
    checkPassword(given.password, email);
    const rut = given.details.rut === null ? null : Rut.parse(given.details.rut).value;
    const venue = await this.houses.find(given.venueId);
    const passwordHash = await this.hasher.hash(given.password);
    const isKnown = (await this.customers.findByEmail(venue.id, email)) !== undefined;
    const pending: PendingRegistration = {
      ...{ venueId: venue.id, details: { ...given.details, rut }, email, passwordHash },
      ...{ acceptsMarketing: given.acceptsMarketing, acceptedAt: at.toISOString() },
    };
    const code = mailCode(this.chance.bytes(8));
    const challenge: Challenge = {
      ...{ kind: 'registration', venueId: venue.id, email, handle: this.chance.newToken() },
      ...{ code: isKnown ? null : code, payload: JSON.stringify(isKnown ? null : pending) },
      expiresAt: new Date(at.getTime() + CODE_MS),
    };
    const mails = await this.transactions.run((tx) => this.challenges.insert(tx, challenge, at));
    const about = { to: email, language, venueName: venue.name };
    // Nobody's mailbox is flooded by somebody who types its address again and again.
    if (mails <= MAILS_AN_HOUR) {
      if (isKnown) this.mailer.post({ kind: 'already_registered', ...about });
      else this.mailer.post({ kind: 'confirm_address', ...about, code: shownCode(code) });
    }
    return { handle: challenge.handle, expiresAt: challenge.expiresAt };
  }
}
