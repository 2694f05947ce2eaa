import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { SwitchAccess } from '@libs/customers/application';
import { CustomerQueries } from '@libs/customers/infrastructure';
import { Allow, Answers, Caller, idParam, Principal } from '@libs/platform';
import { customerPage, customersQuery, customerWire, disableBody, toCustomer, toCustomerPage } from './customers.dto';

const UNKNOWN = { 404: 'customer.unknown' };
type Id = z.output<typeof idParam>;

/** The guests with an account, for the back office. */
@ApiTags('customers')
@Controller('customers')
export class CustomersController {
  constructor(
    private readonly customers: CustomerQueries,
    private readonly switchAccess: SwitchAccess,
  ) {}

  @Get()
  @Allow('customer.manage')
  @Answers({ summary: 'Customers by name', body: customerPage })
  async list(@Caller() caller: Principal, @Query({ schema: customersQuery }) query: z.output<typeof customersQuery>) {
    return toCustomerPage(await this.customers.list(caller.venueId, query));
  }

  @Post(':id/disable')
  @Allow('customer.manage')
  @Answers({ summary: 'Shut an account; its tokens end at once', body: customerWire, refusals: UNKNOWN })
  async disable(
    @Caller() caller: Principal,
    @Param({ schema: idParam }) { id }: Id,
    @Body({ schema: disableBody }) body: z.output<typeof disableBody>,
  ) {
    await this.switchAccess.disable(caller, id, body.reason);
    return toCustomer(await this.customers.one(caller.venueId, id));
  }

  @Post(':id/enable')
  @Allow('customer.manage')
  @Answers({
    summary: 'Open an account again; the guest logs in anew',
    body: customerWire,
    refusals: { ...UNKNOWN, 410: 'customer.deleted' },
  })
  async enable(@Caller() caller: Principal, @Param({ schema: idParam }) { id }: Id) {
    await this.switchAccess.enable(caller, id);
    return toCustomer(await this.customers.one(caller.venueId, id));
  }
}
