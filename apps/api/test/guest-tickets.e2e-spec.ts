import { PASSWORD } from './support';
import { GuestOut } from './support/guest';
import { useTestApp } from './support/test-app';
import { Club, Product, Refusal } from './support/till';

interface MyTicket {
  readonly id: number;
  readonly uuid: string;
  readonly status: string;
  readonly qr: string | null;
}

describe("a guest's own tickets and sales", () => {
  const app = useTestApp();
  let club: Club;
  let ana: GuestOut;
  let leo: GuestOut;
  let session: { id: string };
  let drink: Product;

  const mine = async (guest = ana, query = '') => (await guest.get<MyTicket[]>(`/tickets/my-tickets${query}`)).body;
  const claim = (qr: string, guest = ana, key?: string) =>
    guest.post<MyTicket & Refusal>('/tickets/claim', { qr }, key);
  const paper = async () => {
    const { body } = await club.sell(session.id, drink, { qty: 2 });
    return { ...body.ticket, qr: body.ticket.qr ?? '', saleId: body.id };
  };

  beforeEach(async () => {
    club = await Club.open(app.current);
    [ana, leo] = [await GuestOut.in(club), await GuestOut.in(club)];
    session = await club.session();
    drink = await club.product({ price: 4_000 });
  });

  it('are a bare list, newest first, with a number, what is left, the night and the QR', async () => {
    const first = await club.sell(session.id, drink, { body: { customer_token: await ana.tokenAt() } });
    const second = await club.sell(session.id, drink, { qty: 2, body: { customer_token: await ana.tokenAt() } });
    await club.make.run('UPDATE tickets.ticket_items SET delivered_qty = 1 WHERE ticket_id = $1', [
      second.body.ticket.id,
    ]);
    const tickets = await mine();
    expect(tickets.map(({ uuid }) => uuid)).toEqual([second.body.ticket.id, first.body.ticket.id]);
    expect(tickets[0]).toEqual({
      ...{ id: Number(second.body.ticket.display_code.split(' ')[1]), uuid: second.body.ticket.id },
      ...{ display_code: second.body.ticket.display_code, ticket_type: 'delivery', status: 'PARTIAL' },
      ...{ qr: second.body.ticket.qr, created_at: expect.any(String) as string },
      night: { uuid: club.nightId, name: expect.any(String) as string, date: '2026-11-20' },
      items: [{ name: drink.name, note: null, qty: 2, delivered_qty: 1, left_qty: 1 }],
    });
    expect(await mine(ana, '?limit=1&offset=1')).toMatchObject([{ uuid: first.body.ticket.id }]);
    expect(await mine(leo)).toEqual([]);
    const bought = await ana.get<object[]>('/sales/mine?limit=1');
    expect(bought.body).toMatchObject([
      {
        ...{ id: tickets[0]?.id, uuid: second.body.id, ticket_uuid: second.body.ticket.id, total_amount: 8_000 },
        lines: [{ name: drink.name, qty: 2, unit_price: 4_000, total_amount: 8_000 }],
        payments: [{ method: 'cash', amount: 8_000 }],
      },
    ]);
    expect((await leo.get('/sales/mine')).body).toEqual([]);
    expect((await ana.get('/tickets/my-tickets?offset=-1')).status).toBe(400);
    expect((await club.cashier.get('/tickets/my-tickets')).status).toBe(401);
    expect((await club.cashier.get('/sales/mine')).status).toBe(401);
  });

  it('grow by a paper ticket that is claimed, once, and by nobody else', async () => {
    const ticket = await paper();
    expect(await claim(ticket.qr)).toMatchObject({ status: 200, body: { uuid: ticket.id, qr: ticket.qr } });
    expect(await claim(ticket.qr)).toMatchObject({ status: 200, body: { uuid: ticket.id } });
    expect(await claim(ticket.qr, leo)).toMatchObject({ status: 409, body: { code: 'ticket.claimed' } });
    expect((await mine()).map(({ uuid }) => uuid)).toEqual([ticket.id]);
    expect(await mine(leo)).toEqual([]);
    await app.current.drainOutbox();
    const told = await club.make.run(`SELECT FROM audit.entries WHERE type = 'tickets.claimed' AND subject_id = $1`, [
      ticket.id,
    ]);
    expect(told).toHaveLength(1);
    const admin = await club.make.loggedIn(club.venue, ['admin'], 'admin');
    const { body } = await admin.get<{ log: object[] }>(`/tickets/${ticket.id}`);
    expect(body.log).toMatchObject([{ action: 'claim', employee_name: null, ip: expect.any(String) as string }]);
  });

  it('with drinks left on them make the end of an account a question', async () => {
    await claim((await paper()).qr);
    const end = (more: object) =>
      app.current
        .client()
        .delete<Refusal>(
          '/customers/profile',
          { password: PASSWORD, ...more },
          { headers: { authorization: `Bearer ${ana.token}` } },
        );
    expect(await end({})).toMatchObject({
      ...{ status: 409, body: { code: 'customer.things_left', facts: { counts: { tickets: 1 } } } },
    });
    expect((await end({ gives_up: true })).status).toBe(200);
  });

  it('are claimed by one of eight who try at once', async () => {
    const ticket = await paper();
    const guests = await Promise.all(Array.from({ length: 8 }, () => GuestOut.in(club)));
    const answers = await Promise.all(guests.map((guest) => claim(ticket.qr, guest)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(7).fill(409)]);
  });

  it('take in neither a number, a void ticket nor one of another house', async () => {
    const ticket = await paper();
    expect(await claim(ticket.display_code)).toMatchObject({ status: 404, body: { code: 'ticket.unknown' } });
    await club.make.run('UPDATE tickets.tickets SET voided_at = now() WHERE id = $1', [ticket.id]);
    expect(await claim(ticket.qr)).toMatchObject({ status: 409, body: { code: 'ticket.void' } });
    const elsewhere = await Club.open(app.current);
    const stranger = await GuestOut.in(elsewhere);
    const other = await paper();
    expect(await claim(other.qr, stranger)).toMatchObject({ status: 404, body: { code: 'ticket.unknown' } });
  });

  it('stop taking guesses after ten, of this guest alone, and good ones do not count', async () => {
    for (let n = 0; n < 12; n += 1) expect((await claim((await paper()).qr)).status).toBe(200);
    const guess = (n: number) => claim('0'.repeat(30) + String(10 + n));
    for (let n = 0; n < 10; n += 1) expect((await guess(n)).status).toBe(404);
    const locked = await claim((await paper()).qr);
    expect(locked).toMatchObject({ status: 429, body: { code: 'ticket.claims_locked' } });
    expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await claim((await paper()).qr, leo)).status).toBe(200);
  });
});
