/** What the API answered. */
export interface Answer<T = unknown> {
  readonly status: number;
  readonly body: T;
  readonly headers: Headers;
  /** `Set-Cookie` lines as they came. */
  readonly setCookies: readonly string[];
}

interface Options {
  /** `Idempotency-Key`; a write without one sends none. */
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

let addresses = 0;

/**
 * One browser of one screen: keeps cookies, names its app, and has an address of its own so that limits by address of
 * different clients do not meet.
 */
export class HttpClient {
  private readonly cookies = new Map<string, string>();
  private readonly address = `10.${(addresses >> 16) & 255}.${(addresses >> 8) & 255}.${addresses++ & 255}`;

  constructor(
    private readonly url: string,
    readonly app: string | null = null,
    cookies: Readonly<Record<string, string>> = {},
  ) {
    for (const [name, value] of Object.entries(cookies)) this.cookies.set(name, value);
  }

  get<T = unknown>(path: string, options: Options = {}): Promise<Answer<T>> {
    return this.send<T>('GET', path, undefined, options);
  }

  post<T = unknown>(path: string, body?: unknown, options: Options = {}): Promise<Answer<T>> {
    return this.send<T>('POST', path, body, options);
  }

  put<T = unknown>(path: string, body?: unknown, options: Options = {}): Promise<Answer<T>> {
    return this.send<T>('PUT', path, body, options);
  }

  patch<T = unknown>(path: string, body?: unknown, options: Options = {}): Promise<Answer<T>> {
    return this.send<T>('PATCH', path, body, options);
  }

  delete<T = unknown>(path: string, body?: unknown, options: Options = {}): Promise<Answer<T>> {
    return this.send<T>('DELETE', path, body, options);
  }

  cookie(name: string): string | undefined {
    return this.cookies.get(name);
  }

  /** The same cookies under another (or no) app's name. */
  as(app: string | null): HttpClient {
    return new HttpClient(this.url, app, Object.fromEntries(this.cookies));
  }

  /** @param path below /api/v1, or a whole path when it begins with `//` (for `/health/live`: `//health/live`) */
  async send<T>(method: string, path: string, body: unknown, { key, headers }: Options): Promise<Answer<T>> {
    const target = path.startsWith('//') ? path.slice(1) : `/api/v1${path}`;
    const raw = typeof body === 'string' ? body : body === undefined ? undefined : JSON.stringify(body);
    const response = await fetch(this.url + target, {
      method,
      redirect: 'manual',
      headers: {
        'accept-language': 'es',
        'x-forwarded-for': this.address,
        ...(this.app ? { 'x-app': this.app } : {}),
        ...(this.cookies.size > 0 ? { cookie: this.cookieHeader() } : {}),
        ...(raw === undefined ? {} : { 'content-type': 'application/json' }),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
        ...headers,
      },
      ...(raw === undefined ? {} : { body: raw }),
    });
    const setCookies = response.headers.getSetCookie();
    for (const line of setCookies) this.keep(line);
    const text = await response.text();
    const isJson = (response.headers.get('content-type') ?? '').includes('json');
    const parsed: unknown = isJson && text !== '' ? JSON.parse(text) : text;
    return { status: response.status, body: parsed as T, headers: response.headers, setCookies };
  }

  private keep(line: string): void {
    const [pair = ''] = line.split(';');
    const at = pair.indexOf('=');
    const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
    if (value === '') this.cookies.delete(name);
    else this.cookies.set(name, value);
  }

  private cookieHeader(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }
}
