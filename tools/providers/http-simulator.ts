import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { NOTICE_FAULTS, NoticePost } from './notice-post';
import type { Press } from './pay-page';

/**
 * What goes wrong with the next answers of the API, one each. slow and hang_up do what was asked, but the caller learns
 * it late or never; the others do nothing.
 */
export const ANSWER_FAULTS = ['none', 'slow', 'hang_up', 'error_500', 'html', 'redirect'] as const;
export type AnswerFault = (typeof ANSWER_FAULTS)[number];

export interface Call {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly json: unknown;
  readonly form: URLSearchParams;
}

export interface Reply {
  readonly status: number;
  readonly json?: unknown;
  readonly html?: string;
  readonly location?: string;
}

export interface SimulatorOptions {
  readonly now?: () => Date;
  /** How long a slow answer takes. */
  readonly slowMs?: number;
  /** When a late notification is sent by itself; without it, only by `post.release()`. */
  readonly lateMs?: number;
}

/** What a query tells otherwise than it was, as if provider and shop spoke of different charges. */
export interface Misreport {
  readonly amount?: number;
  readonly reference?: string;
  readonly externalId?: string;
}

const wireFaults = z.object({
  answers: z.array(z.enum(ANSWER_FAULTS)).default([]),
  notices: z.array(z.enum(NOTICE_FAULTS)).default([]),
});

const MAX_BODY_BYTES = 100 * 1024;

/** A provider's service on this machine: its API, its payment page, its notifications, and their faults. */
export abstract class HttpSimulator {
  readonly answerFaults: AnswerFault[] = [];
  readonly post: NoticePost;
  misreport: Misreport = {};
  /** Where a guest finds the service, once it listens. */
  baseUrl = '';

  protected readonly now: () => Date;
  private readonly slowMs: number;
  private readonly stopping = new AbortController();
  private server: Server | undefined;

  constructor({ now, slowMs, lateMs }: SimulatorOptions) {
    this.now = now ?? (() => new Date());
    this.slowMs = slowMs ?? 15_000;
    this.post = new NoticePost(lateMs);
  }

  /** @returns the base URL. Port 0 takes a free one. */
  async listen(port = 0, host = '127.0.0.1'): Promise<string> {
    const server = createServer((request, response) => void this.serve(request, response));
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, host, resolve);
    });
    this.server = server;
    this.baseUrl = `http://${host}:${String((server.address() as AddressInfo).port)}`;
    return this.baseUrl;
  }

  async close(): Promise<void> {
    this.stopping.abort();
    await this.post.close();
    const server = this.server;
    if (!server) return;
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  }

  /** A guest presses a button of the payment page. Ends when the notification has been answered or given up. */
  abstract press(externalId: string, press: Press): Promise<void>;
  /** The time to pay is over. */
  abstract expire(externalId: string): Promise<void>;

  protected abstract isApi(path: string): boolean;
  protected abstract handle(call: Call): Promise<Reply>;

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const call = await readCall(request);
      if (call === null) return send(response, { status: 413, json: { message: 'Too large' } });
      if (call.method === 'POST' && call.path === '/simulator/faults') return send(response, this.script(call.json));
      const fault = this.isApi(call.path) ? (this.answerFaults.shift() ?? 'none') : 'none';
      const instead = faultyReply(fault);
      if (instead) return send(response, instead);
      const reply = await this.handle(call);
      if (fault === 'slow') await delay(this.slowMs, undefined, { signal: this.stopping.signal });
      if (fault === 'hang_up') response.destroy();
      else send(response, reply);
    } catch {
      if (this.stopping.signal.aborted || response.headersSent) response.destroy();
      else send(response, { status: 500, json: { message: 'The simulator failed' } });
    }
  }

  /** `POST /simulator/faults {"answers":["slow"],"notices":["lose"]}` scripts a simulator in another process. */
  private script(json: unknown): Reply {
    const wanted = wireFaults.safeParse(json);
    if (!wanted.success) return { status: 400, json: { message: 'No such fault' } };
    this.answerFaults.push(...wanted.data.answers);
    this.post.faults.push(...wanted.data.notices);
    return { status: 200, json: { answers: this.answerFaults, notices: this.post.faults } };
  }
}

function faultyReply(fault: AnswerFault): Reply | null {
  switch (fault) {
    case 'error_500':
      return { status: 500, json: { message: 'Internal error' } };
    case 'html':
      return { status: 200, html: '<!doctype html><title>Mantención</title><p>Volvemos pronto.' };
    case 'redirect':
      return { status: 302, location: 'https://elsewhere.example/' };
    default:
      return null;
  }
}

async function readCall(request: IncomingMessage): Promise<Call | null> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > MAX_BODY_BYTES) return null;
    parts.push(part);
  }
  const text = Buffer.concat(parts).toString('utf8');
  const isForm = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded') === true;
  return {
    method: request.method ?? 'GET',
    path: new URL(request.url ?? '/', 'http://simulator').pathname,
    headers: request.headers,
    json: isForm ? null : parsed(text),
    form: new URLSearchParams(isForm ? text : ''),
  };
}

function parsed(text: string): unknown {
  try {
    return text ? JSON.parse(text) : null;
  } catch {
    return null;
  }
}

function send(response: ServerResponse, { status, json, html, location }: Reply): void {
  const headers: Record<string, string> = { 'cache-control': 'no-store' };
  if (location) headers.location = location;
  if (html !== undefined) {
    headers['content-type'] = 'text/html; charset=utf-8';
    headers['content-security-policy'] = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'";
  }
  if (json !== undefined) headers['content-type'] = 'application/json; charset=utf-8';
  response.writeHead(status, headers).end(html ?? (json === undefined ? '' : JSON.stringify(json)));
}
