import { newId } from '@libs/kernel';
import { GuestOut, identify } from './support/guest';
import { HttpClient } from './support/http-client';
import { useTestApp } from './support/test-app';
import { Club, Product, Refusal } from './support/till';

describe('one QR for everything', () => {
  const app = useTestApp();
  let club: Club;
  let ana: GuestOut;
  let product: Product;
  let barId: string;
  let bartender: HttpClient;
  let admin: HttpClient;

  const scan = (qr: string, as = bartender) => as.post<Scan & Refusal>('/tickets/scan', { qr });
  const refusals = async (): Promise<string[]> => {
    const lead = await club.make.loggedIn(club.venue, ['supervisor'], 'register');
    const { body } = await lead.get<{ items: { reason: string }[] }>('/tickets/refusals');
    return body.items.map(({ reason }) => reason);
  };
  const expire = (table: string) =>
    club.make.run(`UPDATE customers.${table} SET expires_at = now() - interval '1 second'`);

  beforeEach(async () => {
    club = await Club.open(app.current);
    ana = await GuestOut.in(club);
    product = await club.product();
    barId = (await club.make.bar(club.venue)).id;
    bartender = await club.make.loggedIn(club.venue, ['bartender'], 'bar', { barId });
    admin = await club.make.loggedIn(club.venue, ['admin'], 'admin');
  });

  it('is new each time it is asked for, counts for a minute, and is no ticket’s code', async () => {
    const [first, second] = [await ana.get<Qr>('/wallet/qr'), await ana.get<Qr>('/wallet/qr')];
    expect(first.body.qr).not.toBe(second.body.qr);
    expect(first.body.qr).toMatch(/^UQ[0-9A-HJKMNP-TV-Z]{32}$/);
    const left = new Date(second.body.expires_at).getTime() - Date.now();
    expect(left).toBeGreaterThan(30_000);
    expect(left).toBeLessThanOrEqual(60_000);
    const kept = await club.make.run<{ n: number }>(
      `SELECT count(*)::int AS n FROM customers.qr_codes WHERE code_hash = convert_to($1, 'UTF8')`,
      [first.body.qr],
    );
    expect(kept).toEqual([{ n: 0 }]);
  });

  it('identifies once, however many read it at once', async () => {
    const qr = await ana.qr();
    const tills = await Promise.all(
      Array.from({ length: 8 }, () => club.make.loggedIn(club.venue, ['cashier'], 'register')),
    );
    const answers = await Promise.all(tills.map((till) => identify(till, qr)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const codes = answers.filter(({ status }) => status !== 200).map(({ body }) => body.code);
    expect(codes).toEqual(Array(7).fill('guest.qr_used'));
    expect(await refusals()).toEqual(Array(7).fill('guest.qr_used'));
  });

  it('shows a till the wallet, and a door nothing of it', async () => {
    await ana.topUp(12_000);
    expect((await ana.shows()).body).toMatchObject({
      ...{ customer_id: ana.id, first_name: 'Cliente', is_confirmed: true },
      wallet: { balance: 12_000, points: 0, is_frozen: false },
    });
    const door = await club.make.loggedIn(club.venue, ['door'], 'door');
    const { body } = await ana.shows(door);
    expect(body).toMatchObject({ customer_id: ana.id });
    expect(body).not.toHaveProperty('wallet');
    expect(body).not.toHaveProperty('tickets');
  });

  it('is refused when it is over, unknown, of another house or of somebody shut out, and a supervisor sees it', async () => {
    const old = await ana.qr();
    await expire('qr_codes');
    const stranger = await Club.open(app.current);
    const theirs = await (await GuestOut.in(stranger)).qr();
    const shut = await GuestOut.in(club);
    const shutQr = await shut.qr();
    await admin.post(`/customers/${shut.id}/disable`, { reason: 'pelea' });
    const codes: string[] = [];
    for (const qr of [old, theirs, `UQ${'0'.repeat(32)}`, 'hola', shutQr]) {
      const { status, body } = await identify(club.cashier, qr);
      codes.push(`${status} ${body.code}`);
    }
    const expected = ['guest.qr_expired', 'guest.qr_unknown', 'guest.qr_unknown', 'guest.qr_unknown', 'guest.disabled'];
    expect(codes).toEqual(expected.map((code) => `409 ${code}`));
    expect((await refusals()).sort()).toEqual(expected.sort());
    // It was not used up by the refusal of another house.
    expect((await identify(stranger.cashier, theirs)).status).toBe(200);
  });

  it('is read on a tablet only', async () => {
    expect(await identify(admin, await ana.qr())).toMatchObject({ status: 403, body: { code: 'guest.tablet_needed' } });
  });

  it('goes through the one scanner of a bar, which gets all that is left tonight and hands it over', async () => {
    const session = await club.session();
    const sold = await club.sell(session.id, product, { qty: 2 });
    const other = await club.sell(session.id, product);
    await club.make.run('UPDATE tickets.tickets SET customer_id = $1 WHERE id = ANY ($2)', [
      ...[ana.id, [sold.body.ticket.id, other.body.ticket.id]],
    ]);
    const seen = await scan(await ana.qr());
    expect(seen).toMatchObject({
      status: 200,
      body: { outcome: 'guest', reason: null, ticket: null, detail: 'Cliente: quedan 3 por entregar.' },
    });
    expect(seen.body.guest_tickets.map(({ id }) => id)).toEqual([sold.body.ticket.id, other.body.ticket.id]);
    const items = [{ item_id: sold.body.ticket.items[0]?.id, qty: 2 }];
    const delivered = await bartender.post(
      `/tickets/${sold.body.ticket.id}/deliver`,
      { items, bar_id: barId },
      { key: newId() },
    );
    expect(delivered.status).toBe(200);
    const { body } = await ana.shows(bartender);
    expect(body.tickets?.map(({ id }) => id)).toEqual([other.body.ticket.id]);
    const log = await club.make.run(`SELECT FROM tickets.ticket_log WHERE action = 'scan' AND ticket_id = $1`, [
      other.body.ticket.id,
    ]);
    expect(log).toHaveLength(2);
  });

  it('is refused at the bar like a ticket, and a guest without anything is told so', async () => {
    const qr = await ana.qr();
    expect((await scan(qr)).body).toMatchObject({
      outcome: 'guest',
      guest_tickets: [],
      detail: expect.stringContaining('nada pendiente') as string,
    });
    expect((await scan(qr)).body).toMatchObject({ outcome: 'refused', reason: 'guest.qr_used', guest: null });
    expect(await refusals()).toEqual(['guest.qr_used']);
  });

  describe('printed on a card', () => {
    const issue = async (): Promise<string> =>
      (await admin.post<{ code: string }>(`/customers/${ana.id}/card`)).body.code;
    const confirm = (token: string, stepUp: string | undefined, as: HttpClient = club.cashier) =>
      as.post<Refusal>('/customers/confirm', { customer_token: token, step_up_token: stepUp });

    it('tells whose it is, and nothing of theirs until another person has confirmed it', async () => {
      await ana.topUp(5_000);
      const code = await issue();
      const { body } = await identify(club.cashier, code);
      expect(body).toMatchObject({ first_name: 'Cliente', is_confirmed: false, source: 'card' });
      expect(body).not.toHaveProperty('wallet');
      expect(await confirm(body.customer_token, undefined)).toMatchObject({ body: { code: 'step_up.required' } });
      const other = await club.make.loggedIn(club.venue, ['cashier'], 'register');
      const elsewhere = await club.stepUp('customer.confirm', other);
      expect(await confirm(body.customer_token, elsewhere, other)).toMatchObject({
        body: { code: 'guest.token_invalid' },
      });
      const yes = await club.stepUp('customer.confirm');
      expect(await confirm(body.customer_token, yes)).toMatchObject({
        status: 200,
        body: { is_confirmed: true, wallet: { balance: 5_000 } },
      });
      expect((await scan(code)).body).toMatchObject({
        outcome: 'guest',
        guest_tickets: [],
        detail: expect.stringContaining('supervisor') as string,
      });
    });

    it('counts until it is revoked or replaced, and only one at a time', async () => {
      const first = await issue();
      const second = await issue();
      expect((await identify(club.cashier, first)).body.code).toBe('guest.qr_expired');
      expect((await identify(club.cashier, second)).status).toBe(200);
      expect((await admin.delete(`/customers/${ana.id}/card`)).status).toBe(200);
      expect(await admin.delete(`/customers/${ana.id}/card`)).toMatchObject({
        status: 404,
        body: { code: 'guest.no_card' },
      });
      expect((await identify(club.cashier, second)).body.code).toBe('guest.qr_expired');
      const foreign = await club.make.loggedIn(await club.make.venue(), ['admin'], 'admin');
      expect((await foreign.post(`/customers/${ana.id}/card`)).status).toBe(404);
      expect((await foreign.delete(`/customers/${ana.id}/card`)).status).toBe(404);
      expect((await club.cashier.post(`/customers/${ana.id}/card`)).status).toBe(403);
    });

    it('is made once however many ask at once', async () => {
      const codes = await Promise.all(Array.from({ length: 8 }, issue));
      const answers = await Promise.all(codes.map((code) => identify(club.cashier, code)));
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    });
  });
});

interface Qr {
  readonly qr: string;
  readonly expires_at: string;
}

interface Scan {
  readonly outcome: string;
  readonly guest_tickets: readonly { readonly id: string }[];
}
