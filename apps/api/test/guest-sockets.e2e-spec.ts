import { setTimeout as delay } from 'node:timers/promises';
import { sign } from 'jsonwebtoken';
import { io, Socket } from 'socket.io-client';
import { Room } from '@libs/entries/domain';
import { newId, Transactions } from '@libs/kernel';
import { accessKey } from '@libs/customers/infrastructure/access-token';
import { entryType } from './support';
import { GuestOut } from './support/guest';
import { useTestApp } from './support/test-app';
import { Club } from './support/till';

interface Hint {
  readonly type: string;
  readonly subject_id: string;
  readonly register_session_id: string | null;
}

const isVoided = ({ type }: Hint): boolean => type === 'entries.voided';

describe("hints to guests' phones", () => {
  const app = useTestApp();
  const sockets: Socket[] = [];
  let club: Club;

  beforeAll(async () => {
    club = await Club.open(app.current);
  });

  afterEach(() => {
    for (const socket of sockets.splice(0)) socket.disconnect();
  });

  async function connect(auth: object, headers: Record<string, string> = {}) {
    const socket = io(app.current.url, {
      ...{ path: '/socket.io', transports: ['websocket'], reconnection: false, auth, extraHeaders: headers },
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

  async function until(condition: () => boolean): Promise<void> {
    for (let n = 0; n < 100 && !condition(); n += 1) await delay(50);
  }

  it('tell of what is theirs, and neither of others nor of the house', async () => {
    const [ana, leo] = [await GuestOut.in(club), await GuestOut.in(club)];
    const phones = { ana: await connect({ token: ana.token }), leo: await connect({ token: leo.token }) };
    expect([phones.ana.outcome, phones.leo.outcome]).toEqual(['connected', 'connected']);
    await ana.topUp(5_000);
    const session = await club.session();
    const product = await club.product();
    await club.sell(session.id, product);
    const sold = await club.sell(session.id, product, { body: { customer_token: await ana.tokenAt() } });
    const barId = (await club.make.bar(club.venue)).id;
    const bartender = await club.make.loggedIn(club.venue, ['bartender'], 'bar', { barId });
    const items = [{ item_id: sold.body.ticket.items[0]?.id, qty: 1 }];
    await bartender.post(`/tickets/${sold.body.ticket.id}/deliver`, { items, bar_id: barId }, { key: newId() });
    await leo.topUp(1_000);
    await until(() => phones.ana.heard.length >= 4 && phones.leo.heard.length >= 2);
    expect(phones.ana.heard.map(({ type }) => type).sort()).toEqual([
      ...['sales.sale_placed', 'tickets.delivered', 'wallet.credited', 'wallet.opened'],
    ]);
    expect(phones.ana.heard.every((hint) => hint.register_session_id === null)).toBe(true);
    expect(phones.ana.heard.find(({ type }) => type === 'tickets.delivered')?.subject_id).toBe(sold.body.ticket.id);
    expect(phones.leo.heard.map(({ type }) => type).sort()).toEqual(['wallet.credited', 'wallet.opened']);
  });

  it('tell each owner of entries that come, go, or are on the way to somebody else', async () => {
    const night = { id: club.nightId };
    const [ana, leo] = [await GuestOut.in(club), await GuestOut.in(club)];
    const phones = { ana: await connect({ token: ana.token }), leo: await connect({ token: leo.token }) };
    const product = await club.product({ price: 1_000 });
    await entryType(club.make, club.venue, night, { name: 'Puerta', product_id: product.id });
    const session = await club.session();
    const sold = await club.sell(session.id, product, { qty: 2, body: { customer_token: await ana.tokenAt() } });
    const [mine] = (await ana.get<{ uuid: string }[]>('/entradas/mine')).body;
    const offer = await ana.post<{ code: string }>(`/entradas/${mine?.uuid ?? ''}/transfer`, {});
    expect((await leo.post('/entradas/claim', { code: offer.body.code })).status).toBeLessThan(300);
    await until(() => phones.ana.heard.length >= 4 && phones.leo.heard.length >= 1);
    expect(phones.ana.heard.map(({ type }) => type).sort()).toEqual([
      ...['entries.gift_offered', 'entries.handed_on', 'entries.issued', 'sales.sale_placed'],
    ]);
    expect(phones.leo.heard.map(({ type }) => type)).toEqual(['entries.transferred']);
    const cancel = { reason: 'se arrepintió', step_up_token: await club.stepUp('sale.cancel') };
    expect((await club.post(`/sales/${sold.body.id}/cancel`, cancel)).status).toBe(200);
    await until(() => [phones.ana, phones.leo].every(({ heard }) => heard.some(isVoided)));
    expect(phones.leo.heard.filter(isVoided)).toHaveLength(1);
    expect(phones.ana.heard.filter(isVoided)).toHaveLength(1);
  });

  it('tell of an order whose time was up when somebody else took its places', async () => {
    const night = { id: club.nightId };
    const ana = await GuestOut.in(club);
    const type = await entryType(club.make, club.venue, night, { price: 1_000, capacity: 1, product_id: null });
    const orderId = newId();
    await club.make.run(
      `INSERT INTO entries.orders (id, venue_id, night_id, customer_id, pay, total_amount, status, created_at, expires_at)
       VALUES ($1, $2, $3, $4, 'online', 1000, 'PENDING', now(), now() - interval '1 second')`,
      [orderId, club.venue.id, night.id, ana.id],
    );
    await club.make.run(
      `INSERT INTO entries.order_lines (order_id, entry_type_id, name, qty, unit_price) VALUES ($1, $2, 'x', 1, 1000)`,
      [orderId, type],
    );
    await club.make.run('UPDATE entries.entry_types SET taken = 1 WHERE id = $1', [type]);
    const phone = await connect({ token: ana.token });
    await app.current.nest
      .get(Transactions, { strict: false })
      .run((tx) => app.current.nest.get(Room, { strict: false }).freeDue(tx, [type], new Date()));
    await until(() => phone.heard.length >= 1);
    expect(phone.heard).toMatchObject([{ type: 'entries.order_ended', subject_id: orderId }]);
  });

  it('are not for broken tokens, nor for a room that a phone asks for', async () => {
    const ana = await GuestOut.in(club);
    const leo = await GuestOut.in(club);
    const claims = JSON.parse(Buffer.from(ana.token.split('.')[1] ?? '', 'base64url').toString()) as object;
    const key = accessKey(app.current.config);
    const header = { alg: 'HS256', typ: 'at+jwt' };
    const made = (changes: object, given: { header?: object; key?: Buffer } = {}) =>
      sign({ ...claims, ...changes }, given.key ?? key, { header: { ...header, ...given.header } });
    const now = Math.floor(Date.now() / 1_000);
    const broken: unknown[] = [
      ...['', 'x', null, 7, true, {}, [], [ana.token], { token: ana.token }],
      ...[`${ana.token}x`, ana.token.slice(0, -4), ana.token.split('.').slice(0, 2).join('.')],
      ...[made({ iat: now - 601, exp: now - 1 }), made({ ver: 2 }), made({ sub: leo.id }), made({ sid: newId() })],
      ...[made({ aud: 'noche-staff' }), made({ iss: 'x' }), made({ role: 'admin' })],
      ...[made({}, { header: { typ: 'JWT' } }), made({}, { key: Buffer.alloc(32, 1) })],
    ];
    expect(broken.length).toBeGreaterThan(15);
    const outcomes = await Promise.all(broken.map(async (token) => (await connect({ token })).outcome));
    expect(outcomes).toEqual(broken.map(() => 'auth.required'));
    const asking = await connect({ token: leo.token, room: `customer:${ana.id}`, customer_id: ana.id });
    asking.socket.emit('join', `customer:${ana.id}`);
    await ana.topUp(1_000);
    await leo.topUp(1_000);
    await until(() => asking.heard.length >= 2);
    await delay(100);
    expect(asking.heard).toHaveLength(2);
  });

  it('do not take a phone for the staff whose cookie the browser holds besides', async () => {
    const ana = await GuestOut.in(club);
    const admin = await club.make.loggedIn(club.venue, ['admin'], 'admin');
    const cookie = `noche-admin=${admin.cookie('noche-admin') ?? ''}`;
    const phone = await connect({ token: ana.token, app: 'admin' }, { cookie });
    expect(phone.outcome).toBe('connected');
    await club.sell((await club.session()).id, await club.product());
    await ana.topUp(1_000);
    await until(() => phone.heard.length >= 2);
    expect(phone.heard.map(({ type }) => type).sort()).toEqual(['wallet.credited', 'wallet.opened']);
    expect((await connect({ token: 'x', app: 'admin' }, { cookie })).outcome).toBe('auth.required');
  });
});
