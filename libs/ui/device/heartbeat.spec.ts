import { Heartbeat } from './heartbeat';

type Answer = 'yes' | 'refused' | 'dead' | 'silent';

function scene(first: Answer) {
  let answer = first;
  const asked: string[] = [];
  const heartbeat = new Heartbeat({
    url: '/health/live',
    intervalMs: 5_000,
    timeoutMs: 2_000,
    now: Date.now,
    fetch: (url) => {
      asked.push(url);
      if (answer === 'silent') return new Promise(() => undefined);
      return answer === 'dead' ? Promise.reject(new TypeError('no route')) : Promise.resolve({ ok: answer === 'yes' });
    },
  });
  return { heartbeat, asked, becomes: (next: Answer) => (answer = next) };
}

describe('the heartbeat', () => {
  beforeEach(() => jest.useFakeTimers({ now: 1_000_000 }));
  afterEach(() => jest.useRealTimers());

  it('is online while the server answers, and remembers the last answer', async () => {
    const { heartbeat } = scene('yes');
    heartbeat.subscribe(() => undefined);
    await jest.advanceTimersByTimeAsync(5_000);
    expect(heartbeat.state()).toEqual({ link: 'online', since: 1_000_000, lastAnswerAt: 1_005_000 });
  });

  it.each(['dead', 'refused'] as const)('is offline as soon as a server is %s', async (answer) => {
    const { heartbeat } = scene(answer);
    heartbeat.subscribe(() => undefined);
    await jest.advanceTimersByTimeAsync(0);
    expect(heartbeat.state().link).toBe('offline');
  });

  it('does not wait for ever for a server that says nothing', async () => {
    const { heartbeat } = scene('silent');
    heartbeat.subscribe(() => undefined);
    await jest.advanceTimersByTimeAsync(1_999);
    expect(heartbeat.state().link).toBe('online');
    await jest.advanceTimersByTimeAsync(1);
    expect(heartbeat.state()).toMatchObject({ link: 'offline', since: 1_002_000 });
  });

  it('keeps the moment the link was lost, and comes back by itself', async () => {
    const { heartbeat, becomes } = scene('dead');
    const seen: string[] = [];
    heartbeat.subscribe(() => seen.push(heartbeat.state().link));
    await jest.advanceTimersByTimeAsync(12_000);
    expect(heartbeat.state()).toMatchObject({ link: 'offline', since: 1_000_000 });
    becomes('yes');
    await jest.advanceTimersByTimeAsync(5_000);
    expect(heartbeat.state()).toMatchObject({ link: 'online', since: 1_015_000 });
    expect(seen.at(-1)).toBe('online');
  });

  it('never asks twice at once, and stops asking when nobody listens', async () => {
    const { heartbeat, asked } = scene('silent');
    const leave = heartbeat.subscribe(() => undefined);
    void heartbeat.beat();
    void heartbeat.beat();
    expect(asked).toHaveLength(1);
    leave();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(asked).toHaveLength(1);
  });

  it('beats again for a listener that comes back', async () => {
    const { heartbeat, asked } = scene('yes');
    heartbeat.subscribe(() => undefined)();
    heartbeat.subscribe(() => undefined);
    await jest.advanceTimersByTimeAsync(5_000);
    expect(asked.length).toBeGreaterThanOrEqual(3);
  });
});
