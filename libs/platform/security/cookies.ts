import { Request, Response } from 'express';
import { DomainError } from '@libs/kernel';
import { AppConfig } from '../config';
import { AppName, APPS } from './principal';

const DEVICE_AGE_S = 400 * 24 * 3600;

/** Which screen is asking: it names itself, since several may be open in one browser. */
export function appOf(headers: Record<string, string | string[] | undefined>): AppName | undefined {
  const named = headers['x-app'];
  return APPS.find((app) => app === named);
}

/** The cookies of a request, by name. The last of two with one name wins, as in Express. */
export function readCookies(header: string | undefined): Map<string, string> {
  const cookies = new Map<string, string>();
  for (const pair of (header ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at > 0) cookies.set(pair.slice(0, at).trim(), pair.slice(at + 1).trim());
  }
  return cookies;
}

/** The session's secret: of the screen that asks, or the only one there is. */
export function sessionSecret(cookies: Map<string, string>, app: AppName | undefined): string | undefined {
  const named = (name: AppName): string | undefined =>
    cookies.get(`__Host-noche-${name}`) ?? cookies.get(`noche-${name}`);
  if (app) return named(app);
  const all = APPS.map(named).filter((secret) => secret !== undefined);
  return all.length === 1 ? all[0] : undefined;
}

export function deviceSecret(cookies: Map<string, string>): string | undefined {
  return cookies.get('__Host-noche-device') ?? cookies.get('noche-device');
}

/**
 * Sets a secret as a cookie: HttpOnly, SameSite=Strict, and with `__Host-` and Secure over HTTPS. Plain HTTP is for
 * trying the product out on a desk; production refuses it.
 * @throws DomainError `transport.insecure`
 */
export function setSecret(
  req: Request,
  res: Response,
  config: AppConfig,
  cookie: AppName | 'device',
  secret: string,
): void {
  if (!req.secure && config.production) throw new DomainError('transport.insecure', 'forbidden');
  res.cookie(cookieName(req, cookie), secret, {
    httpOnly: true,
    sameSite: 'strict',
    secure: req.secure,
    path: '/',
    ...(cookie === 'device' ? { maxAge: DEVICE_AGE_S * 1000 } : {}),
  });
}

export function clearSecret(req: Request, res: Response, cookie: AppName | 'device'): void {
  res.clearCookie(cookieName(req, cookie), { httpOnly: true, sameSite: 'strict', secure: req.secure, path: '/' });
}

function cookieName(req: Request, cookie: AppName | 'device'): string {
  return `${req.secure ? '__Host-' : ''}noche-${cookie}`;
}
