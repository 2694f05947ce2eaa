import { applyDecorators, createParamDecorator, ExecutionContext, SetMetadata } from '@nestjs/common';
import { ApiExtension, ApiSecurity } from '@nestjs/swagger';
import { NocheRequest } from '../http/request';
import { AgentCaller, AppCaller, CustomerCaller, DevicePrincipal, Principal } from './principal';

/** What a route asks of its caller. */
export type Access =
  /** With `app`, the key of an app counts; with a scope it has to have it. */
  | { readonly kind: 'public'; readonly app?: { readonly scope?: string } }
  | { readonly kind: 'device' }
  | { readonly kind: 'agent' }
  | { readonly kind: 'customer' }
  | { readonly kind: 'session'; readonly locked: boolean; readonly anyOf: readonly string[] };

export const ACCESS = 'noche.access';

/** Declares it for the guard, and for whoever reads the OpenAPI document (`x-access`). */
function access(asked: Access): MethodDecorator & ClassDecorator {
  return applyDecorators(SetMetadata(ACCESS, asked), ApiExtension('x-access', shownOf(asked)), ...proofsOf(asked));
}

function shownOf(asked: Access): object {
  if (asked.kind === 'session') return { kind: asked.kind, any_of: asked.anyOf };
  return { kind: asked.kind, ...(asked.kind === 'public' ? asked.app : {}) };
}

/** With a key or with nothing: one of two is enough, which is how OpenAPI says optional. */
function proofsOf(asked: Access): (MethodDecorator & ClassDecorator)[] {
  if (asked.kind !== 'public') return [ApiSecurity(asked.kind)];
  return asked.app ? [ApiSecurity({}), ApiSecurity('app')] : [];
}

/** Anyone may call it. */
export const Public = () => access({ kind: 'public' });

/** Anyone may read it; an app may with its key, if the key has this scope, and then reads of the key's house. */
export const PublicRead = (scope: string) => access({ kind: 'public', app: { scope } });

/** Anyone may call it; the key of an app opens nothing here and says which house is meant. */
export const PublicOfHouse = () => access({ kind: 'public', app: {} });

/** An enrolled tablet may call it, with nobody logged in. */
export const ForDevice = () => access({ kind: 'device' });

/** A payment agent may call it, with its key. */
export const ForAgent = () => access({ kind: 'agent' });

/** A customer may call it, with an access token. Sessions of staff do not count here. */
export const ForCustomer = () => access({ kind: 'customer' });

/** A person with a session and one of these permissions; with none named, any person with a session. */
export const Allow = (...anyOf: string[]) => access({ kind: 'session', locked: false, anyOf });

/** Like {@link Allow} without permissions, and a locked session will do: who am I, log out. */
export const AllowLocked = () => access({ kind: 'session', locked: true, anyOf: [] });

/** Who is calling. Only on routes with {@link Allow}. */
export const Caller = createParamDecorator((_: unknown, context: ExecutionContext): Principal => {
  const { principal } = context.switchToHttp().getRequest<NocheRequest>();
  if (!principal) throw new TypeError('@Caller on a route that asks for no session');
  return principal;
});

/** The tablet that is calling. Only on routes with {@link ForDevice}. */
export const CallingDevice = createParamDecorator((_: unknown, context: ExecutionContext): DevicePrincipal => {
  const { device } = context.switchToHttp().getRequest<NocheRequest>();
  if (!device) throw new TypeError('@CallingDevice on a route that asks for no device');
  return device;
});

/** The payment agent that is calling. Only on routes with {@link ForAgent}. */
export const CallingAgent = createParamDecorator((_: unknown, context: ExecutionContext): AgentCaller => {
  const { agent } = context.switchToHttp().getRequest<NocheRequest>();
  if (!agent) throw new TypeError('@CallingAgent on a route that asks for no agent');
  return agent;
});

/** The customer who is calling. Only on routes with {@link ForCustomer}. */
export const CallingCustomer = createParamDecorator((_: unknown, context: ExecutionContext): CustomerCaller => {
  const { customer } = context.switchToHttp().getRequest<NocheRequest>();
  if (!customer) throw new TypeError('@CallingCustomer on a route that asks for no customer');
  return customer;
});

/** The app whose key came along, undefined without one. Only on routes of guests and of everybody. */
export const CallingApp = createParamDecorator(
  (_: unknown, context: ExecutionContext): AppCaller | undefined =>
    context.switchToHttp().getRequest<NocheRequest>().apiKey,
);
