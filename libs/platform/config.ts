import { z } from 'zod';

const base64Key = z
  .string()
  .regex(/^[A-Za-z0-9+/]{43}=$/, 'must be 32 bytes in base64: openssl rand -base64 32')
  .refine((value) => new Set(Buffer.from(value, 'base64')).size > 8, 'is not random');

const flag = z.enum(['true', 'false']).transform((value) => value === 'true');

/** `https://a.example, https://b.example`: scheme, host and port, nothing behind them. */
function originsOf(text: string, context: z.RefinementCtx): readonly string[] {
  const origins = text.split(',').flatMap((part) => part.trim() || []);
  for (const origin of origins) {
    if (!URL.canParse(origin) || new URL(origin).origin !== origin) {
      context.addIssue({ code: 'custom', message: `names ${origin}, which is no origin such as https://app.example` });
    }
  }
  return origins;
}

/** Everything that can be set from outside, with its unit and default. The README's table lists the same names. */
const environment = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  DATABASE_POOL: z.coerce.number().int().min(2).max(100).default(10),
  PIN_PEPPER: base64Key,
  QR_SECRET: base64Key,
  DATA_KEY: base64Key,
  PUBLIC_ORIGIN: z.url().optional(),
  CORS_ORIGINS: z.string().default('').transform(originsOf),
  CUSTOMER_APP_URL: z.url({ protocol: /^https?$/ }).optional(),
  TRUST_PROXY: z.coerce.number().int().min(0).max(5).default(0),
  RATE_LIMIT_PER_MINUTE: z.coerce.number().int().min(1).default(300),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  METRICS_TOKEN: z.string().min(16).optional(),
  API_DOCS: flag.default(true),
  GETNET_WEB_URL: z.url().optional(),
  GETNET_WEB_LOGIN: z.string().optional(),
  GETNET_WEB_SECRET_KEY: z.string().optional(),
  KLAP_URL: z.url().optional(),
  KLAP_APIKEY: z.string().optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().max(200).default('Noche <noreply@localhost>'),
  MAIL_FOLDER: z.string().default('./data/mail'),
});

/** Typed configuration of a running instance; its own DI token. */
export abstract class AppConfig {
  abstract readonly production: boolean;
  abstract readonly port: number;
  abstract readonly databaseUrl: string;
  /** Connections in the pool. */
  abstract readonly databasePool: number;
  /** Kept outside the database; mixed into every PIN and password hash. */
  abstract readonly pinPepper: Buffer;
  /** Makes the tokens in tickets' QRs and the tickets' integrity hashes. */
  abstract readonly qrSecret: Buffer;
  /** Encrypts what must be readable again: stored answers, TOTP secrets. */
  abstract readonly dataKey: Buffer;
  /** Origin of the screens; other origins may not write or open sockets. */
  abstract readonly publicOrigin: string | undefined;
  /** Origins whose apps may call guests' routes; none unless named. */
  abstract readonly corsOrigins: readonly string[];
  /** Where guests come back to after paying online; undefined: a page of ours that says so. */
  abstract readonly customerAppUrl: string | undefined;
  /** How many proxies stand in front; the client's address is taken from the last of them. */
  abstract readonly trustProxy: number;
  /** Requests a minute of one address without a session, and of one customer. */
  abstract readonly rateLimitPerMinute: number;
  abstract readonly logLevel: string;
  abstract readonly metricsToken: string | undefined;
  abstract readonly apiDocs: boolean;
  /** Getnet Web Checkout; undefined while the house has no contract. */
  abstract readonly getnetWeb: { readonly url: string; readonly login: string; readonly secretKey: string } | undefined;
  /** Mail to customers: by SMTP, or into a folder where people are only trying things out; with neither, none is sent. */
  abstract readonly mail: { readonly from: string; readonly smtpUrl?: string; readonly folder?: string };
  /** Klap Checkout; undefined while the house has no contract. */
  abstract readonly klap: { readonly url: string; readonly apikey: string } | undefined;
}

/** The configuration is wrong; the message is one sentence for the person who starts the program. */
export class ConfigError extends Error {}

/** Keys that stand in examples and tests and must never guard a real house. */
export const SAMPLE_KEYS: ReadonlySet<string> = new Set([
  'c2FtcGxlLXBlcHBlci1mb3ItdGVzdHMtb25seS0zMmI=',
  'c2FtcGxlLXFyLXNlY3JldC1mb3ItdGVzdHMtMzJieSE=',
  'c2FtcGxlLWRhdGEta2V5LWZvci10ZXN0cy0zMmJ5dCE=',
]);

/** @throws ConfigError in one sentence that names each wrong variable */
export function loadConfig(env: Record<string, string | undefined>): AppConfig {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
    throw new ConfigError(`The configuration is wrong: ${wrong.join('; ')}.`);
  }
  const e = parsed.data;
  const production = e.NODE_ENV === 'production';
  const sample = (['PIN_PEPPER', 'QR_SECRET', 'DATA_KEY'] as const).filter((name) => SAMPLE_KEYS.has(e[name]));
  if (production && sample.length > 0) {
    throw new ConfigError(`In production ${sample.join(', ')} must not be a sample value: make it with openssl rand.`);
  }
  if (production && !e.PUBLIC_ORIGIN) {
    throw new ConfigError(
      'In production PUBLIC_ORIGIN must name the address of the screens, such as https://club.example.',
    );
  }
  return {
    production,
    port: e.PORT,
    databaseUrl: e.DATABASE_URL,
    databasePool: e.DATABASE_POOL,
    pinPepper: Buffer.from(e.PIN_PEPPER, 'base64'),
    qrSecret: Buffer.from(e.QR_SECRET, 'base64'),
    dataKey: Buffer.from(e.DATA_KEY, 'base64'),
    publicOrigin: e.PUBLIC_ORIGIN,
    corsOrigins: e.CORS_ORIGINS,
    customerAppUrl: e.CUSTOMER_APP_URL,
    trustProxy: e.TRUST_PROXY,
    rateLimitPerMinute: e.RATE_LIMIT_PER_MINUTE,
    logLevel: e.LOG_LEVEL,
    metricsToken: e.METRICS_TOKEN,
    apiDocs: e.API_DOCS,
    getnetWeb: getnetWebOf(e),
    klap: klapOf(e),
    mail: mailOf(e),
  };
}

function getnetWebOf(e: z.infer<typeof environment>): AppConfig['getnetWeb'] {
  const { GETNET_WEB_URL: url, GETNET_WEB_LOGIN: login, GETNET_WEB_SECRET_KEY: secretKey } = e;
  if (url && login && secretKey) return { url, login, secretKey };
  if (url || login || secretKey) {
    throw new ConfigError(
      'Getnet Web Checkout needs GETNET_WEB_URL, GETNET_WEB_LOGIN and GETNET_WEB_SECRET_KEY together.',
    );
  }
  return undefined;
}

function mailOf(e: z.infer<typeof environment>): AppConfig['mail'] {
  const { MAIL_FROM: from, SMTP_URL: smtpUrl, MAIL_FOLDER: folder } = e;
  if (smtpUrl) return { from, smtpUrl };
  return e.NODE_ENV === 'development' ? { from, folder } : { from };
}

function klapOf({ KLAP_URL: url, KLAP_APIKEY: apikey }: z.infer<typeof environment>): AppConfig['klap'] {
  if (url && apikey) return { url, apikey };
  if (url || apikey) throw new ConfigError('Klap needs KLAP_URL and KLAP_APIKEY together.');
  return undefined;
}
