import { ArgumentsHost, Catch, ExceptionFilter, HttpException, Injectable } from '@nestjs/common';
import { ThrottlerException } from '@nestjs/throttler';
import { Response } from 'express';
import { DomainError, ErrorFacts, ErrorKind } from '@libs/kernel';
import { isLockTimeout, isUnavailable } from '../database/pg-errors';
import { Log } from '../logging';
import { FieldError, InputError } from './input-error';
import { messageFor } from './messages';
import { languageOf, NocheRequest } from './request';

export const STATUS: Record<ErrorKind, number> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  gone: 410,
  unprocessable: 422,
  locked: 423,
  rate_limited: 429,
  unavailable: 503,
};

interface Refusal {
  status: number;
  code: string;
  facts: ErrorFacts;
  errors?: FieldError[];
}

/** Makes `application/problem+json` (RFC 9457) of every error, in the caller's language. The only place that does. */
@Catch()
@Injectable()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Log) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const req = http.getRequest<NocheRequest>();
    const res = http.getResponse<Response>();
    if (res.headersSent) {
      res.end();
      return;
    }
    const language = languageOf(req);
    const refusal = this.understand(error, req);
    const text = messageFor(refusal.code, language, refusal.facts) ?? messageFor('request.refused', language, {});
    const retryAfter = refusal.facts['retryAfterS'];
    if (typeof retryAfter === 'number') res.setHeader('Retry-After', String(retryAfter));
    res
      .status(refusal.status)
      .setHeader('Content-Language', language)
      .type('application/problem+json')
      .send(
        JSON.stringify({
          type: 'about:blank',
          status: refusal.status,
          code: refusal.code,
          ...text,
          ...(refusal.errors ? { errors: refusal.errors } : {}),
          ...(Object.keys(refusal.facts).length > 0 ? { facts: toSnake(refusal.facts) } : {}),
        }),
      );
  }

  private understand(error: unknown, req: NocheRequest): Refusal {
    if (error instanceof DomainError) return { status: STATUS[error.kind], code: error.code, facts: error.facts };
    if (error instanceof InputError) {
      return { status: 400, code: 'input.invalid', facts: {}, errors: error.fields(languageOf(req)) };
    }
    if (error instanceof ThrottlerException)
      return { status: 429, code: 'request.too_many', facts: { retryAfterS: 30 } };
    if (isUnavailable(error)) return { status: 503, code: 'database.unavailable', facts: { retryAfterS: 2 } };
    if (isLockTimeout(error)) return { status: 409, code: 'database.busy', facts: {} };
    const status = httpStatus(error);
    if (status !== undefined && status < 500) return { status, code: codeOf(status, error), facts: {} };
    this.log.error({ err: error, req_id: req.id }, 'a request failed');
    return { status: 500, code: 'server.failed', facts: {} };
  }
}

/** The status that Nest's exceptions and the body parser's errors carry. */
function httpStatus(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  const status = (error as { status?: unknown } | null)?.status;
  return typeof status === 'number' ? status : undefined;
}

function codeOf(status: number, error: unknown): string {
  if (status === 404) return 'request.not_found';
  if (status === 413) return 'input.too_large';
  const isBodyError = (error as { type?: unknown }).type === 'entity.parse.failed' || error instanceof SyntaxError;
  return isBodyError ? 'input.not_json' : 'request.refused';
}

function toSnake(facts: ErrorFacts): Record<string, unknown> {
  const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return Object.fromEntries(Object.entries(facts).map(([name, fact]) => [snake(name), fact]));
}
