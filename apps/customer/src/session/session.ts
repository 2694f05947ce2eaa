import { ApiProblem, NoAnswer } from '@libs/api-client';

/** What the server hands out at a login and at every renewal. */
export interface Tokens {
  readonly uuid: string;
  readonly name: string;
  readonly access_token: string;
  /** Seconds. */
  readonly expires_in: number;
  readonly refresh_token: string;
  readonly refresh_expires_at: string;
}

/** Who is logged in on this device. */
export interface Member {
  readonly uuid: string;
  readonly name: string;
}

interface Kept extends Member {
  readonly refreshToken: string;
  /** ms since the epoch. */
  readonly expiresAt: number;
}

export interface SessionParts {
  readonly store: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  /** Exchanges a refresh token. @throws ApiProblem 401 when it counts no more, NoAnswer when nobody knows */
  readonly exchange: (refreshToken: string) => Promise<Tokens>;
  /** Runs the work while no other tab of this app runs any. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>;
  readonly now: () => number;
}

export const SESSION_KEY = 'noche.customer.session';
/** An access token is renewed so long before its end that a slow request still gets there, ms. */
const EARLY_MS = 30_000;
/** An exchange is asked for again within the ten seconds in which the server repeats its answer. */
const EXCHANGES = 2;

/**
 * The login of a guest. The access token is kept in memory only. The refresh token is in `localStorage`, which survives the
 * app being closed and is the same for all its tabs: the API takes it in the body (a cookie would be useless to the other
 * apps it serves), no foreign script can run beside it (CSP), it is good for one exchange, and a copy used by somebody else
 * ends the login. Tabs exchange one after the other and each reads the token inside of its turn: none ever shows an old one.
 */
export class Session {
  private access: { readonly token: string; readonly until: number } | null = null;
  private renewing: Promise<string> | null = null;
  private isOver = false;
  private current: { readonly text: string | null; readonly member: Member | null };
  private readonly listeners = new Set<() => void>();

  constructor(private readonly parts: SessionParts) {
    this.current = this.look();
  }

  /** Who is logged in; the same object until that changes. */
  readonly member = (): Member | null => this.current.member;

  /** True when the server ended the last login of this page, which the guest did not ask for. */
  readonly wasEnded = (): boolean => this.isOver;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Another tab logged in, out, or renewed. */
  readonly reread = (): void => {
    const before = this.current;
    this.current = this.look();
    if (before.member?.uuid !== this.current.member?.uuid) this.access = null;
    if (before.text !== this.current.text) this.listeners.forEach((listener) => listener());
  };

  /** A guest has just proven who they are. */
  begin(tokens: Tokens): void {
    this.isOver = false;
    this.keep(tokens);
  }

  /** Forgets the login on this device. @returns the refresh token that is now to be ended at the server */
  end(): string | null {
    const token = this.kept()?.refreshToken ?? null;
    this.parts.store.removeItem(SESSION_KEY);
    this.access = null;
    this.reread();
    return token;
  }

  /** A token that still counts for a while. @throws ApiProblem 401 when the login is over, NoAnswer when out of reach */
  async token(): Promise<string> {
    const { access } = this;
    if (access && access.until - EARLY_MS > this.parts.now()) return access.token;
    return this.renew();
  }

  /** Another token than `refused`, which the server did not take. */
  async tokenAfter(refused: string): Promise<string> {
    if (this.access?.token === refused) this.access = null;
    return this.token();
  }

  private renew(): Promise<string> {
    this.renewing ??= this.parts.alone(() => this.exchange()).finally(() => (this.renewing = null));
    return this.renewing;
  }

  private async exchange(): Promise<string> {
    const kept = this.kept();
    if (!kept) throw over();
    let tokens: Tokens;
    try {
      tokens = await this.ask(kept.refreshToken);
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 401 && this.isStill(kept)) {
        this.isOver = true;
        this.end();
      }
      throw error;
    }
    // Logged out, or in as somebody else, while the server answered: that stands.
    if (!this.isStill(kept)) throw over();
    this.keep(tokens);
    return tokens.access_token;
  }

  private async ask(refreshToken: string): Promise<Tokens> {
    for (let left = EXCHANGES; ; left -= 1) {
      try {
        return await this.parts.exchange(refreshToken);
      } catch (error) {
        if (!(error instanceof NoAnswer) || left <= 1) throw error;
      }
    }
  }

  private keep(tokens: Tokens): void {
    const { uuid, name, refresh_token: refreshToken, refresh_expires_at: expires } = tokens;
    const kept: Kept = { uuid, name, refreshToken, expiresAt: Date.parse(expires) };
    this.parts.store.setItem(SESSION_KEY, JSON.stringify(kept));
    this.reread();
    this.access = { token: tokens.access_token, until: this.parts.now() + tokens.expires_in * 1_000 };
  }

  private isStill(kept: Kept): boolean {
    return this.kept()?.refreshToken === kept.refreshToken;
  }

  private kept(): Kept | null {
    const text = this.parts.store.getItem(SESSION_KEY);
    const kept = text === null ? null : parsed(text);
    return kept && kept.expiresAt > this.parts.now() ? kept : null;
  }

  private look(): { text: string | null; member: Member | null } {
    const text = this.parts.store.getItem(SESSION_KEY);
    const kept = this.kept();
    return { text, member: kept && { uuid: kept.uuid, name: kept.name } };
  }
}

function parsed(text: string): Kept | null {
  try {
    return JSON.parse(text) as Kept;
  } catch {
    return null;
  }
}

function over(): ApiProblem {
  return new ApiProblem(401, 'customer.refresh_invalid', '', '');
}
