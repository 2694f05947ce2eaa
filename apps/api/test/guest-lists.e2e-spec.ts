import { DoorBook, GuestListBook } from '@libs/entries/domain';
import { domainEvent, newId, Transactions } from '@libs/kernel';
import { brokenBooks, entryType, Fixtures, useTestApp, Venue } from './support';
import { untilSomebodyWaits } from './support/waiting';

type Client = Awaited<ReturnType<Fixtures['loggedIn']>>;
interface List {
  readonly id: string;
  readonly people: number;
  readonly arrived: number;
}
interface Guest {
  readonly id: string;
  readonly name: string;
  readonly left: number;
}

const app = useTestApp();
let make: Fixtures;
let venue: Venue;
let night: { id: string };
let boss: Client;
let door: Client;

const list = async (more: object = {}): Promise<List> =>
  (await boss.post<List>('/guest-lists', { night_id: night.id, name: 'DJ Niebla', owner_name: 'Niebla', ...more }))
    .body;
const put = (id: string, ...guests: object[]) => putOnce(newId(), id, ...guests);
const putOnce = (key: string, id: string, ...guests: object[]) =>
  boss.post<List>(`/guest-lists/${id}/guests`, { guests }, { key });
const find = async (q: string, client = door): Promise<Guest[]> =>
  (await client.get<{ items: Guest[] }>(`/guest-lists/guests?q=${encodeURIComponent(q)}`)).body.items;
const checkIn = (id: string, people: number, key: string = newId(), client = door) =>
  client.post(`/guest-lists/guests/${id}/check-in`, { people }, { key });
const named = async (guest: object, more: object = {}): Promise<Guest> => {
  const { id } = await list({ name: `Lista ${newId()}`, ...more });
  await put(id, guest);
  const found = await door.get<{ items: Guest[] }>(`/guest-lists/guests?list_id=${id}`);
  return found.body.items[0] as Guest;
};

beforeEach(async () => {
  make = new Fixtures(app.current);
  venue = await make.venue();
  night = await make.night(venue);
  boss = await make.loggedIn(venue, ['supervisor'], 'register');
  door = await make.loggedIn(venue, ['door'], 'door');
});

afterEach(async () => expect(await brokenBooks(app.current)).toEqual([]));

describe('a guest list', () => {
  it('is found by any part of a name, whatever its accents, and comes in by parts', async () => {
    const { id } = await list();
    await put(id, { name: 'Andrés Muñoz', plus: 3 }, { name: 'Bea Soto' });
    const [andres] = await find('MUNOZ');
    expect(andres).toMatchObject({ name: 'Andrés Muñoz', left: 4, list_name: 'DJ Niebla', price: null });
    expect((await checkIn(andres?.id ?? '', 3)).body).toMatchObject({ inside: 3 });
    expect(await find('andres')).toMatchObject([{ left: 1, arrived: 3 }]);
    expect(await checkIn(andres?.id ?? '', 2)).toMatchObject({
      ...{ status: 409, body: { code: 'guestlist.too_many', facts: { left: 1 } } },
    });
    const lists = await boss.get(`/guest-lists?night_id=${night.id}`);
    expect(lists.body).toMatchObject({ items: [{ name: 'DJ Niebla', people: 5, arrived: 3 }] });
  });

  it('takes the same names once, however often the answer is lost on its way', async () => {
    const { id } = await list();
    const key = newId();
    const names = [{ name: 'Ana', plus: 1 }, { name: 'Bea' }];
    await Promise.all(Array.from({ length: 8 }, () => putOnce(key, id, ...names)));
    const again = await putOnce(key, id, ...names);
    expect(again).toMatchObject({ status: 201, body: { people: 3 } });
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect((await boss.post(`/guest-lists/${id}/guests`, { guests: names })).status).toBe(400);
  });

  it('lets no more in than were named, by eight doors at once, and once a key', async () => {
    const guest = await named({ name: 'Ana', plus: 1 });
    const answers = await Promise.all(Array.from({ length: 8 }, () => checkIn(guest.id, 1)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(2);
    const other = await named({ name: 'Bea', plus: 5 });
    const key = newId();
    await checkIn(other.id, 2, key);
    await checkIn(other.id, 2, key);
    expect((await door.get('/entradas/head-count')).body).toMatchObject({ inside: 4, guests: 4 });
  });

  it('ends at its hour, when it is closed, and on its own night', async () => {
    const past = await named({ name: 'Ana' }, { expires_at: new Date(Date.now() - 1_000).toISOString() });
    expect(await checkIn(past.id, 1)).toMatchObject({ body: { code: 'guestlist.expired' } });
    const closed = await named({ name: 'Bea' }, { is_active: false });
    expect(await checkIn(closed.id, 1)).toMatchObject({ body: { code: 'guestlist.closed' } });
    const next = await make.night(venue, { status: 'PLANNED' });
    const elsewhere = await named({ name: 'Carla' }, { night_id: next.id });
    expect(await checkIn(elsewhere.id, 1)).toMatchObject({ body: { code: 'guestlist.wrong_night' } });
  });

  it('whose guests pay sends them to the till with the price of the till', async () => {
    const [category, product] = [newId(), newId()];
    await make.run(
      `INSERT INTO catalog.categories (id, venue_id, name, icon, hue) VALUES ($1, $2, 'Entradas', 'door', 'beer')`,
      [category, venue.id],
    );
    await make.run(
      `INSERT INTO catalog.products (id, venue_id, category_id, name, price) VALUES ($1, $2, $3, 'Lista en puerta', 6000)`,
      [product, venue.id, category],
    );
    const type = await entryType(make, venue, night, { name: 'Lista', price: 5_000, product_id: product });
    const guest = await named({ name: 'Ana' }, { entry_type_id: type });
    expect(await find('ana')).toMatchObject([{ price: 6_000 }]);
    expect(await checkIn(guest.id, 1)).toMatchObject({
      ...{ status: 409, body: { code: 'guestlist.must_pay', facts: { price: 6_000, sells: 'Lista en puerta' } } },
    });
  });

  it('is taken back at the door like any crossing, and stops at a full house', async () => {
    await make.run('UPDATE nights.nights SET capacity = 2 WHERE id = $1', [night.id]);
    const guest = await named({ name: 'Ana', plus: 2 });
    expect(await checkIn(guest.id, 3)).toMatchObject({ status: 409, body: { code: 'door.full' } });
    const { body } = await checkIn(guest.id, 2);
    const undone = await boss.post(
      '/entradas/undo',
      { crossing_id: (body as { crossing_id: string }).crossing_id, reason: 'otra' },
      { key: newId() },
    );
    expect(undone.body).toMatchObject({ inside: 0 });
    expect(await find('ana')).toMatchObject([{ left: 3 }]);
  });

  // Counting first and holding the guest afterwards waits in a circle, and one of the two begins again.
  it('lets a guest in and takes another crossing of theirs back at the same moment, without a circle', async () => {
    const guest = await named({ name: 'Ana', plus: 2 });
    const { crossing_id: id } = (await checkIn(guest.id, 1)).body as { crossing_id: string };
    const transactions = app.current.nest.get(Transactions, { strict: false });
    const doors = app.current.nest.get(DoorBook, { strict: false });
    const lists = app.current.nest.get(GuestListBook, { strict: false });
    const by = { venueId: venue.id, employeeId: boss.person.id, deviceId: null };
    const actor = { employeeId: boss.person.id, employeeName: null, deviceId: null, ip: null };
    let tries = 0;
    const undo = (): Promise<number> =>
      transactions.run(async (tx) => {
        tries += 1;
        const at = new Date();
        const crossing = await doors.hold(tx, venue.id, id);
        if (!crossing) throw new Error('no such crossing');
        const about = { venueId: venue.id, nightId: night.id, subjectId: guest.id, actor, occurredAt: at };
        const event = domainEvent({ type: 'entries.crossing_undone', ...about, data: {} });
        return doors.undo(tx, crossing, { id: newId(), reason: 'otra', event }, by, at);
      });
    let undone: Promise<number> = Promise.resolve(0);
    await transactions.run(async (tx) => {
      tries += 1;
      await lists.guest(tx, venue.id, guest.id);
      if (tries === 1) undone = undo();
      if (tries === 1) await untilSomebodyWaits(make);
      const at = new Date();
      const crossing = { id: newId(), kind: 'guests', delta: 1, nightId: night.id, capacity: null } as const;
      const about = { venueId: venue.id, nightId: night.id, subjectId: guest.id, actor, occurredAt: at };
      const event = domainEvent({ type: 'entries.guests_arrived', ...about, data: { people: 1 } });
      await doors.cross(tx, { ...crossing, entryId: null, guestId: guest.id, event }, by, at);
      await lists.arrive(tx, guest.id, 1);
    });
    expect(await undone).toBe(1);
    expect(tries).toBe(2);
  });

  it('is changed by who leads the house: names, numbers, and who is off it', async () => {
    const guest = await named({ name: 'Ana', plus: 2 });
    await checkIn(guest.id, 2);
    const change = (body: object, client = boss) => client.patch(`/guest-lists/guests/${guest.id}`, body);
    expect(await change({ plus: 0 })).toMatchObject({ status: 409, body: { code: 'guestlist.arrived_already' } });
    expect(await change({ is_off: true })).toMatchObject({ status: 409 });
    expect((await change({ plus: 1, note: 'mesa 4' })).status).toBe(204);
    expect((await change({ plus: 9 }, door)).status).toBe(403);
    const gone = await named({ name: 'Zoe' });
    await boss.patch(`/guest-lists/guests/${gone.id}`, { is_off: true });
    expect(await find('zoe')).toEqual([]);
    const first = await list();
    expect(await boss.post('/guest-lists', { night_id: night.id, name: 'DJ Niebla', owner_name: 'x' })).toMatchObject({
      ...{ status: 409, body: { code: 'guestlist.name_taken' } },
    });
    expect((await boss.patch(`/guest-lists/${first.id}`, { owner_name: 'Otro' })).body).toMatchObject({ version: 2 });
    expect(await boss.patch(`/guest-lists/${first.id}`, { name: 'X', version: 1 })).toMatchObject({ status: 409 });
  });

  it('is of one house', async () => {
    const guest = await named({ name: 'Ana' });
    const other = await make.venue();
    await make.night(other);
    const stranger = await make.loggedIn(other, ['supervisor'], 'door');
    expect((await checkIn(guest.id, 1, newId(), stranger)).status).toBe(404);
    expect(await find('ana', stranger)).toEqual([]);
    const { id } = await list();
    expect((await stranger.patch(`/guest-lists/${id}`, { name: 'X' })).status).toBe(404);
    expect(
      (await stranger.post(`/guest-lists/${id}/guests`, { guests: [{ name: 'X' }] }, { key: newId() })).status,
    ).toBe(404);
    expect((await stranger.post('/guest-lists', { night_id: night.id, name: 'X', owner_name: 'X' })).status).toBe(404);
  });
});
