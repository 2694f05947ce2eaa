import { RequestHandler } from 'express';
import { AppConfig, NocheRequest } from '@libs/platform';

/** Routes of guests and of everybody: no cookie counts there, so that another origin may call them. */
const FOR_GUESTS =
  /^\/api\/v1\/(customers|wallet|public|products|points|rewards|entradas|payments|tickets\/my-tickets|tickets\/claim|sales\/mine)(?=[/?]|$)/;

/** What a browser may send and read from there. */
const ALLOWED = {
  'Access-Control-Allow-Methods': 'GET, POST, PATCH, DELETE',
  'Access-Control-Allow-Headers': 'Authorization, Content-Type, Idempotency-Key, Accept-Language, X-Api-Key',
  'Access-Control-Max-Age': '600',
};
const EXPOSED = 'Idempotent-Replayed, Retry-After, X-Request-Id';

/** Lets apps of other origins call guests’ routes, those that are named in the configuration and never with cookies. */
export function crossOrigin({ corsOrigins }: AppConfig): RequestHandler {
  return (req, res, next) => {
    const { origin } = req.headers;
    if (corsOrigins.length === 0 || !FOR_GUESTS.test(req.url)) return next();
    res.setHeader('Vary', 'Origin');
    if (origin === undefined || !corsOrigins.includes(origin)) return next();
    (req as NocheRequest).isFromGuestApp = true;
    res.setHeader('Access-Control-Allow-Origin', origin);
    res.setHeader('Access-Control-Expose-Headers', EXPOSED);
    if (req.method !== 'OPTIONS' || req.headers['access-control-request-method'] === undefined) return next();
    for (const [name, value] of Object.entries(ALLOWED)) res.setHeader(name, value);
    res.status(204).end();
  };
}
