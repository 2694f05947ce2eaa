import { newId } from '@libs/kernel';
import { brokenBooks, entryType, Fixtures, OwnEntry, Phone, topUp, useTestApp, Venue } from './support';

type Client = Awaited<ReturnType<Fixtures['loggedIn']>>;
interface DoorAnswer {
  readonly verdict: string;
  readonly title: string;
  readonly detail: string;
  readonly crossing_id: string;
  readonly inside: number | null;
  readonly code?: string;
}
interface Heads {
  readonly inside: number;
  readonly is_near: boolean;
  readonly is_full: boolean;
}

const app = useTestApp();
let make: Fixtures;
let venue: Venue;
let night: { id: string };
let door: Client;
let ana: Phone;
let general: string;

const show = (qr: string, client = door, key: string = newId()) =>
  client.post<DoorAnswer>('/entradas/validate', { qr }, { key });
const act = <T = DoorAnswer>(path: string, body: object, client = door, key: string = newId()) =>
  client.post<T>(`/entradas/${path}`, body, { key });
const heads = async (client = door): Promise<Heads> => (await client.get<Heads>('/entradas/head-count')).body;
const bought = async (qty = 1): Promise<OwnEntry[]> => [...(await ana.bought(general, qty))];
const first = async (): Promise<OwnEntry> => (await bought())[0] as OwnEntry;

beforeEach(async () => {
  make = new Fixtures(app.current);
  venue = await make.venue();
  night = await make.night(venue, { name: 'Sábado' });
  general = await entryType(make, venue, night, { name: 'General', per_person: 100 });
  door = await make.loggedIn(venue, ['door'], 'door');
  ana = await Phone.of(app.current, make, venue);
});

afterEach(async () => expect(await brokenBooks(app.current)).toEqual([]));

describe('an entry shown at a door', () => {
  it('lets one person in, once, and says who, when and where the second time', async () => {
    const entry = await first();
    expect(await show(entry.qr)).toMatchObject({
      status: 200,
      body: { verdict: 'valid', title: 'Adelante', detail: 'General. Una persona.', inside: 1 },
    });
    const again = await show(entry.qr);
    expect(again.body).toMatchObject({
      ...{ verdict: 'used', inside: null, crossing_id: null },
      entry: { display_code: entry.display_code, last: { employee_name: door.person.name } },
    });
    expect(again.body.detail).toContain(door.person.name);
    expect(await heads()).toMatchObject({ inside: 1, checked_in: 1, refused: 1 });
    expect((await ana.get<OwnEntry[]>('/entradas/mine')).body).toMatchObject([{ status: 'USED' }]);
    const refusals = await door.get('/entradas/refusals');
    expect(refusals.body).toMatchObject({ items: [{ reason: 'used', display_code: entry.display_code }] });
  });

  it('is let in once by eight doors at the same moment', async () => {
    const { qr } = await first();
    const doors = await Promise.all(Array.from({ length: 8 }, () => make.loggedIn(venue, ['door'], 'door')));
    const answers = await Promise.all(doors.map((one) => show(qr, one)));
    expect(answers.map(({ body }) => body.verdict).sort()).toEqual([...Array<string>(7).fill('used'), 'valid']);
    expect(await heads()).toMatchObject({ inside: 1 });
  });

  it('is answered again with what was done when the answer was lost', async () => {
    const { qr } = await first();
    const key = newId();
    const lost = await show(qr, door, key);
    const again = await show(qr, door, key);
    expect(again.body).toEqual(lost.body);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect(await heads()).toMatchObject({ inside: 1 });
  });

  it('is known by the number printed beside its QR, in this house only', async () => {
    const entry = await first();
    const other = await make.loggedIn(await make.venue(), ['door'], 'door');
    for (const code of [entry.display_code, entry.qr]) {
      expect((await show(code, other)).body).toMatchObject({ verdict: 'unknown', entry: null });
    }
    expect((await show(entry.display_code.toLowerCase())).body.verdict).toBe('valid');
  });

  it.each(['', ' ', 'https://example.com', 'BMB', "' OR 1=1", '99999999999'])(
    'that is %j is none of ours',
    async (qr) => {
      const { status, body } = await show(qr);
      if (qr.trim() === '') expect(status).toBe(400);
      else expect(body).toMatchObject({ verdict: 'unknown' });
    },
  );

  it('of another night, of no night, or too early stays outside', async () => {
    const next = await make.night(venue, { status: 'PLANNED', name: 'Domingo' });
    const [sunday] = await ana.bought(await entryType(make, venue, next));
    expect((await show(sunday?.qr ?? '')).body).toMatchObject({
      ...{ verdict: 'wrong_night', detail: 'Esta entrada es para Domingo. No dejes entrar.' },
    });
    const { qr } = await first();
    const openAt = (interval: string) =>
      make.run(`UPDATE nights.nights SET doors_open_at = now() + $2::interval WHERE id = $1`, [night.id, interval]);
    await openAt('31 minutes');
    expect((await show(qr)).body.verdict).toBe('too_early');
    await openAt('29 minutes');
    expect((await show(qr)).body.verdict).toBe('valid');
    await make.run(`UPDATE nights.nights SET status = 'PLANNED' WHERE id = $1`, [night.id]);
    expect((await show(qr)).body.verdict).toBe('wrong_night');
  });

  it('goes out by a scan and comes in again, and nobody goes out twice', async () => {
    const { qr } = await first();
    expect(await act('exit', { qr })).toMatchObject({ status: 409, body: { code: 'door.not_inside' } });
    await show(qr);
    expect((await act('exit', { qr })).body).toMatchObject({ inside: 0 });
    expect(await act('exit', { qr })).toMatchObject({ status: 409, body: { code: 'door.not_inside' } });
    expect((await show(qr)).body).toMatchObject({ verdict: 'valid', is_re_entry: true, inside: 1 });
    const exits = await Promise.all(Array.from({ length: 8 }, () => act('exit', { qr })));
    expect(exits.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await act('exit', { qr: 'BMB 1' })).toMatchObject({ status: 404, body: { code: 'door.entry_unknown' } });
  });

  it('of a recognised guest is found by the guest; what is only ordered is not paid', async () => {
    const identify = async (): Promise<string> => {
      const { body } = await ana.get<{ qr: string }>('/wallet/qr');
      const answer = await door.post<{ customer_token: string }>('/customers/identify', { qr: body.qr });
      return answer.body.customer_token;
    };
    const token = await identify();
    expect((await act('validate', { customer_token: token })).body).toMatchObject({ verdict: 'no_entry' });
    const priced = await entryType(make, venue, night, { price: 8_000, name: 'Palco' });
    await make.run(
      `INSERT INTO entries.orders (id, venue_id, night_id, customer_id, pay, total_amount, status, created_at, expires_at)
       VALUES ($1, $2, $3, $4, 'online', 8000, 'PENDING', now(), now() + interval '10 minutes')`,
      [newId(), venue.id, night.id, ana.guest.id],
    );
    expect((await act('validate', { customer_token: token })).body).toMatchObject({
      ...{ verdict: 'not_paid', inside: null, entry: null },
    });
    await topUp(app.current, ana.guest, 8_000);
    await ana.order(priced, 1, 'wallet');
    await bought();
    for (const verdict of ['valid', 'valid', 'used']) {
      expect((await act('validate', { customer_token: token })).body).toMatchObject({ verdict });
    }
    expect(await act('validate', { customer_token: 'x'.repeat(43) })).toMatchObject({
      ...{ status: 409, body: { code: 'guest.token_invalid' } },
    });
    expect((await act('validate', {})).status).toBe(400);
    expect((await act('validate', { qr: 'x', customer_token: token })).status).toBe(400);
  });
});

describe('a guest recognised at a door', () => {
  interface AtDoor {
    readonly customer_token: string;
    readonly entries?: readonly { readonly display_code: string }[];
  }
  const identify = async (client = door) => {
    const { body } = await ana.get<{ qr: string }>('/wallet/qr');
    return (await client.post<AtDoor>('/customers/identify', { qr: body.qr })).body;
  };

  it('shows the entries of tonight there, in the order in which they are let in, and no others', async () => {
    expect((await identify()).entries).toEqual([]);
    const sunday = await make.night(venue, { status: 'PLANNED' });
    await ana.bought(await entryType(make, venue, sunday));
    const [first, second] = (await bought(2)) as [OwnEntry, OwnEntry];
    const { customer_token: token, entries } = await identify();
    expect(entries).toMatchObject([
      { display_code: first.display_code, type_name: 'General', is_checked_in: false, is_inside: false },
      { display_code: second.display_code, type_name: 'General', is_checked_in: false, is_inside: false },
    ]);
    expect((await act('validate', { customer_token: token })).body).toMatchObject({
      entry: { display_code: entries?.[0]?.display_code },
    });
    expect((await identify()).entries).toMatchObject([
      { display_code: second.display_code, is_inside: false },
      { display_code: first.display_code, is_checked_in: true, is_inside: true },
    ]);
  });

  it('shows no entries at a till, whose business they are not', async () => {
    await bought();
    expect(await identify(await make.loggedIn(venue, ['cashier'], 'register'))).not.toHaveProperty('entries');
  });
});

describe('the head count', () => {
  it('is one over all doors, with people that only the clicker knows, once a press', async () => {
    const other = await make.loggedIn(venue, ['door'], 'door');
    await show((await first()).qr);
    const key = newId();
    await act('head-count', { direction: 'in', people: 3 }, other, key);
    await act('head-count', { direction: 'in', people: 3 }, other, key);
    expect(await heads()).toMatchObject({ inside: 4, clicked: 3, checked_in: 1 });
    expect((await act('head-count', { direction: 'out' }, other)).body).toMatchObject({ inside: 3 });
    expect(await act('head-count', { direction: 'out', people: 4 })).toMatchObject({
      ...{ status: 409, body: { code: 'door.nobody_inside' } },
    });
    const body = (await door.get<{ doors: { came: number; gone: number }[] }>('/entradas/head-count')).body;
    expect(body.doors.map(({ came, gone }) => [came, gone]).sort()).toEqual([
      [1, 0],
      [3, 1],
    ]);
  });

  it('loses nobody when every door counts at the same moment', async () => {
    const entries = await bought(8);
    await Promise.all([
      ...entries.map(({ qr }) => show(qr)),
      ...Array.from({ length: 8 }, () => act('head-count', { direction: 'in' })),
    ]);
    expect(await heads()).toMatchObject({ inside: 16 });
  });

  it('warns before the house is full, then lets no entry in until somebody leaves', async () => {
    await make.run('UPDATE nights.nights SET capacity = 10 WHERE id = $1', [night.id]);
    await act('head-count', { direction: 'in', people: 8 });
    expect(await heads()).toMatchObject({ inside: 8, capacity: 10, alarm_at: 9, is_near: false });
    const [one, two, three] = (await bought(3)).map(({ qr }) => qr) as [string, string, string];
    await show(one);
    expect(await heads()).toMatchObject({ is_near: true, is_full: false });
    expect((await show(two)).body).toMatchObject({ verdict: 'valid', inside: 10 });
    expect((await show(three)).body).toMatchObject({ verdict: 'full', title: 'Local lleno' });
    await act('exit', { qr: one });
    expect((await show(three)).body.verdict).toBe('valid');
    await app.current.drainOutbox();
    const admin = await make.loggedIn(venue, ['admin'], 'admin');
    const audit = await admin.get<{ items: object[] }>('/audit?type=entries.capacity_near');
    expect(audit.body.items).toHaveLength(1);
  });

  it('lets the last one in once, when eight come at the same moment', async () => {
    await make.run('UPDATE nights.nights SET capacity = 1 WHERE id = $1', [night.id]);
    const entries = await bought(8);
    const answers = await Promise.all(entries.map(({ qr }) => show(qr)));
    expect(answers.filter(({ body }) => body.verdict === 'valid')).toHaveLength(1);
    expect(answers.filter(({ body }) => body.verdict === 'full')).toHaveLength(7);
  });

  it('has no answer without a night', async () => {
    await make.run(`UPDATE nights.nights SET status = 'CLOSED' WHERE id = $1`, [night.id]);
    expect(await door.get('/entradas/head-count')).toMatchObject({ status: 409, body: { code: 'door.no_night' } });
    expect(await act('head-count', { direction: 'in' })).toMatchObject({
      status: 409,
      body: { code: 'door.no_night' },
    });
  });
});

describe('a slip at the door', () => {
  it('is taken back by a supervisor, once, the latest first', async () => {
    const supervisor = await make.loggedIn(venue, ['supervisor'], 'door');
    const undo = (crossing_id: string, client = supervisor) =>
      act('undo', { crossing_id, reason: 'otra persona' }, client);
    const { qr } = await first();
    const came = (await show(qr)).body.crossing_id;
    expect((await undo(came, door)).status).toBe(403);
    const left = (await act('exit', { qr })).body.crossing_id;
    expect(await undo(came)).toMatchObject({ status: 409, body: { code: 'door.overtaken' } });
    expect((await undo(left)).body).toMatchObject({ inside: 1 });
    const undone = await Promise.all(Array.from({ length: 8 }, () => undo(came)));
    expect(undone.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await heads()).toMatchObject({ inside: 0, checked_in: 0 });
    expect((await show(qr)).body).toMatchObject({ verdict: 'valid', is_re_entry: false });
    const clicked = (await act('head-count', { direction: 'in' })).body.crossing_id;
    expect((await undo(clicked)).body).toMatchObject({ inside: 1 });
    const stranger = await make.loggedIn(await make.venue(), ['supervisor'], 'door');
    expect((await undo(clicked, stranger)).status).toBe(404);
  });
});

describe('who is turned away', () => {
  const CARD =
    'https://portal.sidiv.registrocivil.cl/docstatus?RUN=12345678-5&type=CEDULA&serial=100200300&mrz=100200300299011553101159';

  it('is written down with the reason', async () => {
    expect((await act('refusals', { reason: 'dress_code', note: 'zapatillas' })).status).toBe(201);
    expect((await act('refusals', { reason: 'ugly' })).status).toBe(400);
    const page = await door.get<{ items: object[]; next_cursor: string | null }>('/entradas/refusals?limit=1');
    expect(page.body.items).toMatchObject([
      { reason: 'dress_code', note: 'zapatillas', employee_name: door.person.name },
    ]);
  });

  it('or let in by age leaves nothing of the card behind, neither in the books nor in the audit trail', async () => {
    const check = (qr: string) => door.post<{ outcome: string }>('/entradas/age-check', { qr });
    expect((await check(CARD)).body).toEqual({ outcome: 'of_age', may_enter: true });
    expect((await check('nada')).body).toEqual({ outcome: 'unreadable', may_enter: false });
    await app.current.drainOutbox();
    const tables = await make.run<{ name: string }>(
      `SELECT table_schema || '.' || table_name AS name FROM information_schema.tables
       WHERE table_schema IN ('entries', 'audit', 'platform') AND table_type = 'BASE TABLE'`,
    );
    for (const { name } of tables) {
      const rows = await make.run<{ n: number }>(
        `SELECT count(*)::int AS n FROM ${name} t WHERE t::text ~ '12345678|990115|9901155'`,
      );
      expect({ name, found: rows[0]?.n }).toEqual({ name, found: 0 });
    }
  });

  it('or let in is decided by people of the door, who sell nothing', async () => {
    const bartender = await make.loggedIn(venue, ['cashier'], 'register');
    const { qr } = await first();
    expect((await show(qr, bartender)).status).toBe(403);
    expect((await door.get('/entry-orders')).status).toBe(403);
    expect((await door.post('/entradas/validate', { qr })).body).toMatchObject({ code: 'idempotency.key_missing' });
  });
});
