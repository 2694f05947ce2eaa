import { Injectable } from '@nestjs/common';
import { Clock, Rut, Transactions } from '@libs/kernel';
import { checkAge, CustomerDetails, CustomerRepository } from '../domain';
import { actOf } from './acts';

/** A guest changes what they told of themselves, or what they agreed to. */
@Injectable()
export class ChangeProfile {
  constructor(
    private readonly transactions: Transactions,
    private readonly customers: CustomerRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * @param details only what is to change
   * @throws DomainError `customer.under_age`, `rut.invalid`
   */
  async execute(
    customerId: string,
    details: Partial<CustomerDetails>,
    acceptsMarketing: boolean | undefined,
    ip: string | null,
  ): Promise<void> {
    const at = this.clock.now();
    checkAge(details.birthDate ?? null, at);
    const rut = details.rut ? { rut: Rut.parse(details.rut).value } : {};
    await this.transactions.run(async (tx) => {
      const customer = await this.customers.lock(tx, customerId);
      customer.change({ ...details, ...rut }, acceptsMarketing, actOf(ip, at));
      await this.customers.update(tx, customer, at);
    });
  }
}
