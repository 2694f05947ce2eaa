import { newId } from '@libs/kernel';
import { AppConfig, DatabaseListener } from '@libs/platform';
import { useTestPlatform } from '@libs/platform/testing';
import { SessionCache } from './session-cache';

describe('sessions kept in memory', () => {
  const platform = useTestPlatform();
  let listener: DatabaseListener;
  let cache: SessionCache<{ roles: string }>;
  let asked: number;

  beforeEach(async () => {
    listener = new DatabaseListener({ databaseUrl: platform.appUrl } as Partial<AppConfig> as AppConfig);
    cache = new SessionCache(listener);
    asked = 0;
    await listener.onApplicationBootstrap();
  });
  afterEach(() => listener.onApplicationShutdown());

  const ask = (roles = 'cashier') =>
    cache.get('token', () => {
      asked += 1;
      return Promise.resolve({ roles });
    });

  it('are asked for once while nothing changes', async () => {
    await ask();
    await ask();
    expect(asked).toBe(1);
  });

  it.each(['sessions', 'employees', 'devices'])(
    'are asked for again after any change of %s, whoever made it',
    async (table) => {
      await ask();
      await platform.owner.query(`UPDATE staff.${table} SET venue_id = venue_id`);
      await listener.caughtUp();
      await ask();
      expect(asked).toBe(2);
    },
  );

  it('are not kept when something changed while the database was being asked', async () => {
    await cache.get('token', async () => {
      await platform.owner.query('UPDATE staff.employees SET name = name WHERE id = $1', [newId()]);
      await listener.caughtUp();
      return { roles: 'as they were before' };
    });
    await expect(ask('as they are')).resolves.toEqual({ roles: 'as they are' });
  });

  it('are not kept while the connection that would tell of a change is gone, and are forgotten when it is back', async () => {
    await ask();
    const cut = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                 WHERE datname = current_database() AND query LIKE 'LISTEN%'`;
    await platform.app.query(cut);
    while (listener.isListening) await new Promise((resolve) => setTimeout(resolve, 5));
    await ask();
    await ask();
    expect(asked).toBe(3);
    while (!listener.isListening) await new Promise((resolve) => setTimeout(resolve, 5));
    await ask();
    expect(asked).toBe(4);
  });
});
