import { Injectable } from '@nestjs/common';
import { Clock, DomainError, Transactions } from '@libs/kernel';
import { ChallengeBook, Customer, CustomerRepository, readCode } from '../domain';
import { actOf } from './acts';
import { OpenSession, Tokens } from './open-session';
import { PendingRegistration } from './register';

/**
 * The account begins. It takes the handle, which only who registered holds, and the code, which only who reads the mailbox
 * knows: neither can somebody else's address be used, nor can somebody be led into confirming a stranger's password.
 */
@Injectable()
export class ConfirmEmail {
  constructor(
    private readonly transactions: Transactions,
    private readonly customers: CustomerRepository,
    private readonly challenges: ChallengeBook,
    private readonly openSession: OpenSession,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `customer.code_wrong`, `customer.already_registered` */
  async execute(handle: string, code: string, ip: string | null): Promise<Tokens> {
    const at = this.clock.now();
    const tokens = await this.transactions.run(async (tx) => {
      const payload = await this.challenges.take(tx, 'registration', handle, readCode(code), at);
      if (payload === null) return undefined;
      const { details, acceptedAt, ...pending } = JSON.parse(payload) as PendingRegistration;
      const given = { ...details, ...pending, termsAcceptedAt: new Date(acceptedAt) };
      const customer = Customer.register(given, actOf(ip, at));
      await this.customers.insert(tx, customer);
      await this.challenges.forget(tx, pending.venueId, pending.email);
      return this.openSession.execute(tx, customer, at);
    });
    // Refused only now: the wrong try has to stay counted.
    if (!tokens) throw new DomainError('customer.code_wrong', 'invalid');
    return tokens;
  }
}
