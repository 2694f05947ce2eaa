import { Injectable } from '@nestjs/common';
import { Request, Response } from 'express';
import { Authenticator } from 'passport';
import { ExtractJwt, Strategy } from 'passport-jwt';
import { z } from 'zod';
import { Clock } from '@libs/kernel';
import { AppConfig, CustomerCaller, CustomerReader, Database, ipOf, sql } from '@libs/platform';
import { ACCESS_SECONDS } from '../domain';
import { accessKey, issuerOf, TOKEN } from './access-token';

const CALLER = sql(
  'customers.caller',
  `SELECT c.venue_id, c.name FROM customers.sessions s JOIN customers.customers c ON c.uuid = s.customer_uuid
   WHERE s.id = $2 AND s.customer_uuid = $1 AND c.token_version = $3 AND s.token_version = $3 AND c.is_active
     AND s.revoked_at IS NULL AND s.expires_at > $4`,
);

/** What a token must say, all of it. */
const token = z.object({
  header: z.strictObject({ alg: z.literal(TOKEN.algorithm), typ: z.literal(TOKEN.typ) }),
  payload: z
    .strictObject({
      ...{ iss: z.string(), aud: z.literal(TOKEN.audience), sub: z.guid(), sid: z.guid() },
      ...{ ver: z.int().min(1).max(2_147_483_647), iat: z.int(), exp: z.int() },
    })
    .refine(({ iat, exp }) => exp - iat === ACCESS_SECONDS),
});

/**
 * Turns the bearer token of a request into the customer behind it, by passport's JWT strategy. Its own authenticator, not
 * the process's: two instances in one process keep their keys apart. The database is asked each time, so that a customer
 * who is shut out, logs out or changes the password is out at once.
 */
@Injectable()
export class PassportCustomerReader extends CustomerReader {
  private readonly passport = new Authenticator();

  constructor(
    config: AppConfig,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    super();
    const strategy = new Strategy(
      {
        jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
        secretOrKey: accessKey(config),
        algorithms: [TOKEN.algorithm],
        issuer: issuerOf(config),
        audience: TOKEN.audience,
        jsonWebTokenOptions: { complete: true, maxAge: ACCESS_SECONDS },
        passReqToCallback: true,
      },
      (req: Request, decoded: unknown, done: (error: unknown, caller?: CustomerCaller | false) => void) => {
        this.callerOf(decoded, ipOf(req)).then(
          (caller) => done(null, caller ?? false),
          (error: unknown) => done(error),
        );
      },
    );
    this.passport.use('customer', strategy);
  }

  customer(request: Request): Promise<CustomerCaller | undefined> {
    return new Promise((resolve, reject) => {
      const tell = (error: unknown, caller?: CustomerCaller | false | null): void => {
        if (error) reject(error instanceof Error ? error : new Error('the token could not be looked at'));
        else resolve(caller || undefined);
      };
      const authenticate = this.passport.authenticate('customer', { session: false }, tell) as (
        req: Request,
        res: Response | undefined,
        next: (error?: unknown) => void,
      ) => void;
      authenticate(request, request.res, tell);
    });
  }

  bearer(token: string, ip: string | null): Promise<CustomerCaller | undefined> {
    return this.customer({ headers: { authorization: `Bearer ${token}` }, ip } as Partial<Request> as Request);
  }

  private async callerOf(decoded: unknown, ip: string | null): Promise<CustomerCaller | undefined> {
    const read = token.safeParse(decoded);
    if (!read.success) return undefined;
    const { sub: customerId, sid: sessionId, ver, iat } = read.data.payload;
    const now = this.clock.now();
    if (iat * 1000 > now.getTime() + 5_000) return undefined;
    const values = [customerId, sessionId, ver, now];
    const [row] = await this.database.rows<{ venue_id: string; name: string }>(CALLER, values);
    return row && { customerId, sessionId, venueId: row.venue_id, name: row.name, ip };
  }
}
