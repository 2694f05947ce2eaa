import { CanActivate, ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Response } from 'express';
import { DomainError } from '@libs/kernel';
import { AppConfig } from '../config';
import { ipOf, NocheRequest } from '../http/request';
import { appOf, deviceSecret, readCookies, sessionSecret } from './cookies';
import { Access, ACCESS } from './decorators';
import { isOwnOrigin } from './origin';
import { AgentReader, AppCaller, AppReader, CustomerReader, SessionReader } from './principal';

const READS = new Set(['GET', 'HEAD']);
const API_KEY = /^[\w-]{20,200}$/;

/** Lets in who may, and says nothing of what stands behind. A route that declares no access is closed. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionReader,
    private readonly agents: AgentReader,
    private readonly customers: CustomerReader,
    private readonly apps: AppReader,
    private readonly config: AppConfig,
  ) {}

  /** @throws DomainError `auth.*` or `request.*` with its kind */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (!access) throw new DomainError('auth.forbidden', 'forbidden');
    const req = context.switchToHttp().getRequest<NocheRequest>();
    if (!READS.has(req.method)) this.refuseForeignWrites(req, access);
    if (access.kind === 'public') return this.letEverybodyIn(context, req, access);
    if (access.kind === 'agent') return this.letAgentIn(req);
    if (access.kind === 'customer') return this.letCustomerIn(req);
    const cookies = readCookies(req.headers.cookie);
    if (access.kind === 'device') return this.letDeviceIn(req, deviceSecret(cookies));
    return this.letPersonIn(req, access, sessionSecret(cookies, appOf(req.headers)));
  }

  private async letPersonIn(
    req: NocheRequest,
    access: Access & { kind: 'session' },
    secret?: string,
  ): Promise<boolean> {
    const principal = secret ? await this.sessions.session(secret, ipOf(req)) : undefined;
    if (!principal) throw new DomainError('auth.required', 'unauthenticated');
    if (principal.isLocked && !access.locked) throw new DomainError('auth.locked', 'locked');
    if (access.anyOf.length > 0 && !access.anyOf.some((permission) => principal.permissions.has(permission))) {
      throw new DomainError('auth.forbidden', 'forbidden');
    }
    req.principal = principal;
    return true;
  }

  /** Without a key anybody comes in; where keys count, one that comes along has to be good, and good for this. */
  private async letEverybodyIn(
    context: ExecutionContext,
    req: NocheRequest,
    { app: asked }: Access & { kind: 'public' },
  ): Promise<boolean> {
    if (asked === undefined) return true;
    // The key chooses the house: what is kept on the way is kept for each key apart.
    context.switchToHttp().getResponse<Response>().vary('X-Api-Key');
    const app = await this.appOf(req);
    if (app && asked.scope !== undefined && !app.scopes.includes(asked.scope))
      throw new DomainError('api_key.scope_missing', 'forbidden');
    return true;
  }

  /** @throws DomainError `api_key.invalid` for a key that is broken, unknown or revoked */
  private async appOf(req: NocheRequest): Promise<AppCaller | undefined> {
    const given = req.headers['x-api-key'];
    if (given === undefined) return undefined;
    const app = typeof given === 'string' && API_KEY.test(given) ? await this.apps.app(given) : undefined;
    if (!app) throw new DomainError('api_key.invalid', 'unauthenticated');
    req.apiKey = app;
    return app;
  }

  private async letAgentIn(req: NocheRequest): Promise<boolean> {
    const key = /^Bearer ([\w-]{20,200})$/.exec(req.headers.authorization ?? '')?.[1];
    const agent = key ? await this.agents.agent(key, ipOf(req)) : undefined;
    if (!agent) throw new DomainError('agent.key_invalid', 'unauthenticated');
    req.agent = agent;
    return true;
  }

  private async letCustomerIn(req: NocheRequest): Promise<boolean> {
    const app = await this.appOf(req);
    const customer = await this.customers.customer(req);
    if (!customer || (app && app.venueId !== customer.venueId))
      throw new DomainError('customer.token_invalid', 'unauthenticated');
    req.customer = customer;
    return true;
  }

  private async letDeviceIn(req: NocheRequest, secret?: string): Promise<boolean> {
    const device = secret ? await this.sessions.device(secret) : undefined;
    if (!device) throw new DomainError('device.not_enrolled', 'unauthenticated');
    req.device = device;
    return true;
  }

  /** Cookies travel by themselves: a write must be JSON and, when a browser says where it comes from, from us. */
  private refuseForeignWrites(req: NocheRequest, access: Access): void {
    const hasBody = Number(req.headers['content-length'] ?? 0) > 0 || req.headers['transfer-encoding'] !== undefined;
    if (hasBody && !req.is('application/json')) throw new DomainError('request.not_json', 'invalid');
    const { origin } = req.headers;
    if (origin !== undefined && !isOwnOrigin(origin, req.headers.host, this.config)) {
      const isOfGuests = access.kind === 'customer' || access.kind === 'public';
      if (req.isFromGuestApp && isOfGuests) return;
      throw new DomainError('request.foreign_origin', 'forbidden');
    }
  }
}
