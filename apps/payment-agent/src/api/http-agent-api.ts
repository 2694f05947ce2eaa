import { isObject, parseObject, type JsonObject } from '../getnet/envelope';
import { AgentApi, ApiError, type Heartbeat, type Operation, type Report } from './agent-api';
import { readOperation } from './read-operation';

export interface HttpApiOptions {
  /** Origin of the API, `https://club.example`. */
  readonly url: string;
  readonly key: () => string;
  readonly timeoutMs: number;
}

const DEFAULT_HEARTBEAT_SECONDS = 15;

/** The Agent API over HTTP. */
export class HttpAgentApi extends AgentApi {
  constructor(private readonly options: HttpApiOptions) {
    super();
  }

  async heartbeat({ version, queueLength, terminal }: Heartbeat): Promise<number> {
    const { state, terminalId, detail } = terminal;
    const body = { version, queue_length: queueLength, terminal: { state, terminal_id: terminalId, detail } };
    const answer = await this.post('/agent/heartbeat', body);
    return typeof answer.heartbeat_seconds === 'number' ? answer.heartbeat_seconds : DEFAULT_HEARTBEAT_SECONDS;
  }

  async claim(waitSeconds: number, signal: AbortSignal): Promise<Operation | null> {
    const answer = await this.post('/agent/operations/claim', { wait_seconds: waitSeconds }, { waitSeconds, signal });
    return isObject(answer.operation) ? readOperation(answer.operation) : null;
  }

  async sent(id: string, fence: number): Promise<void> {
    await this.post(`${operation(id)}/sent`, { fence });
  }

  async progress(id: string, fence: number, message?: { code: number; text: string }): Promise<boolean> {
    const answer = await this.post(`${operation(id)}/progress`, { fence, ...message });
    return answer.cancel_requested === true;
  }

  async result(id: string, { receivedAt, ...report }: Report): Promise<boolean> {
    const answer = await this.post(`${operation(id)}/result`, { ...report, received_at: receivedAt });
    return answer.accepted === true;
  }

  /** Makes a new key; the old one lives on until the new one was used. */
  async rotateKey(): Promise<string> {
    const { key } = await this.post('/agent/key/rotate', {});
    if (typeof key !== 'string') throw new ApiError('unavailable', 'the API sent no key');
    return key;
  }

  private async post(path: string, body: JsonObject, wait: { waitSeconds?: number; signal?: AbortSignal } = {}) {
    const { url, key, timeoutMs } = this.options;
    const request = new AbortController();
    const abort = () => request.abort(new Error('no answer in time'));
    const limit = setTimeout(abort, timeoutMs + (wait.waitSeconds ?? 0) * 1000);
    wait.signal?.addEventListener('abort', abort, { once: true });
    try {
      return await postJson(`${url}/api/v1${path}`, body, { authorization: `Bearer ${key()}`, signal: request.signal });
    } finally {
      clearTimeout(limit);
      wait.signal?.removeEventListener('abort', abort);
    }
  }
}

/**
 * One request. Answers without a body become an empty object.
 * @throws ApiError
 */
export async function postJson(
  url: string,
  body: JsonObject,
  { authorization, signal }: { authorization?: string; signal: AbortSignal },
): Promise<JsonObject> {
  const headers = { 'content-type': 'application/json', ...(authorization ? { authorization } : {}) };
  let response: Response;
  let text: string;
  try {
    response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body), signal, redirect: 'error' });
    text = await response.text();
  } catch (error) {
    throw new ApiError('unavailable', `the API does not answer: ${reasonOf(error)}`);
  }
  const answer = parseObject(text);
  if (response.ok) {
    if (response.status !== 204 && !answer) throw new ApiError('unavailable', 'the API answered without JSON');
    return answer ?? {};
  }
  const code = typeof answer?.code === 'string' ? answer.code : undefined;
  const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN);
  throw new ApiError(
    kindOf(response.status),
    `the API answered ${response.status}${code ? ` (${code})` : ''}`,
    code,
    Number.isFinite(retryAfter) ? retryAfter : undefined,
  );
}

function kindOf(status: number): ApiError['kind'] {
  if (status === 401 || status === 403) return 'unauthorised';
  return status === 408 || status === 429 || status >= 500 ? 'unavailable' : 'refused';
}

function operation(id: string): string {
  return `/agent/operations/${encodeURIComponent(id)}`;
}

/** fetch hides the reason in the cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error && error.cause.message ? error.cause.message : error.message;
}
