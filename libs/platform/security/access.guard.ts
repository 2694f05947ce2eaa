import { CanActivate, ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { DomainError } from '@libs/kernel';
import { AppConfig } from '../config';
import { ipOf, NocheRequest } from '../http/request';
import { appOf, deviceSecret, readCookies, sessionSecret } from './cookies';
import { Access, ACCESS } from './decorators';
import { isOwnOrigin } from './origin';
import { AgentReader, CustomerReader, SessionReader } from './principal';

const READS = new Set(['GET', 'HEAD']);

/** Lets in who may, and says nothing of what stands behind. A route that declares no access is closed. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionReader,
    private readonly agents: AgentReader,
    private readonly customers: CustomerReader,
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
    if (access.kind === 'public') return true;
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

  private async letAgentIn(req: NocheRequest): Promise<boolean> {
    const key = /^Bearer ([\w-]{20,200})$/.exec(req.headers.authorization ?? '')?.[1];
    const agent = key ? await this.agents.agent(key, ipOf(req)) : undefined;
    if (!agent) throw new DomainError('agent.key_invalid', 'unauthenticated');
    req.agent = agent;
    return true;
  }

  private async letCustomerIn(req: NocheRequest): Promise<boolean> {
    const customer = await this.customers.customer(req);
    if (!customer) throw new DomainError('customer.token_invalid', 'unauthenticated');
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
