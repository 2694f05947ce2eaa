import { IncomingMessage, ServerResponse } from 'node:http';
import { RequestHandler } from 'express';
import helmet from 'helmet';
import { newId } from '@libs/kernel';
import { AppConfig } from '@libs/platform';
import { securityHeaders } from './security-headers';

const PERMISSIONS = 'camera=(self), microphone=(), geolocation=(), payment=()';

/**
 * One step instead of fifteen on the way of every request: its id, and the headers of every answer. They are the same each
 * time, so helmet is asked once what they are.
 */
export function prepareRequest(config: AppConfig): RequestHandler {
  const headers = [...headersOf(config), ['Permissions-Policy', PERMISSIONS] as const];
  return (req, res, next) => {
    (req as IncomingMessage & { id?: unknown }).id = requestId(req, res);
    for (const [name, value] of headers) res.setHeader(name, value);
    // Answers of the API are nobody's to keep; screens say for themselves.
    if (req.url.startsWith('/api')) res.setHeader('Cache-Control', 'no-store');
    next();
  };
}

/** What helmet sets for this configuration. */
function headersOf(config: AppConfig): (readonly [string, string])[] {
  const set: [string, string][] = [];
  const res = {
    setHeader: (name: string, value: string) => set.push([name, value]),
    removeHeader: () => undefined,
  } as unknown as ServerResponse;
  helmet(securityHeaders(config))({} as IncomingMessage, res, (error?: unknown) => {
    if (error) throw error as Error;
  });
  return set;
}

/** Keeps the id that a proxy gave, when it looks like one, and hands it back to the caller. */
function requestId(req: IncomingMessage, res: ServerResponse): string {
  const given = req.headers['x-request-id'];
  const id = typeof given === 'string' && /^[\w-]{8,64}$/.test(given) ? given : newId();
  res.setHeader('X-Request-Id', id);
  return id;
}
