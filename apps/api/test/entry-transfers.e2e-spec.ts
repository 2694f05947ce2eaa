import { Mail, Mailer } from '@libs/customers/application';
import { MailPost } from '@libs/customers/infrastructure/mail-post';
import { newId } from '@libs/kernel';
import { newSecret, sha256 } from '@libs/platform';
import {
  brokenBooks,
  EntryOrder,
  entryType,
  Fixtures,
  OwnEntry,
  Person,
  Phone,
  topUp,
  useTestApp,
  Venue,
} from './support';

interface Offer {
  readonly code: string | null;
  readonly expires_at: string;
}
interface Code {
  readonly code: string;
}

const app = useTestApp();
let make: Fixtures;
let venue: Venue;
let night: { id: string };
let ana: Phone;
let bea: Phone;
let general: string;

const mine = async (phone: Phone): Promise<OwnEntry[]> => (await phone.get<OwnEntry[]>('/entradas/mine')).body;
const offer = (entry: OwnEntry, body: object = {}, phone = ana) =>
  phone.post<Offer & Code>(`/entradas/${entry.uuid}/transfer`, body);
const take = (code: string, phone = bea, key?: string) =>
  phone.post<{ uuid: string } & Code>('/entradas/claim', { code }, key);
const show = async (qr: string): Promise<string> => {
  const door = await make.loggedIn(venue, ['door'], 'door');
  return (await door.post<{ verdict: string }>('/entradas/validate', { qr }, { key: newId() })).body.verdict;
};
const balance = async ({ guest }: Phone): Promise<number> => {
  const [row] = await make.run<{ balance: string }>(
    'SELECT b.balance FROM wallet.balances b JOIN wallet.accounts a ON a.id = b.account_id WHERE a.customer_id = $1',
    [guest.id],
  );
  return Number(row?.balance ?? 0);
};

beforeEach(async () => {
  make = new Fixtures(app.current);
  venue = await make.venue();
  night = await make.night(venue);
  general = await entryType(make, venue, night, { name: 'General' });
  [ana, bea] = [await Phone.of(app.current, make, venue), await Phone.of(app.current, make, venue)];
});

afterEach(async () => expect(await brokenBooks(app.current)).toEqual([]));

describe('an entry handed on', () => {
  it('for nothing stands although the giver gives the other of the order back', async () => {
    await make.run(`UPDATE nights.nights SET doors_open_at = now() + interval '9 days' WHERE id = $1`, [night.id]);
    const { body: order } = await ana.order(general, 2);
    const [entry] = (await mine(ana)) as [OwnEntry, OwnEntry];
    await take(String((await offer(entry)).body.code));
    const back = await ana.post(`/entradas/orders/${order.uuid}/refund`, { to: 'original' });
    expect(back).toMatchObject({ status: 200, body: { status: 'PAID' } });
    expect(await mine(ana)).toEqual([]);
    expect(await mine(bea)).toMatchObject([{ status: 'VALID' }]);
  });

  it('belongs to whoever types the code, with a QR of their own; the giver’s is dead', async () => {
    const [entry] = (await ana.bought(general)) as [OwnEntry];
    const { body } = await offer(entry);
    expect(body.code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    expect(await mine(ana)).toMatchObject([{ uuid: entry.uuid, offered_until: body.expires_at }]);
    const key = newId();
    const first = await take(String(body.code).toLowerCase(), bea, key);
    expect(first.status).toBe(200);
    expect((await take(String(body.code).toLowerCase(), bea, key)).body).toEqual(first.body);
    expect(await mine(ana)).toEqual([]);
    const [received] = await mine(bea);
    expect(received).toMatchObject({ uuid: first.body.uuid, status: 'VALID' });
    expect(await show(entry.qr)).toBe('void');
    expect(await show(received?.qr ?? '')).toBe('valid');
  });

  it('is taken once by eight who know the code', async () => {
    const [entry] = (await ana.bought(general)) as [OwnEntry];
    const { body } = await offer(entry);
    const friends = await Promise.all(Array.from({ length: 8 }, () => Phone.of(app.current, make, venue)));
    const answers = await Promise.all(friends.map((friend) => take(body.code ?? '', friend)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ body: { code } }) => code === 'entry.code_unknown')).toHaveLength(7);
  });

  it('by mail tells nobody whether the address has an account', async () => {
    const entries = await ana.bought(general, 2);
    const to = [bea.guest.email, 'nobody@example.com'];
    const answers = await Promise.all(to.map((email, n) => offer(entries[n] as OwnEntry, { email })));
    for (const { status, body } of answers) {
      expect({ status, ...body }).toEqual({ status: 200, code: null, expires_at: expect.any(String) as string });
    }
    const mails: Mail[] = app.current.nest.get<Mailer, MailPost>(Mailer).kept;
    const sent = to.map((email) => mails.filter((mail) => mail.to === email && mail.kind === 'entry_offered'));
    expect(sent.map(({ length }) => length)).toEqual([1, 1]);
    expect((await take(sent[0]?.[0]?.code ?? '')).status).toBe(200);
    expect((await offer(entries[1] as OwnEntry, { email: 'no address' })).status).toBe(400);
  });

  it('can be withdrawn, offered anew, and not be taken by its giver, in another house, or once it was used', async () => {
    const [entry] = (await ana.bought(general)) as [OwnEntry];
    const old = (await offer(entry)).body.code ?? '';
    const latest = (await offer(entry)).body.code ?? '';
    expect(await take(old)).toMatchObject({ status: 404, body: { code: 'entry.code_unknown' } });
    expect(await take(latest, ana)).toMatchObject({ status: 404, body: { code: 'entry.code_unknown' } });
    expect((await ana.post(`/entradas/${entry.id}/transfer/withdraw`)).status).toBe(204);
    expect(await take(latest)).toMatchObject({ status: 404 });
    expect((await bea.post(`/entradas/${entry.uuid}/transfer`, {})).status).toBe(404);
    const again = (await offer(entry)).body.code ?? '';
    await show(entry.qr);
    expect(await take(again)).toMatchObject({ status: 409, body: { code: 'entry.already_used' } });
    expect(await offer(entry)).toMatchObject({ status: 409, body: { code: 'entry.already_used' } });
  });
});

describe('entries given back', () => {
  const paid = async (qty: number, price = 8_000, capacity = 10): Promise<{ order: EntryOrder; type: string }> => {
    const type = await entryType(make, venue, night, { price, capacity });
    await topUp(app.current, ana.guest, price * qty);
    return { order: (await ana.order(type, qty, 'wallet')).body, type };
  };
  const refund = (order: EntryOrder, phone = ana, key?: string) =>
    phone.post<EntryOrder & { refunded_amount: number }>(
      `/entradas/orders/${order.uuid}/refund`,
      { to: 'original' },
      key,
    );
  const opens = (hours: number) =>
    make.run(`UPDATE nights.nights SET doors_open_at = now() + $2::int * interval '1 hour' WHERE id = $1`, [
      night.id,
      hours,
    ]);
  const settings = (given: object) =>
    make.run('UPDATE nights.venues SET settings = $2 WHERE id = $1', [venue.id, JSON.stringify(given)]);

  it('come back to the wallet that paid, once, and free their places', async () => {
    await opens(48);
    const { order, type } = await paid(2, 8_000, 2);
    const answers = await Promise.all(Array.from({ length: 8 }, () => refund(order)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await balance(ana)).toBe(16_000);
    expect((await ana.get(`/entradas/orders/${order.uuid}`)).body).toMatchObject({
      status: 'REFUNDED',
      refunded_amount: 16_000,
    });
    expect(await show(order.entries[0]?.qr ?? '')).toBe('void');
    await topUp(app.current, bea.guest, 16_000);
    expect((await bea.order(type, 2, 'wallet')).status).toBe(201);
  });

  it('come back less what the house keeps, until the hour that it says', async () => {
    await settings({ entryRefundFeePct: 15, entryRefundHours: 24 });
    await opens(23);
    const other = await Phone.of(app.current, make, venue);
    const { order } = await paid(1, 9_999);
    expect(await refund(order)).toMatchObject({ status: 409, body: { code: 'entry.refund_too_late' } });
    await opens(25);
    expect((await refund(order, other)).status).toBe(404);
    expect((await refund(order)).body).toMatchObject({ refunded_amount: 8_499 });
    expect(await balance(ana)).toBe(8_499);
  });

  it('are those that the buyer still has and nobody used', async () => {
    await opens(48);
    await settings({ entryRefundHours: 0, doorsEarlyMinutes: 600 });
    await make.run('UPDATE nights.nights SET doors_open_at = now() + $2::interval WHERE id = $1', [
      night.id,
      '2 hours',
    ]);
    const { order } = await paid(3);
    const [used, given] = order.entries as [OwnEntry, OwnEntry];
    await show(used.qr);
    await take((await offer(given)).body.code ?? '');
    expect((await refund(order)).body).toMatchObject({ status: 'PAID', refunded_amount: 8_000 });
    expect(await refund(order)).toMatchObject({ status: 409, body: { code: 'entry.nothing_to_refund' } });
    expect(await mine(bea)).toHaveLength(1);
  });

  it('come back in full by the house, with the yes of another person', async () => {
    await opens(-1);
    const { order } = await paid(1);
    const supervisor: Person = await make.employee(venue, ['supervisor']);
    const admin = await make.loggedIn(venue, ['admin'], 'admin');
    const give = (body: object, client = admin) =>
      client.post(
        `/entry-orders/${order.uuid}/refund`,
        { to: 'wallet', reason: 'se suspendió', ...body },
        { key: newId() },
      );
    expect(await give({})).toMatchObject({ status: 403, body: { code: 'step_up.required' } });
    const token = newSecret();
    await make.run(
      `INSERT INTO staff.step_ups (token_hash, venue_id, permission, requested_by, granted_by, session_id, expires_at)
       VALUES ($1, $2, 'payment.refund', $3, $4, $5, now() + interval '2 minutes')`,
      [sha256(token), venue.id, admin.person.id, supervisor.id, admin.sessionId],
    );
    const stranger = await make.loggedIn(await make.venue(), ['admin'], 'admin');
    expect((await give({}, stranger)).status).toBe(404);
    expect((await give({ step_up_token: token })).status).toBe(204);
    expect(await balance(ana)).toBe(8_000);
  });
});
