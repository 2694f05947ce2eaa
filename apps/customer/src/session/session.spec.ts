import { ApiProblem, NoAnswer } from '@libs/api-client';
import { Session, SESSION_KEY, type Tokens } from './session';

const TEN_MINUTES = 600_000;

/** A device with one storage and one lock for all its tabs, and a server that rotates refresh tokens. */
class Device {
  now = 1_000_000;
  readonly used: string[] = [];
  fails: Error[] = [];
  meanwhile: () => void = () => undefined;
  private readonly stored = new Map<string, string>();
  private counter = 0;
  private turn: Promise<unknown> = Promise.resolve();

  readonly store = {
    getItem: (key: string) => this.stored.get(key) ?? null,
    setItem: (key: string, value: string) => void this.stored.set(key, value),
    removeItem: (key: string) => void this.stored.delete(key),
  };

  tab(): Session {
    return new Session({
      store: this.store,
      now: () => this.now,
      alone: (work) => {
        const mine = this.turn.then(work);
        this.turn = mine.catch(() => undefined);
        return mine;
      },
      exchange: async (refreshToken) => {
        this.used.push(refreshToken);
        await Promise.resolve();
        this.meanwhile();
        const failure = this.fails.shift();
        if (failure) throw failure;
        return this.tokens();
      },
    });
  }

  tokens(uuid = 'ana'): Tokens {
    this.counter += 1;
    return {
      uuid,
      name: uuid,
      access_token: `access-${this.counter}`,
      expires_in: 600,
      refresh_token: `refresh-${this.counter}`,
      refresh_expires_at: new Date(this.now + 30 * 24 * 3_600_000).toISOString(),
    };
  }
}

const refused = new ApiProblem(401, 'customer.refresh_invalid', '', '');

describe('the login of a guest', () => {
  it('shows no refresh token twice, however many tabs renew at once', async () => {
    const device = new Device();
    const first = device.tab();
    first.begin(device.tokens());
    const tabs = [first, device.tab(), device.tab(), device.tab()];
    device.now += TEN_MINUTES;
    await Promise.all(tabs.flatMap((tab) => [tab.token(), tab.token()]));
    expect(device.used).toHaveLength(4);
    expect(new Set(device.used).size).toBe(4);
  });

  it('uses an access token until shortly before its end', async () => {
    const device = new Device();
    const tab = device.tab();
    tab.begin(device.tokens());
    device.now += TEN_MINUTES - 31_000;
    await expect(tab.token()).resolves.toBe('access-1');
    device.now += 2_000;
    await expect(tab.token()).resolves.toBe('access-2');
  });

  it('keeps no access token on the device', () => {
    const device = new Device();
    device.tab().begin(device.tokens());
    expect(device.store.getItem(SESSION_KEY)).toContain('refresh-1');
    expect(device.store.getItem(SESSION_KEY)).not.toContain('access-1');
  });

  it('gets another token when the server refuses one, and only one for all who were refused', async () => {
    const device = new Device();
    const tab = device.tab();
    tab.begin(device.tokens());
    const tokens = await Promise.all([tab.tokenAfter('access-1'), tab.tokenAfter('access-1')]);
    expect(tokens).toEqual(['access-2', 'access-2']);
    await expect(tab.tokenAfter('access-1')).resolves.toBe('access-2');
    expect(device.used).toEqual(['refresh-1']);
  });

  it('asks again with the same token when an answer got lost', async () => {
    const device = new Device();
    const tab = device.tab();
    tab.begin(device.tokens());
    device.now += TEN_MINUTES;
    device.fails = [new NoAnswer('lost')];
    await expect(tab.token()).resolves.toBe('access-2');
    expect(device.used).toEqual(['refresh-1', 'refresh-1']);
  });

  it('goes on being logged in while the server is out of reach', async () => {
    const device = new Device();
    const tab = device.tab();
    tab.begin(device.tokens());
    device.now += TEN_MINUTES;
    device.fails = [new NoAnswer('away'), new NoAnswer('away')];
    await expect(tab.token()).rejects.toThrow(NoAnswer);
    expect(tab.member()).toEqual({ uuid: 'ana', name: 'ana' });
    await expect(tab.token()).resolves.toBe('access-2');
  });

  it('is over when the server says so', async () => {
    const device = new Device();
    const tab = device.tab();
    tab.begin(device.tokens());
    device.now += TEN_MINUTES;
    device.fails = [refused];
    let told = 0;
    tab.subscribe(() => (told += 1));
    await expect(tab.token()).rejects.toBe(refused);
    expect(tab.member()).toBeNull();
    expect(tab.wasEnded()).toBe(true);
    expect(told).toBe(1);
  });

  it('stays over when a renewal that was under way comes back', async () => {
    const device = new Device();
    const tab = device.tab();
    tab.begin(device.tokens());
    device.now += TEN_MINUTES;
    device.meanwhile = () => void tab.end();
    await expect(tab.token()).rejects.toThrow(ApiProblem);
    expect(tab.member()).toBeNull();
    expect(tab.wasEnded()).toBe(false);
    expect(device.store.getItem(SESSION_KEY)).toBeNull();
  });

  it('leaves the login alone that another tab began meanwhile', async () => {
    const device = new Device();
    const tab = device.tab();
    tab.begin(device.tokens());
    device.now += TEN_MINUTES;
    device.fails = [refused];
    device.meanwhile = () => device.tab().begin(device.tokens('berta'));
    await expect(tab.token()).rejects.toBe(refused);
    tab.reread();
    expect(tab.member()).toEqual({ uuid: 'berta', name: 'berta' });
  });

  it('never answers with the token of who was logged in before', async () => {
    const device = new Device();
    const tab = device.tab();
    tab.begin(device.tokens());
    device.tab().begin(device.tokens('berta'));
    tab.reread();
    await expect(tab.token()).resolves.toBe('access-3');
    expect(device.used).toEqual(['refresh-2']);
  });

  it('ends with the thirty days', () => {
    const device = new Device();
    device.tab().begin(device.tokens());
    device.now += 31 * 24 * 3_600_000;
    expect(device.tab().member()).toBeNull();
  });
});
