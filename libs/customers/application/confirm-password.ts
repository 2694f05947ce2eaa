import { Injectable } from '@nestjs/common';
import { Clock, Transactions } from '@libs/kernel';
import { addressGroup, Customer, LoginAttempts } from '../domain';
import { PasswordHasher } from './ports';

export interface PasswordTry {
  readonly venueId: string;
  readonly email: string;
  readonly password: string;
  readonly ip: string | null;
}

/**
 * Checks a password. Wrong ones are counted by account and address together: five lock that account for that address, and
 * for nobody else, so that no stranger can lock a guest out.
 */
@Injectable()
export class ConfirmPassword {
  constructor(
    private readonly transactions: Transactions,
    private readonly attempts: LoginAttempts,
    private readonly hasher: PasswordHasher,
    private readonly clock: Clock,
  ) {}

  /** Takes as long for somebody unknown. @throws DomainError `customer.locked` (facts retryAfterS) */
  async execute(customer: Customer | undefined, { venueId, email, password, ip }: PasswordTry): Promise<boolean> {
    const key = `${venueId} ${email} ${addressGroup(ip)}`;
    await this.transactions.run((tx) => this.attempts.reserve(tx, key, this.clock.now()));
    const isRight = await this.hasher.matches(customer?.state.passwordHash ?? null, password);
    if (isRight) await this.transactions.run((tx) => this.attempts.forgive(tx, key));
    return isRight;
  }
}
