import { Injectable } from '@nestjs/common';
import { ThrottlerGuard } from '@nestjs/throttler';
import { NocheRequest } from './request';

/** Counts requests by customer where one is known, otherwise by address: a whole club may share one address. */
@Injectable()
export class RequestLimitGuard extends ThrottlerGuard {
  protected override getTracker(req: NocheRequest): Promise<string> {
    return Promise.resolve(req.customer ? `customer ${req.customer.customerId}` : (req.ip ?? ''));
  }
}
