import { Injectable } from '@nestjs/common';
import { Clock, DomainError, Transactions } from '@libs/kernel';
import {
  Challenge,
  ChallengeBook,
  CODE_MS,
  CustomerRepository,
  mailCode,
  MAILS_AN_HOUR,
  normalEmail,
  readCode,
  SessionBook,
  shownCode,
} from '../domain';
import { actOf } from './acts';
import { OpenSession, Tokens } from './open-session';
import { OwnPassword } from './own-password';
import { Asker, Chance, Houses, Mailer } from './ports';
import { Waiting } from './register';

/** What is kept of a change until the new address is confirmed. */
interface PendingAddress {
  readonly customerId: string;
  readonly email: string;
}

/**
 * A guest wants another address: who types the password gets a code there. An address that has an account already gets a
 * mail that says so, and the answer is the same.
 */
@Injectable()
export class AskForNewEmail {
  constructor(
    private readonly transactions: Transactions,
    private readonly customers: CustomerRepository,
    private readonly challenges: ChallengeBook,
    private readonly own: OwnPassword,
    private readonly houses: Houses,
    private readonly chance: Chance,
    private readonly mailer: Mailer,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `password.wrong`, `customer.locked`, `mail.unavailable` */
  async execute(customerId: string, password: string, asked: string, { ip, language }: Asker): Promise<Waiting> {
    this.mailer.check();
    const { venueId } = (await this.own.confirm(customerId, password, ip)).state;
    const at = this.clock.now();
    const email = normalEmail(asked);
    const venue = await this.houses.find(venueId);
    const isKnown = (await this.customers.findByEmail(venueId, email)) !== undefined;
    const code = mailCode(this.chance.bytes(8));
    const pending: PendingAddress = { customerId, email };
    const challenge: Challenge = {
      ...{ kind: 'email', venueId, email, handle: this.chance.newToken() },
      ...{ code: isKnown ? null : code, payload: JSON.stringify(isKnown ? null : pending) },
      expiresAt: new Date(at.getTime() + CODE_MS),
    };
    const mails = await this.transactions.run((tx) => this.challenges.insert(tx, challenge, at));
    const about = { to: email, language, venueName: venue.name };
    if (mails <= MAILS_AN_HOUR) {
      if (isKnown) this.mailer.post({ kind: 'already_registered', ...about });
      else this.mailer.post({ kind: 'new_address', ...about, code: shownCode(code) });
    }
    return { handle: challenge.handle, expiresAt: challenge.expiresAt };
  }
}

/** The new address proves itself by its code. Every login ends, this one goes on; the old address is told. */
@Injectable()
export class ChangeEmail {
  constructor(
    private readonly transactions: Transactions,
    private readonly customers: CustomerRepository,
    private readonly challenges: ChallengeBook,
    private readonly sessions: SessionBook,
    private readonly openSession: OpenSession,
    private readonly houses: Houses,
    private readonly mailer: Mailer,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `customer.code_wrong`, `customer.already_registered` */
  async execute(customerId: string, handle: string, code: string, { ip, language }: Asker): Promise<Tokens> {
    const at = this.clock.now();
    const done = await this.transactions.run(async (tx) => {
      const payload = await this.challenges.take(tx, 'email', handle, readCode(code), at);
      const pending = payload === null ? null : (JSON.parse(payload) as PendingAddress | null);
      if (pending?.customerId !== customerId) return undefined;
      const customer = await this.customers.lock(tx, customerId);
      const { isActive, email: before, venueId } = customer.state;
      if (!isActive || before === null) return undefined;
      customer.changeEmail(pending.email, actOf(ip, at));
      await this.customers.update(tx, customer, at);
      await this.sessions.endAll(tx, customerId, at);
      // Neither a code that waits at the old address nor one at the new one counts any more.
      await this.challenges.forget(tx, venueId, before);
      await this.challenges.forget(tx, venueId, pending.email);
      return { before, venueId, tokens: await this.openSession.execute(tx, customer, at) };
    });
    // Refused only now: the wrong try has to stay counted.
    if (!done) throw new DomainError('customer.code_wrong', 'invalid');
    const venue = await this.houses.find(done.venueId);
    this.mailer.post({ kind: 'address_changed', to: done.before, language, venueName: venue.name });
    return done.tokens;
  }
}
