import { type OnlineProviderName, ProviderUnreachable } from '../domain';
import type { z } from 'zod';

const DEFAULT_TIMEOUT_MS = 10_000;
/** A provider's answer is a few kilobytes. */
const DEFAULT_MAX_ANSWER_BYTES = 256 * 1024;
/** Clashes and haste are no decision: the same question may be answered otherwise a moment later. */
const NO_DECISION = new Set([408, 409, 425, 429]);

export interface ProviderHttpOptions {
  /** https, or http on this machine for a simulator. */
  readonly baseUrl: string;
  readonly timeoutMs?: number;
  readonly maxAnswerBytes?: number;
}

export interface ProviderRequest {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** An answer that the provider's application gave: 2xx, or a 4xx that means no. */
export interface ProviderAnswer {
  readonly status: number;
  readonly json: unknown;
}

/** JSON over HTTP to a provider. What cannot be taken for its answer becomes {@link ProviderUnreachable}. */
export class ProviderHttp {
  private readonly base: string;
  private readonly timeoutMs: number;
  private readonly maxAnswerBytes: number;

  /** @throws Error for a base URL that would carry secrets in the clear */
  constructor(
    private readonly provider: OnlineProviderName,
    { baseUrl, timeoutMs, maxAnswerBytes }: ProviderHttpOptions,
  ) {
    if (!isSafeUrl(baseUrl)) throw new Error(`The address of ${provider} must begin with https://`);
    this.base = baseUrl.replace(/\/+$/, '');
    this.timeoutMs = timeoutMs ?? DEFAULT_TIMEOUT_MS;
    this.maxAnswerBytes = maxAnswerBytes ?? DEFAULT_MAX_ANSWER_BYTES;
  }

  async send({ method, path, headers, body }: ProviderRequest): Promise<ProviderAnswer> {
    const signal = AbortSignal.timeout(this.timeoutMs);
    let response: Response;
    let text: string | null;
    try {
      response = await fetch(this.base + path, {
        method,
        headers: { accept: 'application/json', 'content-type': 'application/json', ...headers },
        body: body === undefined ? null : JSON.stringify(body),
        redirect: 'manual',
        signal,
      });
      text = await readCapped(response, this.maxAnswerBytes);
    } catch {
      throw new ProviderUnreachable(this.provider, signal.aborted ? 'timeout' : 'network');
    }
    if (response.status >= 300 && response.status < 400) throw new ProviderUnreachable(this.provider, 'redirected');
    if (response.status >= 500 || NO_DECISION.has(response.status)) {
      throw new ProviderUnreachable(this.provider, 'server_error');
    }
    if (text === null) throw new ProviderUnreachable(this.provider, 'too_large');
    if (!isJson(response.headers.get('content-type'))) throw new ProviderUnreachable(this.provider, 'not_json');
    return { status: response.status, json: this.parse(text) };
  }

  /** @throws ProviderUnreachable `unreadable` when the answer is not of the documented shape */
  read<T>(schema: z.ZodType<T>, json: unknown): T {
    const result = schema.safeParse(json);
    if (!result.success) throw new ProviderUnreachable(this.provider, 'unreadable');
    return result.data;
  }

  /** A page that a guest may be sent to. */
  readPageUrl(url: string): string {
    if (!isSafeUrl(url)) throw new ProviderUnreachable(this.provider, 'unreadable');
    return url;
  }

  private parse(text: string): unknown {
    try {
      return JSON.parse(text);
    } catch {
      throw new ProviderUnreachable(this.provider, 'not_json');
    }
  }
}

/** The body as text, or null as soon as it is longer than allowed. */
async function readCapped(response: Response, maxBytes: number): Promise<string | null> {
  if (!response.body) return '';
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body as AsyncIterable<Uint8Array>) {
    size += part.byteLength;
    if (size > maxBytes) return null;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function isJson(contentType: string | null): boolean {
  return /^application\/([\w.-]+\+)?json\b/i.test(contentType ?? '');
}

function isSafeUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || (protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname));
}
