import { Injectable } from '@nestjs/common';
import { ThrottlerGuard, ThrottlerRequest } from '@nestjs/throttler';
import { NocheRequest } from './request';

/** An app calls for all of its guests, often from the few addresses of whoever hosts it. */
const ADDRESSES_OF_AN_APP = 10;

/**
 * Counts requests by customer where one is known, reads with the key of an app by that key, and otherwise by address: a
 * whole club may share one. Writes with a key count by address like any other: they try passwords and codes.
 */
@Injectable()
export class RequestLimitGuard extends ThrottlerGuard {
  protected override getTracker(req: NocheRequest): Promise<string> {
    if (req.customer) return Promise.resolve(`customer ${req.customer.customerId}`);
    const app = readingApp(req);
    return Promise.resolve(app ? `api key ${app.id}` : (req.ip ?? ''));
  }

  protected override handleRequest(asked: ThrottlerRequest): Promise<boolean> {
    const req = asked.context.switchToHttp().getRequest<NocheRequest>();
    const factor = !req.customer && readingApp(req) ? ADDRESSES_OF_AN_APP : 1;
    return super.handleRequest({ ...asked, limit: asked.limit * factor });
  }
}

function readingApp({ method, apiKey }: NocheRequest): NocheRequest['apiKey'] {
  return method === 'GET' || method === 'HEAD' ? apiKey : undefined;
}
