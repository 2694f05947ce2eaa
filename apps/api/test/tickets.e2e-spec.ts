import { newId } from '@libs/kernel';
import { IssuedTicket, IssueTicket, IssueTicketInput } from '@libs/tickets/application';
import { SqlTransactions } from '@libs/platform/database/transactions';
import { Transactions } from '@libs/kernel';
import { Fixtures, HttpClient, useTestApp, Venue } from './support';

interface Problem {
  readonly code: string;
  readonly detail: string;
  readonly facts?: Record<string, unknown>;
}

describe('tickets over HTTP', () => {
  const app = useTestApp();
  let fixtures: Fixtures;
  let venue: Venue;
  let nightId: string;
  let registerSessionId: string;
  let bars: { id: string; name: string }[];
  let bartender: HttpClient;
  let other: HttpClient;
  let supervisor: HttpClient;
  let cashier: HttpClient;
  let admin: HttpClient;
  let foreigner: HttpClient;

  beforeAll(async () => {
    fixtures = new Fixtures(app.current);
    venue = await fixtures.venue();
    nightId = (await fixtures.night(venue)).id;
    bars = [await fixtures.bar(venue, { name: 'Barra central' }), await fixtures.bar(venue, { name: 'Terraza' })];
    const person = await fixtures.employee(venue, ['bartender'], { name: 'Benjamín' });
    bartender = await fixtures.session(person, 'bar', { barId: bars[0]!.id });
    other = await fixtures.loggedIn(venue, ['bartender'], 'bar', { barId: bars[1]!.id });
    supervisor = await fixtures.loggedIn(venue, ['supervisor'], 'register');
    admin = await fixtures.session(await fixtures.admin(venue), 'admin');
    const seller = await fixtures.employee(venue, ['cashier']);
    cashier = await fixtures.session(seller, 'register');
    const abroad = await fixtures.venue({ ticketPrefix: 'LUX' });
    foreigner = await fixtures.session(await fixtures.admin(abroad), 'admin');
    const location = await fixtures.location(venue);
    const registerId = newId();
    registerSessionId = newId();
    await fixtures.run(
      `INSERT INTO sales.registers (id, venue_id, name, type, location_id) VALUES ($1, $2, 'Caja', 'bar', $3)`,
      [...[registerId, venue.id, location.id]],
    );
    await fixtures.run(
      `INSERT INTO sales.register_sessions (id, venue_id, register_id, night_id, employee_id, opened_by, status, opened_at,
         float_amount, float_denominations) VALUES ($1, $2, $3, $4, $5, $5, 'OPEN', now(), 0, '{}')`,
      [registerSessionId, venue.id, registerId, nightId, seller.id],
    );
    cashierId = seller.id;
  });
  let cashierId: string;

  async function ticket(qtys: Readonly<Record<string, number>>): Promise<IssuedTicket> {
    const saleId = newId();
    await fixtures.run(
      `INSERT INTO sales.sales (id, venue_id, night_id, register_session_id, employee_id, fingerprint, total_amount,
         iva_amount, placed_at) VALUES ($1, $2, $3, $4, $5, 'x', 0, 0, now())`,
      [saleId, venue.id, nightId, registerSessionId, cashierId],
    );
    const transactions = app.current.nest.get<SqlTransactions>(Transactions);
    const items = Object.entries(qtys).map(([productName, qty]) => ({
      productId: newId(),
      productName,
      qty,
      note: null,
    }));
    const asked: IssueTicketInput = {
      ...{ venueId: venue.id, nightId, ticketPrefix: 'BMB', isTest: false, at: new Date(), items },
      ...{ ticketType: 'delivery', origin: { kind: 'sale', id: saleId }, customerId: null },
    };
    return transactions.run((tx) => app.current.nest.get(IssueTicket, { strict: false }).execute(tx, asked));
  }

  const press = (client: HttpClient, of: IssuedTicket, qtys: number[], bar = 0, key = newId()) => {
    const items = qtys.map((qty, n) => ({ item_id: of.items[n]!.id, qty }));
    return client.post<Record<string, unknown> & Problem>(
      `/tickets/${of.id}/deliver`,
      { items, bar_id: bars[bar]!.id },
      { key },
    );
  };

  it('goes from the scan over a part and the rest to a third that is told who, where and when', async () => {
    const sold = await ticket({ Piscola: 2, Agua: 1 });
    const seen = await bartender.post<Record<string, unknown>>('/tickets/scan', { qr: sold.qr });
    expect(seen.status).toBe(200);
    expect(seen.body).toEqual({
      ...{
        outcome: 'deliver',
        reason: null,
        detail: 'Quedan 3 por entregar.',
        last_delivery: null,
        can_be_allowed: false,
      },
      ...{ guest: null, guest_tickets: [] },
      ticket: {
        ...{ id: sold.id, display_code: sold.displayCode, ticket_type: 'delivery', status: 'OPEN', is_test: false },
        ...{
          created_at: expect.any(String),
          sale_id: expect.any(String),
          redemption_id: null,
          entry_id: null,
          print_count: 0,
        },
        items: [
          { id: sold.items[0]!.id, name: 'Piscola', note: null, qty: 2, delivered_qty: 0, left_qty: 2 },
          { id: sold.items[1]!.id, name: 'Agua', note: null, qty: 1, delivered_qty: 0, left_qty: 1 },
        ],
      },
    });
    const part = await press(bartender, sold, [1]);
    expect(part.body).toMatchObject({
      ticket: { status: 'PARTIAL' },
      delivery: { press_id: expect.any(String), items: [{ name: 'Piscola', qty: 1 }] },
    });
    expect((await press(other, sold, [1, 1], 1)).body).toMatchObject({ ticket: { status: 'DELIVERED' } });
    const again = await bartender.post<Record<string, unknown>>('/tickets/scan', { qr: sold.displayCode });
    expect(again.body).toMatchObject({ outcome: 'delivered', last_delivery: { bar_name: 'Terraza' } });
    expect(again.body['detail']).toMatch(/^Lo entregó .+ en Terraza a las \d\d:\d\d\.$/);
    const third = await press(bartender, sold, [1]);
    expect(third.status).toBe(409);
    expect(third.body).toMatchObject({ code: 'ticket.already_delivered', facts: { bar_name: 'Terraza' } });
    expect(Object.keys(third.body.facts ?? {})).toEqual(expect.arrayContaining(['bar_name', 'employee_name', 'at']));
  });

  it('answers the same press with what was done', async () => {
    const sold = await ticket({ Piscola: 3 });
    const key = newId();
    const first = await press(bartender, sold, [1], 0, key);
    const second = await press(bartender, sold, [1], 0, key);
    expect(second.body).toEqual(first.body);
    expect(second.headers.get('idempotent-replayed')).toBe('true');
    expect((await press(bartender, sold, [2], 0, key)).status).toBe(422);
  });

  it('undoes a press, lists it, and only once', async () => {
    const sold = await ticket({ Ron: 1 });
    const { delivery } = (await press(bartender, sold, [1])).body as unknown as { delivery: { press_id: string } };
    const undo = () =>
      bartender.post<Problem>(`/tickets/${sold.id}/undo`, { press_id: delivery.press_id }, { key: newId() });
    expect((await undo()).body).toMatchObject({ ticket: { status: 'OPEN' } });
    expect((await undo()).body).toMatchObject({ status: 409, code: 'ticket.already_undone' });
    const recent = await bartender.get<{ items: Record<string, unknown>[] }>(`/tickets/recent?bar_id=${bars[0]!.id}`);
    expect(recent.body.items[0]).toEqual({
      ...{ press_id: delivery.press_id, ticket_id: sold.id, display_code: sold.displayCode, employee_name: 'Benjamín' },
      items: [{ name: 'Ron', qty: 1 }],
      ...{ at: expect.any(String), undone_at: expect.any(String), undo_until: expect.any(String) },
    });
  });

  it('shows refusals to the supervisor, who allows an old ticket with a reason', async () => {
    const sold = await ticket({ Vodka: 1 });
    await fixtures.run(`UPDATE tickets.tickets SET created_at = now() - interval '30 hours' WHERE id = $1`, [sold.id]);
    const english = { headers: { 'accept-language': 'en' } };
    const seen = await bartender.post('/tickets/scan', { qr: sold.qr }, english);
    expect(seen.body).toMatchObject({ outcome: 'refused', reason: 'ticket.too_old', can_be_allowed: true });
    expect(seen.body).toMatchObject({ detail: 'The ticket is too old. A supervisor may allow it.' });
    expect((await press(bartender, sold, [1])).body).toMatchObject({ status: 409, code: 'ticket.too_old' });
    const { body } = await supervisor.get<{ items: Record<string, unknown>[] }>(
      `/tickets/refusals?night_id=${nightId}&limit=1`,
    );
    expect(body.items).toEqual([
      {
        ...{ id: expect.any(String), ticket_id: sold.id, display_code: sold.displayCode, reason: 'ticket.too_old' },
        ...{ detail: 'El ticket es muy antiguo. Un supervisor puede permitirlo.', bar_name: 'Barra central' },
        ...{ employee_name: 'Benjamín', at: expect.any(String), can_be_allowed: true },
      },
    ]);
    const allow = (client: HttpClient) =>
      client.post(`/tickets/${sold.id}/allow`, { reason: 'cumpleaños' }, { key: newId() });
    expect((await allow(bartender)).status).toBe(403);
    expect((await allow(supervisor)).body).toMatchObject({ id: sold.id, status: 'OPEN' });
    expect((await press(bartender, sold, [1])).status).toBe(200);
  });

  it('finds tickets by night, state and code, page by page', async () => {
    const sold = await ticket({ Gin: 2 });
    await press(bartender, sold, [1]);
    const row = {
      ...{ id: sold.id, display_code: sold.displayCode, status: 'PARTIAL', items_left: 1, is_test: false },
      ticket_type: 'delivery',
      ...{ created_at: expect.any(String), sale_id: expect.any(String), redemption_id: null, entry_id: null },
    };
    const find = async (query: string) =>
      (await admin.get<{ items: unknown[]; next_cursor: string | null }>(`/tickets?${query}`)).body;
    expect((await find(`q=${encodeURIComponent(sold.displayCode)}&status=PARTIAL`)).items).toEqual([row]);
    expect((await find(`night_id=${nightId}&limit=1`)).items).toEqual([row]);
    expect((await find(`night_id=${newId()}`)).items).toEqual([]);
    const first = await find('limit=1');
    const second = await find(`limit=1&cursor=${first.next_cursor}`);
    expect(second.items).not.toEqual(first.items);
    expect((await admin.get('/tickets?cursor=W10')).status).toBe(400);
    expect((await admin.get(`/tickets?cursor=${Buffer.from('["x","y"]').toString('base64url')}`)).status).toBe(400);
  });

  it('tells everything that happened to a ticket', async () => {
    const sold = await ticket({ Pisco: 1 });
    await bartender.post('/tickets/scan', { qr: sold.qr });
    await press(bartender, sold, [1]);
    const { body } = await admin.get<{ log: unknown[] }>(`/tickets/${sold.id}`);
    const by = {
      bar_name: 'Barra central',
      employee_name: 'Benjamín',
      device_name: expect.any(String),
      ip: expect.any(String),
    };
    const entry = { reason: null, note: null, at: expect.any(String), ...by };
    expect(body).toMatchObject({ id: sold.id, status: 'DELIVERED' });
    expect(body.log).toEqual([
      { action: 'scan', ...entry },
      { action: 'deliver', ...entry },
    ]);
  });

  it('counts prints of the screen, marks reprints and gives the QR', async () => {
    const sold = await ticket({ Pisco: 1 });
    const print = (target: string, key = newId()) =>
      cashier.post(`/tickets/${sold.id}/print`, { target, register_session_id: registerSessionId }, { key });
    const key = newId();
    const first = await print('browser', key);
    expect(first.body).toEqual({
      ...{
        qr: sold.qr,
        display_code: sold.displayCode,
        print_count: 1,
        is_reprint: false,
        printed: false,
        problem: null,
      },
    });
    expect((await print('browser', key)).body).toEqual(first.body);
    expect((await print('printer')).body).toMatchObject({
      ...{ print_count: 2, is_reprint: true, printed: false },
      problem: 'La caja no tiene impresora: imprime desde la pantalla.',
    });
    const { body } = await admin.get<{ log: { action: string }[] }>(`/tickets/${sold.id}`);
    expect(body.log.map(({ action }) => action)).toEqual(['print', 'reprint']);
    const elsewhere = { target: 'browser', register_session_id: newId() };
    const lost = await cashier.post(`/tickets/${sold.id}/print`, elsewhere, { key: newId() });
    expect(lost.body).toMatchObject({ status: 404, code: 'ticket.register_unknown' });
  });

  it('knows no ticket of another venue', async () => {
    const sold = await ticket({ Pisco: 1 });
    expect((await foreigner.get(`/tickets/${sold.id}`)).status).toBe(404);
    expect((await foreigner.post('/tickets/scan', { qr: sold.qr })).body).toMatchObject({
      reason: 'ticket.unknown',
      ticket: null,
    });
    for (const [act, body] of [
      ['undo', { press_id: newId() }],
      ['allow', { reason: 'x' }],
      ['print', { target: 'browser', register_session_id: registerSessionId }],
      ['deliver', { items: [{ item_id: sold.items[0]!.id, qty: 1 }], bar_id: bars[0]!.id }],
    ] as const) {
      expect((await foreigner.post(`/tickets/${sold.id}/${act}`, body, { key: newId() })).status).toBe(404);
    }
  });

  it.each([-1, 0, 0.5, '2', Number('1e400'), 2 ** 53 + 1, null, [1]])('refuses a quantity of %p', async (qty) => {
    const sold = await ticket({ Pisco: 5 });
    const body = { items: [{ item_id: sold.items[0]!.id, qty }], bar_id: bars[0]!.id };
    expect((await bartender.post(`/tickets/${sold.id}/deliver`, body, { key: newId() })).status).toBe(400);
  });

  it('refuses an item named twice, an unknown field, a missing key and another role', async () => {
    const sold = await ticket({ Pisco: 5 });
    const item = { item_id: sold.items[0]!.id, qty: 1 };
    const body = { items: [item], bar_id: bars[0]!.id };
    const deliver = (client: HttpClient, given: unknown, options = { key: newId() } as { key?: string }) =>
      client.post<Problem>(`/tickets/${sold.id}/deliver`, given, options);
    expect((await deliver(bartender, { ...body, items: [item, item] })).status).toBe(400);
    expect((await deliver(bartender, { ...body, price: 1 })).status).toBe(400);
    expect((await deliver(bartender, body, {})).body.code).toBe('idempotency.key_missing');
    expect((await deliver(cashier, body)).status).toBe(403);
    expect((await deliver(bartender, { ...body, bar_id: bars[1]!.id })).body.code).toBe('bar.not_yours');
  });

  describe('bars', () => {
    it('are listed, picked from by tablets, set up and closed', async () => {
      const location = await fixtures.location(venue);
      const added = await admin.post<{ id: string }>('/bars', { name: 'VIP', location_id: location.id });
      expect(added.status).toBe(201);
      expect(added.body).toEqual({ id: expect.any(String), name: 'VIP', location_id: location.id, is_active: true });
      const tablet = fixtures.onTablet(await fixtures.tablet(venue), 'bar');
      const pickable = async () =>
        (await tablet.get<{ items: { name: string }[] }>('/bars/pickable')).body.items.map(({ name }) => name);
      expect(await pickable()).toEqual(['Barra central', 'Terraza', 'VIP']);
      const closed = await admin.patch(`/bars/${added.body.id}`, { is_active: false });
      expect(closed.body).toEqual({ ...added.body, is_active: false });
      expect(await pickable()).toEqual(['Barra central', 'Terraza']);
      expect((await cashier.get<{ items: unknown[] }>('/bars')).body.items).toHaveLength(3);
    });

    it('are refused with a taken name, a foreign location, a foreign id or another role', async () => {
      const location = (await fixtures.location(venue)).id;
      const elsewhere = (await fixtures.location(await fixtures.venue({ ticketPrefix: 'OTR' }))).id;
      const taken = await admin.post<Problem>('/bars', { name: 'Terraza', location_id: location });
      expect(taken.body).toMatchObject({ status: 409, code: 'bar.name_taken' });
      expect((await admin.post('/bars', { name: 'X', location_id: elsewhere })).status).toBe(404);
      expect((await foreigner.patch(`/bars/${bars[0]!.id}`, { name: 'Mía' })).status).toBe(404);
      expect((await bartender.post('/bars', { name: 'X', location_id: location })).status).toBe(403);
    });
  });
});
