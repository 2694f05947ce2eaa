import { createHash } from 'node:crypto';
import { createParamDecorator, ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { Response } from 'express';
import { DomainError, Once } from '@libs/kernel';
import { NocheRequest } from './request';

const MAX_KEY = 255;

/** Reads `Idempotency-Key`, bare or quoted. @throws DomainError `idempotency.key_missing`, `idempotency.key_invalid` */
function readKey(header: string | string[] | undefined): string {
  if (header === undefined || header === '') throw new DomainError('idempotency.key_missing', 'invalid');
  const text = String(header);
  const key = /^".*"$/.test(text) ? text.slice(1, -1) : text;
  if (key.length === 0 || key.length > MAX_KEY || !/^[\x21-\x7e]+$/.test(key)) {
    throw new DomainError('idempotency.key_invalid', 'invalid');
  }
  return key;
}

/** Tells the client when its key had been used and this is the earlier answer. */
class OnceOfRequest implements Once {
  private isReplay = false;

  constructor(
    readonly callerId: string,
    readonly key: string,
    readonly fingerprint: string,
    private readonly context: ExecutionContext,
  ) {}

  get replayed(): boolean {
    return this.isReplay;
  }

  set replayed(is: boolean) {
    this.isReplay = is;
    if (is) this.context.switchToHttp().getResponse<Response>().setHeader('Idempotent-Replayed', 'true');
  }
}

const readOnce = createParamDecorator((_: unknown, context: ExecutionContext): Once => {
  const req = context.switchToHttp().getRequest<NocheRequest>();
  const callerId = req.principal?.employeeId ?? req.customer?.customerId ?? req.device?.deviceId;
  if (!callerId) throw new TypeError('@OnceKey on a route without a caller');
  const act = `${req.method} ${req.path} ${JSON.stringify(req.body ?? null)}`;
  const fingerprint = createHash('sha256').update(act).digest('base64');
  return new OnceOfRequest(callerId, readKey(req.headers['idempotency-key']), fingerprint, context);
});

/**
 * The caller's idempotency key, required: hand it to `Transactions.once`. A replayed answer is marked with the
 * header `Idempotent-Replayed: true`.
 */
export function OnceKey(): ParameterDecorator {
  return (target, property, index) => {
    readOnce()(target, property, index);
    if (property === undefined) return;
    const descriptor = Object.getOwnPropertyDescriptor(target, property);
    if (!descriptor) return;
    ApiHeader({
      name: 'Idempotency-Key',
      required: true,
      description:
        'Chosen by the client, at most 255 characters. The same key with the same body is answered with what was done.',
      schema: { type: 'string', maxLength: MAX_KEY },
    })(target, property, descriptor);
  };
}
