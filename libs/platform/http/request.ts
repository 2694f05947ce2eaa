import { Request } from 'express';
import { AgentCaller, AppCaller, CustomerCaller, DevicePrincipal, Principal } from '../security/principal';

/** A request on its way through the guards. */
export interface NocheRequest extends Request {
  principal?: Principal;
  device?: DevicePrincipal;
  agent?: AgentCaller;
  customer?: CustomerCaller;
  /** Of calls of guests and of everybody that carry the key of an app. */
  apiKey?: AppCaller;
  /** From an app of another origin that the house named, to a route that guests call. */
  isFromGuestApp?: boolean;
  /** Of webhooks: what the signature covers. */
  rawBody?: Buffer;
}

export type Language = 'es' | 'en';

/** The caller's language: Spanish unless English is asked for first. */
export function languageOf(req: Request): Language {
  return req.acceptsLanguages('es', 'en') === 'en' ? 'en' : 'es';
}

/** The client's address, from the last trusted proxy when there is one. */
export function ipOf(req: Request): string | null {
  return req.ip ?? null;
}
