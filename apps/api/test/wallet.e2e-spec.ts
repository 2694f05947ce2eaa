import { newId, Transactions } from '@libs/kernel';
import { newSecret, sha256 } from '@libs/platform';
import { TopUpWallet } from '@libs/wallet/application';
import { Fixtures, Person } from './support/fixtures';
import { useTestApp } from './support/test-app';

type Client = Awaited<ReturnType<Fixtures['loggedIn']>>;
interface Account {
  readonly id: string;
  readonly asset: string;
  readonly balance: number;
  readonly frozen_at: string | null;
}

describe('wallets in the back office', () => {
  const app = useTestApp();
  let fixtures: Fixtures;
  let admin: Client;
  let supervisor: Person;
  let guest: string;
  let account: Account;

  const accounts = async (client = admin): Promise<Account[]> =>
    (await client.get<{ items: Account[] }>(`/wallet/accounts?customer_id=${guest}`)).body.items;
  const act = (name: string, body: object, key: string = newId(), client = admin) =>
    client.post(`/wallet/accounts/${account.id}/${name}`, body, { key });
  /** The supervisor says yes to one correction. */
  const stepUp = async (): Promise<string> => {
    const token = newSecret();
    await fixtures.run(
      `INSERT INTO staff.step_ups (token_hash, venue_id, permission, requested_by, granted_by, session_id, expires_at)
       VALUES ($1, $2, 'wallet.adjust', $3, $4, $5, now() + interval '2 minutes')`,
      [sha256(token), admin.person.venueId, admin.person.id, supervisor.id, admin.sessionId],
    );
    return token;
  };

  beforeEach(async () => {
    fixtures = new Fixtures(app.current);
    const venue = await fixtures.venue();
    admin = await fixtures.loggedIn(venue, ['admin'], 'admin');
    supervisor = await fixtures.employee(venue, ['supervisor'], { name: 'Sofía' });
    guest = (await fixtures.customer(venue)).id;
    const occasion = {
      ...{ venueId: venue.id, nightId: null, at: new Date() },
      actor: { employeeId: admin.person.id, employeeName: admin.person.name, deviceId: null, ip: null },
    };
    const topUp = app.current.nest.get(TopUpWallet, { strict: false });
    await app.current.nest.get<Transactions>(Transactions, { strict: false }).run((tx) =>
      topUp.execute(tx, occasion, {
        ...{ customerId: guest, amount: 10_000, from: 'online', reference: { kind: 'intent', id: newId() } },
      }),
    );
    [account] = (await accounts()) as [Account];
  });

  it('show what a customer has, and nothing of one to whom nothing ever came', async () => {
    expect(account).toMatchObject({ asset: 'CLP', balance: 10_000, frozen_at: null, customer_id: guest });
    expect((await admin.get(`/wallet/accounts?customer_id=${newId()}`)).body).toEqual({ items: [] });
    expect((await admin.get('/wallet/accounts')).status).toBe(400);
  });

  it('are adjusted with the yes of another person, once a key, and show it in their history', async () => {
    const body = { direction: 'debit', amount: 2_500, reason: 'cobro doble' };
    expect(await act('adjust', body)).toMatchObject({ status: 403, body: { code: 'step_up.required' } });
    const key = newId();
    const allowed = { ...body, step_up_token: await stepUp() };
    expect(await act('adjust', allowed, key)).toMatchObject({ status: 200, body: { balance: 7_500 } });
    const again = await act('adjust', allowed, key);
    expect(again).toMatchObject({ status: 200, body: { balance: 7_500 } });
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect(await act('adjust', allowed)).toMatchObject({ status: 403, body: { code: 'step_up.invalid' } });
    const first = await admin.get<{ next_cursor: string }>(`/wallet/accounts/${account.id}/entries?limit=1`);
    expect(first.body).toMatchObject({
      items: [
        {
          ...{ kind: 'adjustment', amount: -2_500, balance: 7_500, sequence: 2, reason: 'cobro doble' },
          ...{ employee_name: admin.person.name, authorized_by_name: 'Sofía' },
        },
      ],
    });
    const second = await admin.get(`/wallet/accounts/${account.id}/entries?limit=1&cursor=${first.body.next_cursor}`);
    expect(second.body).toMatchObject({ items: [{ kind: 'top_up', balance: 10_000 }], next_cursor: null });
  });

  it('never go below zero, and no yes is used up by a refusal', async () => {
    const token = await stepUp();
    const tooMuch = { direction: 'debit', amount: 10_001, reason: 'error', step_up_token: token };
    expect(await act('adjust', tooMuch)).toMatchObject({
      ...{ status: 409, body: { code: 'wallet.insufficient_funds', facts: { balance: 10_000, needed: 10_001 } } },
    });
    expect((await act('adjust', { ...tooMuch, amount: 10_000 })).body).toMatchObject({ balance: 0 });
    for (const amount of [0, -1, 0.5]) expect((await act('adjust', { ...tooMuch, amount })).status).toBe(400);
  });

  it('are frozen with a reason, let go with the yes of another person, and the audit trail hears it', async () => {
    expect((await act('freeze', { reason: 'teléfono robado' })).body).toMatchObject({ is_frozen: true });
    expect(await act('freeze', { reason: 'otra vez' })).toMatchObject({ body: { code: 'wallet.already_frozen' } });
    expect((await accounts())[0]).toMatchObject({ frozen_reason: 'teléfono robado' });
    expect(await act('unfreeze', {})).toMatchObject({ status: 403, body: { code: 'step_up.required' } });
    expect((await act('unfreeze', { step_up_token: await stepUp() })).body).toMatchObject({ is_frozen: false });
    await app.current.drainOutbox();
    const heard = await admin.get<{ items: { type: string }[] }>('/audit?type=wallet');
    const types = heard.body.items.map(({ type }) => type);
    expect(types.sort()).toEqual(['wallet.credited', 'wallet.frozen', 'wallet.opened', 'wallet.unfrozen']);
  });

  it('have limits that an admin changes part by part, which the audit trail hears and which never contradict', async () => {
    const usual = await admin.get<Record<string, number | null>>('/wallet/limits');
    expect(usual).toMatchObject({ status: 200, body: { points_expire_days: null } });
    const changed = { ...usual.body, max_balance: 90_000, points_expire_days: 365 };
    const part = { max_balance: 90_000, points_expire_days: 365 };
    expect((await admin.patch('/wallet/limits', part)).body).toEqual(changed);
    expect((await admin.get('/wallet/limits')).body).toEqual(changed);
    expect(await admin.patch('/wallet/limits', { max_top_up: 5_000, max_top_up_a_day: 4_000 })).toMatchObject({
      ...{ status: 400, body: { code: 'wallet.limits_contradict' } },
    });
    expect((await admin.patch('/wallet/limits', { max_balance: 0 })).status).toBe(400);
    expect((await admin.patch('/wallet/limits', { points_expire_days: null })).body).toMatchObject({
      ...{ max_balance: 90_000, points_expire_days: null },
    });
    await app.current.drainOutbox();
    const heard = await admin.get<{ items: object[] }>('/audit?type=wallet.limits_changed');
    expect(heard.body.items).toHaveLength(2);
    const stranger = await fixtures.loggedIn(await fixtures.venue(), ['admin'], 'admin');
    expect((await stranger.get('/wallet/limits')).body).toEqual(usual.body);
  });

  it('are proven on demand', async () => {
    expect((await admin.post('/wallet/verify')).body).toEqual({ ok: true, broken: [] });
  });

  it('are of one house and for its admins', async () => {
    const stranger = await fixtures.loggedIn(await fixtures.venue(), ['admin'], 'admin');
    expect(await accounts(stranger)).toEqual([]);
    expect((await stranger.get(`/wallet/accounts/${account.id}/entries`)).status).toBe(404);
    expect((await act('freeze', { reason: 'ajena' }, newId(), stranger)).status).toBe(404);
    const cashier = await fixtures.loggedIn({ id: admin.person.venueId, name: '' }, ['supervisor'], 'register');
    expect((await cashier.get(`/wallet/accounts?customer_id=${guest}`)).status).toBe(403);
    expect((await act('freeze', { reason: 'sin permiso' }, newId(), cashier)).status).toBe(403);
  });
});
