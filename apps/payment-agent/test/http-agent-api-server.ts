import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApiError, type Heartbeat, type Report } from '../src/api/agent-api';
import type { FakeAgentApi } from './fake-agent-api';

export const KEY = 'agent-key-0123456789abcdef';

interface Body extends Partial<Omit<Report, 'receivedAt' | 'fence'>> {
  readonly code: string | number;
  readonly fence: number;
  readonly text: string;
  readonly version: string;
  readonly queue_length: number;
  readonly terminal: Heartbeat['terminal'];
  readonly wait_seconds: number;
  readonly received_at: string;
}

/** The fake API over HTTP, with the words of the contract on the wire. */
export class AgentApiServer {
  key = KEY;
  /** Bodies of the enrolments. */
  readonly enrolments: unknown[] = [];
  private server: Server | undefined;

  constructor(private readonly api: FakeAgentApi) {}

  async start(): Promise<string> {
    const server = createServer((request, response) => void this.handle(request, response));
    this.server = server;
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise((resolve) => this.server?.close(resolve));
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let text = '';
    for await (const chunk of request) text += String(chunk);
    const body = JSON.parse(text || '{}') as Body;
    const path = (request.url ?? '').replace('/api/v1/agent', '');
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    try {
      if (path !== '/enrol' && request.headers.authorization !== `Bearer ${this.key}`) {
        throw new ApiError('unauthorised', 'unknown key', 'agent.key_unknown');
      }
      const answer = await this.route(path, body, gone.signal);
      response.statusCode = answer === undefined ? 204 : path === '/enrol' || path === '/key/rotate' ? 201 : 200;
      response.setHeader('content-type', 'application/json');
      response.end(answer === undefined ? undefined : JSON.stringify(answer));
    } catch (error) {
      const { kind, code } = error as ApiError;
      response.statusCode = { unauthorised: 401, refused: 409, unavailable: 503 }[kind];
      response.setHeader('content-type', 'application/problem+json');
      response.end(JSON.stringify({ status: response.statusCode, code }));
    }
  }

  private async route(path: string, body: Body, signal: AbortSignal): Promise<unknown> {
    const [, , id = '', act] = path.split('/');
    if (path === '/enrol') {
      if (body.code !== '1234-5678') throw new ApiError('unauthorised', 'unknown code', 'agent.code_unknown');
      this.enrolments.push(body);
      return { agent_id: 'agent', key: KEY, register: { id: 'r2', name: 'Caja 2' } };
    }
    if (path === '/key/rotate') {
      this.key = `${KEY}-next`;
      return { key: this.key };
    }
    if (path === '/heartbeat') {
      const { version, queue_length: queueLength, terminal } = body;
      return { heartbeat_seconds: await this.api.heartbeat({ version, queueLength, terminal }) };
    }
    if (path === '/operations/claim') return { operation: onTheWire(await this.api.claim(body.wait_seconds, signal)) };
    if (act === 'sent') return this.api.sent(id, body.fence);
    if (act === 'progress') {
      const message = body.code === undefined ? undefined : { code: Number(body.code), text: body.text };
      return { cancel_requested: await this.api.progress(id, body.fence, message) };
    }
    const { received_at: receivedAt, ...rest } = body;
    const accepted = await this.api.result(id, { ...rest, receivedAt } as Report);
    return { accepted, state: this.api.get(id).state };
  }
}

/** camelCase → lower_snake_case. */
function onTheWire(value: object | null): object | null {
  if (!value) return null;
  const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [snake(name), inner as unknown]));
}
