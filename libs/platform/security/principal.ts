import { Request } from 'express';
import { Actor } from '@libs/kernel';

/** The screens, each with a session of its own in the same browser. */
export const APPS = ['pos', 'bar', 'wardrobe', 'door', 'kiosk', 'admin'] as const;
export type AppName = (typeof APPS)[number];

/** Where a person works in this session. */
export type Station = 'admin' | 'register' | 'bar' | 'wardrobe' | 'door';

/** A person with a valid session, as guards and controllers see them. */
export interface Principal extends Actor {
  readonly kind: 'admin' | 'staff' | 'bartender';
  readonly station: Station;
  readonly roles: readonly string[];
  /** A locked session keeps its cart and its place; it may only be unlocked. */
  readonly isLocked: boolean;
}

/** An enrolled tablet, known by its credential. */
export interface DevicePrincipal {
  readonly deviceId: string;
  readonly venueId: string;
  readonly name: string;
}

/** A program beside a card terminal, known by its key. */
export interface AgentCaller {
  readonly id: string;
  readonly venueId: string;
  readonly registerId: string;
  readonly registerName: string;
  readonly name: string;
  readonly ip: string | null;
}

/** A guest with an account, known by an access token. */
export interface CustomerCaller {
  /** The UUID. */
  readonly customerId: string;
  readonly venueId: string;
  readonly name: string;
  /** What logging out ends. */
  readonly sessionId: string;
  readonly ip: string | null;
}

/** An app that somebody built without code, known by its static key. It stands for a house, never for a person. */
export interface AppCaller {
  /** Of the key. */
  readonly id: string;
  readonly venueId: string;
  readonly name: string;
  readonly scopes: readonly string[];
}

/** Implemented by the staff context. */
export abstract class AppReader {
  /** @returns undefined when unknown or revoked */
  abstract app(key: string): Promise<AppCaller | undefined>;
}

/** Implemented by the customers context. */
export abstract class CustomerReader {
  /** @returns undefined when the request carries no token that counts, or the customer or session behind it is out */
  abstract customer(request: Request): Promise<CustomerCaller | undefined>;
  /** The same for a token that came another way than in the header. */
  abstract bearer(token: string, ip: string | null): Promise<CustomerCaller | undefined>;
}

/** Implemented by the payments context. */
export abstract class AgentReader {
  /** @returns undefined when unknown or revoked */
  abstract agent(key: string, ip: string | null): Promise<AgentCaller | undefined>;
}

/** On this channel the database tells that something about sessions, people or tablets changed, whoever changed it. */
export const SESSIONS_CHANGED = 'noche_staff';

/** Implemented by the staff context: turns a secret from a cookie into who it stands for. */
export abstract class SessionReader {
  /** @returns undefined when unknown, revoked, idle for too long, or its person or device is out */
  abstract session(token: string, ip: string | null): Promise<Principal | undefined>;
  abstract device(credential: string): Promise<DevicePrincipal | undefined>;
}
