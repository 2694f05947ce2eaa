import { Injectable, LoggerService } from '@nestjs/common';
import pino, { Logger } from 'pino';

/** Request headers that a log may keep. Everything else, cookies and keys above all, never reaches it. */
const KEPT_HEADERS = ['host', 'user-agent', 'content-type', 'content-length', 'x-app', 'accept-language'] as const;

interface LoggedRequest {
  id: unknown;
  method: string;
  url: string;
  headers: Record<string, string | undefined>;
  remoteAddress: string;
}

/** What a log keeps of an error: a driver hangs its connection, and rows with people in them, onto its own. */
export function shownError(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const { code, constraint } = error as { code?: unknown; constraint?: unknown };
  return { type: error.name, message: error.message, stack: error.stack, code, constraint };
}

/** Structured log lines on stdout. Bodies are never logged; headers by allow-list. */
@Injectable()
export class Log {
  readonly pino: Logger;

  constructor(level: string) {
    this.pino = pino({
      level,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: {
        err: shownError,
        req: (req: LoggedRequest) => ({
          id: req.id,
          method: req.method,
          // A query string may carry a code or a token.
          path: req.url.split('?')[0],
          ip: req.remoteAddress,
          headers: Object.fromEntries(KEPT_HEADERS.map((name) => [name, req.headers[name]])),
        }),
        res: (res: { statusCode: number }) => ({ status: res.statusCode }),
      },
    });
  }

  info(facts: object, message: string): void {
    this.pino.info(facts, message);
  }

  warn(facts: object, message: string): void {
    this.pino.warn(facts, message);
  }

  error(facts: object, message: string): void {
    this.pino.error(facts, message);
  }
}

/** Nest's own messages in the same form. */
export class NestLog implements LoggerService {
  constructor(private readonly target: Log) {}

  log(message: unknown, context?: string): void {
    this.target.pino.debug({ context }, String(message));
  }

  error(message: unknown, ...details: unknown[]): void {
    this.target.pino.error({ err: message instanceof Error ? message : undefined, details }, String(message));
  }

  warn(message: unknown, context?: string): void {
    this.target.pino.warn({ context }, String(message));
  }
}
