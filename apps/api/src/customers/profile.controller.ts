import { Body, Controller, Delete, Get, Patch } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Throttle } from '@nestjs/throttler';
import { z } from 'zod';
import { Clock } from '@libs/kernel';
import { ChangeProfile, CustomerHoldings, DeleteAccount } from '@libs/customers/application';
import { CustomerQueries } from '@libs/customers/infrastructure';
import { Answers, CallingCustomer, CustomerCaller, ForCustomer } from '@libs/platform';
import {
  deleteBody,
  exportWire,
  OK,
  okWire,
  profileBody,
  profileWire,
  toChanges,
  toExport,
  toProfile,
} from './customers.dto';

/** What a guest sees and changes of themselves. There is no way to name anybody else. */
@ApiTags('customers')
@Controller('customers')
@ForCustomer()
export class CustomerProfileController {
  constructor(
    private readonly customers: CustomerQueries,
    private readonly holdings: CustomerHoldings,
    private readonly changeProfile: ChangeProfile,
    private readonly deleteAccount: DeleteAccount,
    private readonly clock: Clock,
  ) {}

  @Get('profile')
  @Answers({ summary: 'Who I am', body: profileWire })
  async profile(@CallingCustomer() caller: CustomerCaller) {
    return toProfile(await this.customers.own(caller.customerId));
  }

  @Patch('profile')
  @Answers({
    summary: 'Change what I told of myself, or what I agreed to',
    body: profileWire,
    refusals: { 422: 'customer.under_age' },
  })
  async change(
    @CallingCustomer() { customerId, ip }: CustomerCaller,
    @Body({ schema: profileBody }) body: z.output<typeof profileBody>,
  ) {
    await this.changeProfile.execute(customerId, toChanges(body), body.accepts_marketing, ip);
    return toProfile(await this.customers.own(customerId));
  }

  @Get('export')
  @Throttle({ default: { limit: 10, ttl: 60_000 } })
  @Answers({ summary: 'Everything that is kept about me', body: exportWire })
  async export(@CallingCustomer() { customerId }: CustomerCaller) {
    const [customer, consents, sessions, records] = await Promise.all([
      this.customers.own(customerId),
      this.customers.consents(customerId),
      this.customers.sessions(customerId),
      this.holdings.records(customerId),
    ]);
    return toExport(customer, consents, sessions, records, this.clock.now());
  }

  @Delete('profile')
  @Answers({
    summary: 'End my account: what tells who I am goes, every login ends',
    body: okWire,
    refusals: {
      400: 'password.wrong',
      409: 'customer.balance_left (facts holdings): settle it first; customer.things_left (facts holdings, counts): ask, then send gives_up',
      429: 'customer.locked (facts retry_after_s)',
    },
  })
  async end(
    @CallingCustomer() { customerId, ip }: CustomerCaller,
    @Body({ schema: deleteBody }) body: z.output<typeof deleteBody>,
  ) {
    await this.deleteAccount.execute(customerId, { password: body.password, givesUp: body.gives_up }, ip);
    return OK;
  }
}
