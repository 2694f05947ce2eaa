import { Request, Response } from 'express';
import { DomainError } from '@libs/kernel';
import { AppConfig, AppName, appOf, clearSecret, setSecret, Station } from '@libs/platform';

const APP_OF: Readonly<Record<Station, AppName>> = {
  admin: 'admin',
  register: 'pos',
  bar: 'bar',
  wardrobe: 'wardrobe',
  door: 'door',
};

/** A screen logs in to its own station only. @throws DomainError `auth.wrong_app` */
export function refuseOtherApp(req: Request, station: Station): void {
  const app = appOf(req.headers);
  const named = req.headers['x-app'];
  if (named !== undefined && app !== APP_OF[station]) throw new DomainError('auth.wrong_app', 'invalid', { station });
}

/** Hands the session's secret to the screen of its station. */
export function setSession(req: Request, res: Response, config: AppConfig, station: Station, token: string): void {
  setSecret(req, res, config, APP_OF[station], token);
}

export function clearSession(req: Request, res: Response, station: Station): void {
  clearSecret(req, res, APP_OF[station]);
}
