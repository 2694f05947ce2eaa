import { setTimeout as delay } from 'node:timers/promises';
import { io, Socket } from 'socket.io-client';
import { domainEvent, newId, Transactions } from '@libs/kernel';
import { writeOutbox } from '@libs/platform';
import { createApp, RunningApp } from '../src/app';
import { entryType, Phone } from './support/door';
import { Fixtures, Venue } from './support/fixtures';
import { HttpClient } from './support/http-client';
import { useTestApp } from './support/test-app';

interface Hint {
  readonly type: string;
  readonly subject_id: string;
}

describe('hints to the screens', () => {
  // Hooks run in this order: the second instance goes before its database does.
  afterAll(() => second.close());

  const app = useTestApp();
  const sockets: Socket[] = [];
  let second: RunningApp;
  let secondUrl: string;
  let fixtures: Fixtures;
  let venue: Venue;

  beforeAll(async () => {
    fixtures = new Fixtures(app.current);
    venue = await fixtures.venue();
    const { config } = app.current;
    second = await createApp({ ...config, databasePool: 4 });
    secondUrl = `http://127.0.0.1:${await second.listen(0)}`;
  });

  afterEach(() => {
    for (const socket of sockets.splice(0)) socket.disconnect();
  });

  /** Connects as a person's screen would; resolves once the server has said yes or no. */
  async function connect(url: string, client: HttpClient | undefined, origin?: string) {
    const headers = {
      ...(client ? { cookie: cookieOf(client) } : {}),
      ...(origin ? { origin } : {}),
    };
    const socket = io(url, {
      path: '/socket.io',
      transports: ['websocket'],
      reconnection: false,
      extraHeaders: headers,
      auth: { app: client?.app ?? 'pos' },
    });
    sockets.push(socket);
    const heard: Hint[] = [];
    socket.on('hints', (hints: Hint[]) => heard.push(...hints));
    const outcome = await new Promise<string>((resolve) => {
      socket.once('connect', () => resolve('connected'));
      socket.once('connect_error', (error) => resolve(error.message));
    });
    return { socket, heard, outcome };
  }

  function cookieOf(client: HttpClient): string {
    const name = `noche-${client.app ?? ''}`;
    return `${name}=${client.cookie(name) ?? ''}`;
  }

  function event(type: string, venueId = venue.id) {
    return domainEvent({
      type,
      venueId,
      subjectId: newId(),
      actor: { employeeId: null, employeeName: null, deviceId: null, ip: null },
      data: {},
      occurredAt: new Date(),
    });
  }

  async function happen(type: string, venueId = venue.id): Promise<string> {
    const happened = event(type, venueId);
    await app.current.nest.get(Transactions).run((tx) => writeOutbox(tx, [happened]));
    return happened.subjectId;
  }

  async function until(condition: () => boolean): Promise<void> {
    for (let n = 0; n < 100 && !condition(); n += 1) await delay(50);
  }

  it('are for people with a session only', async () => {
    const { outcome } = await connect(app.current.url, undefined);
    expect(outcome).toBe('auth.required');
  });

  it('are not for pages of another origin', async () => {
    const admin = await fixtures.loggedIn(venue, ['admin'], 'admin');
    const { outcome } = await connect(app.current.url, admin, 'https://elsewhere.example');
    expect(outcome).not.toBe('connected');
  });

  it('reach a screen on another instance, after the commit', async () => {
    const admin = await fixtures.loggedIn(venue, ['admin'], 'admin');
    const here = await connect(app.current.url, admin);
    const there = await connect(secondUrl, admin);
    expect([here.outcome, there.outcome]).toEqual(['connected', 'connected']);
    const subjectId = await happen('sales.sale_placed');
    await until(() => here.heard.length > 0 && there.heard.length > 0);
    expect(here.heard).toContainEqual(expect.objectContaining({ type: 'sales.sale_placed', subject_id: subjectId }));
    expect(there.heard).toContainEqual(expect.objectContaining({ type: 'sales.sale_placed', subject_id: subjectId }));
  });

  it('are never sent for what was rolled back', async () => {
    const admin = await fixtures.loggedIn(venue, ['admin'], 'admin');
    const { heard } = await connect(app.current.url, admin);
    await app.current.nest
      .get(Transactions)
      .run(async (tx) => {
        await writeOutbox(tx, [event('sales.sale_placed')]);
        throw new Error('no');
      })
      .catch(() => undefined);
    const later = await happen('sales.sale_placed');
    await until(() => heard.length > 0);
    expect(heard.map((hint) => hint.subject_id)).toEqual([later]);
  });

  it('tell every door of who came in at another, and neither bars nor another house', async () => {
    const night = await fixtures.night(venue);
    const [door, other] = await Promise.all([1, 2].map(() => fixtures.loggedIn(venue, ['door'], 'door')));
    const barId = (await fixtures.bar(venue)).id;
    const elsewhere = await fixtures.loggedIn(await fixtures.venue(), ['door'], 'door');
    const bartender = await fixtures.loggedIn(venue, ['bartender'], 'bar', { barId });
    const there = await connect(secondUrl, other);
    const [bar, stranger] = [await connect(app.current.url, bartender), await connect(app.current.url, elsewhere)];
    expect([there.outcome, bar.outcome, stranger.outcome]).toEqual(Array(3).fill('connected'));
    const ana = await Phone.of(app.current, fixtures, venue);
    const [entry] = await ana.bought(await entryType(fixtures, venue, night));
    await door?.post('/entradas/validate', { qr: entry?.qr }, { key: newId() });
    await until(() => there.heard.some(({ type }) => type === 'entries.checked_in'));
    expect(there.heard).toContainEqual(
      expect.objectContaining({ type: 'entries.checked_in', subject_id: entry?.uuid }),
    );
    expect([...bar.heard, ...stranger.heard].filter(({ type }) => type.startsWith('entries.'))).toEqual([]);
  });

  it('tell a bartender of tickets and menus, not of money, and nobody of another venue', async () => {
    const elsewhere = await fixtures.venue();
    const bar = await fixtures.bar(venue);
    const bartender = await fixtures.loggedIn(venue, ['bartender'], 'bar', { barId: bar.id });
    const { heard } = await connect(app.current.url, bartender);
    await happen('sales.sale_placed');
    await happen('tickets.refused', elsewhere.id);
    await happen('tickets.delivered');
    await happen('catalog.product_changed');
    await until(() => heard.length >= 2);
    expect(heard.map((hint) => hint.type).sort()).toEqual(['catalog.product_changed', 'tickets.delivered']);
  });

  it('tell the registers of the house of a card payment, whoever changed it, and bars nothing', async () => {
    const elsewhere = await fixtures.venue();
    const bar = await fixtures.bar(venue);
    const cashier = await fixtures.loggedIn(venue, ['cashier'], 'register');
    const bartender = await fixtures.loggedIn(venue, ['bartender'], 'bar', { barId: bar.id });
    const till = await connect(app.current.url, cashier);
    const atBar = await connect(app.current.url, bartender);
    await happen('payments.intent_changed', elsewhere.id);
    const subjectId = await happen('payments.intent_changed');
    await happen('catalog.product_changed');
    await until(() => till.heard.length >= 2 && atBar.heard.length >= 1);
    expect(till.heard.filter(({ type }) => type.startsWith('payments.'))).toEqual([
      expect.objectContaining({ type: 'payments.intent_changed', subject_id: subjectId }),
    ]);
    expect(atBar.heard.map(({ type }) => type)).toEqual(['catalog.product_changed']);
  });

  it('end when the session ends', async () => {
    const admin = await fixtures.loggedIn(venue, ['admin'], 'admin');
    const { socket } = await connect(app.current.url, admin);
    await app.current.database.owner.query('UPDATE staff.sessions SET revoked_at = now() WHERE id = $1', [
      admin.sessionId,
    ]);
    await happen('staff.session_ended');
    await until(() => !socket.connected);
    expect(socket.connected).toBe(false);
  });
});
