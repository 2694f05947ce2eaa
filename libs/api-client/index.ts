import createFetchClient, { type Client } from 'openapi-fetch';
import type { components, paths } from './schema';

export type { paths } from './schema';

/** Named shapes of the API, such as `Schemas['Sale']`. */
export type Schemas = components['schemas'];

/** The API said no: a stable code for programs, title and detail in the person's language. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly title: string,
    readonly detail: string,
    readonly facts: Readonly<Record<string, unknown>> = {},
    readonly errors: readonly { pointer: string; code: string; detail: string }[] = [],
  ) {
    super(detail);
    this.name = 'ApiProblem';
  }
}

/** No answer came: the network or the server is away. What was asked may or may not have been done. */
export class NoAnswer extends Error {
  constructor(cause: unknown) {
    super('no answer', { cause });
    this.name = 'NoAnswer';
  }
}

export type ApiClient = Client<paths>;

interface Options {
  /** Which screen of the staff asks: it has a session of its own. Absent for guests, who have none. */
  readonly app?: 'pos' | 'bar' | 'wardrobe' | 'door' | 'kiosk' | 'admin';
  readonly language: () => 'es' | 'en';
  /** Longest wait for an answer, in ms. */
  readonly timeoutMs?: number;
  /** Stands in for `fetch`, such as to prove who asks. An {@link ApiProblem} that it throws is an answer. */
  readonly send?: (request: Request) => Promise<Response>;
}

/** A typed client of the API on the same origin. Use it through {@link answer}. */
export function createApiClient({ app, language, timeoutMs = 10_000, send = fetch }: Options): ApiClient {
  return createFetchClient<paths>({
    baseUrl: '/',
    credentials: 'same-origin',
    fetch: async (request) => {
      if (app) request.headers.set('X-App', app);
      request.headers.set('Accept-Language', language());
      try {
        const signal = AbortSignal.any([request.signal, AbortSignal.timeout(timeoutMs)]);
        return await send(new Request(request, { signal }));
      } catch (error) {
        if (error instanceof ApiProblem) throw error;
        throw new NoAnswer(error);
      }
    },
  });
}

interface Answered<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** The data of an answer. @throws ApiProblem when refused, NoAnswer when nobody answered or the server failed midway */
export async function answer<T>(asked: Promise<Answered<T>>): Promise<T> {
  const { data, error, response } = await asked;
  if (response.ok) return data as T;
  const problem = (typeof error === 'object' && error !== null ? error : {}) as Partial<ApiProblem>;
  if (problem.code === undefined) throw new NoAnswer(new Error(`status ${response.status}`));
  throw new ApiProblem(
    response.status,
    problem.code,
    problem.title ?? '',
    problem.detail ?? '',
    problem.facts,
    problem.errors,
  );
}
