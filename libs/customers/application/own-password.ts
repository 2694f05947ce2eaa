import { Injectable } from '@nestjs/common';
import { DomainError, Transaction } from '@libs/kernel';
import { Customer, CustomerRepository } from '../domain';
import { ConfirmPassword } from './confirm-password';

/** The own account, to be changed only by who types its password once more. */
@Injectable()
export class OwnPassword {
  constructor(
    private readonly customers: CustomerRepository,
    private readonly confirmPassword: ConfirmPassword,
  ) {}

  /** @throws DomainError `password.wrong`, `customer.locked` (facts retryAfterS), `customer.unknown` */
  async confirm(customerId: string, password: string, ip: string | null): Promise<Customer> {
    const customer = await this.customers.find(customerId);
    if (!customer) throw new DomainError('customer.unknown', 'not_found');
    const { venueId, email } = customer.state;
    const isRight = await this.confirmPassword.execute(customer, { venueId, email: email ?? '', password, ip });
    if (!isRight) throw new DomainError('password.wrong', 'invalid');
    return customer;
  }

  /** The account, locked, if its password is still the one that was confirmed. @throws DomainError `password.wrong` */
  async lock(tx: Transaction, confirmed: Customer): Promise<Customer> {
    const customer = await this.customers.lock(tx, confirmed.uuid);
    if (customer.state.passwordHash !== confirmed.state.passwordHash)
      throw new DomainError('password.wrong', 'invalid');
    if (!customer.state.isActive) throw new DomainError('customer.disabled', 'forbidden');
    return customer;
  }
}
