import { AppConfig } from '../config';

/** Whether a browser's Origin is the screens' own: the configured one, or in development the host that was asked. */
export function isOwnOrigin(origin: string, host: string | undefined, config: AppConfig): boolean {
  if (config.publicOrigin !== undefined) return origin === config.publicOrigin;
  return (
    !config.production &&
    (origin === `http://${host}` || origin === `https://${host}` || /^http:\/\/localhost:51\d\d$/.test(origin))
  );
}
