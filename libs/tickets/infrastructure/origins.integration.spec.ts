import { newId } from '@libs/kernel';
import { TicketOrigin, TicketType } from '../application';
import { useCounterBench } from '../testing';
import { TicketQueries } from './tickets.queries';

describe('tickets that no sale stands behind', () => {
  const bench = useCounterBench();

  /** Whoever issues these tickets has rows of its own behind them; here it is only about the tickets. */
  beforeAll(async () => {
    const { rows } = await owner().query<{ name: string }>(
      `SELECT c.conname AS name FROM pg_constraint c
       JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
       WHERE c.conrelid = 'tickets.tickets'::regclass AND c.contype = 'f'
         AND a.attname IN ('redemption_id', 'entry_id', 'customer_id')`,
    );
    for (const { name } of rows) await owner().query(`ALTER TABLE tickets.tickets DROP CONSTRAINT ${name}`);
  });

  const owner = () => bench.current.platform.owner;
  const bartender = () => bench.current.house.bartenders[0];

  const issue = (origin: TicketOrigin, ticketType: TicketType, products: readonly string[], customerId = newId()) => {
    const { house, platform, issue: issueTicket, clock } = bench.current;
    const items = products.map((productName) => ({ productId: newId(), productName, qty: 1, note: null }));
    return platform.transactions.run((tx) =>
      issueTicket.execute(tx, {
        ...{ venueId: house.venueId, nightId: house.nightId, ticketPrefix: house.prefix, at: clock.now() },
        ...{ origin, ticketType, customerId, isTest: false, items },
      }),
    );
  };
  const redemption = (): TicketOrigin => ({ kind: 'redemption', id: newId() });
  const entry = (): TicketOrigin => ({ kind: 'entry', id: newId() });

  it('a reward’s ticket is delivered like that of a sale, and belongs to its guest', async () => {
    const [origin, customerId] = [redemption(), newId()];
    const ticket = await issue(origin, 'delivery', ['Piscola'], customerId);
    expect(ticket).toMatchObject({ displayCode: expect.stringMatching(/^BMB \d+$/), items: [{ name: 'Piscola' }] });
    expect(await bench.current.scan.execute(bartender(), ticket.qr)).toMatchObject({
      ...{ outcome: 'deliver', ticket: { origin, status: 'OPEN' } },
    });
    const delivered = await bench.current.press(ticket, [1]);
    expect(delivered.ticket).toMatchObject({ status: 'DELIVERED', origin });
    const { rows } = await owner().query('SELECT sale_id, customer_id FROM tickets.tickets WHERE id = $1', [ticket.id]);
    expect(rows).toEqual([{ sale_id: null, customer_id: customerId }]);
  });

  it('one redemption has one ticket, however often it is issued', async () => {
    const origin = redemption();
    await issue(origin, 'delivery', ['Piscola']);
    await expect(issue(origin, 'delivery', ['Piscola'])).rejects.toMatchObject({ code: '23505' });
    const twice = await Promise.allSettled(
      Array.from({ length: 8 }, (_, n) => n).map(() => issue({ ...origin, kind: 'entry' }, 'entry', [])),
    );
    expect(twice.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('a bar sends an entry to the door, and holds it against nobody', async () => {
    const ticket = await issue(entry(), 'entry', []);
    for (let tries = 0; tries < 4; tries += 1) {
      expect(await bench.current.scan.execute(bartender(), ticket.qr)).toMatchObject({
        ...{ outcome: 'refused', reason: 'ticket.for_the_door', canBeAllowed: false },
        ticket: { ticketType: 'entry', status: 'OPEN', items: [] },
      });
    }
    const { rows } = await owner().query(
      `SELECT t.refused_count, count(*)::int AS logged, count(*) FILTER (WHERE l.is_fraud_attempt)::int AS fraud,
         (SELECT count(*)::int FROM platform.outbox WHERE subject_id = t.id) AS told
       FROM tickets.tickets t JOIN tickets.ticket_log l ON l.ticket_id = t.id AND l.action = 'refuse'
       WHERE t.id = $1 GROUP BY t.id`,
      [ticket.id],
    );
    expect(rows).toEqual([{ refused_count: 0, logged: 4, fraud: 0, told: 0 }]);
  });

  it('a ticket is void with what it was issued for, and its bar delivers nothing any more', async () => {
    const origin = redemption();
    const ticket = await issue(origin, 'delivery', ['Piscola']);
    expect(await bench.current.takeBack(origin)).toEqual({ deliveredQty: 0 });
    await expect(bench.current.press(ticket, [1])).rejects.toMatchObject({ code: 'ticket.void' });
    const { rows } = await owner().query(
      `SELECT data FROM platform.outbox WHERE subject_id = $1 AND type = 'tickets.voided'`,
      [ticket.id],
    );
    expect(rows).toEqual([{ data: { redemption_id: origin.id, reason: 'se equivocó', delivered_qty: 0 } }]);
  });

  it('a reward that was handed over is not taken back', async () => {
    const origin = redemption();
    await bench.current.press(await issue(origin, 'delivery', ['Piscola']), [1]);
    await expect(bench.current.takeBack(origin)).rejects.toMatchObject({
      ...{ code: 'redemption.already_delivered', kind: 'conflict', facts: { deliveredQty: 1 } },
    });
  });

  it('an entry whose row was turned into drinks is refused as altered', async () => {
    const ticket = await issue(entry(), 'entry', []);
    await owner().query(
      `INSERT INTO tickets.ticket_items (id, ticket_id, position, product_id, product_name, qty)
       VALUES (gen_random_uuid(), $1, 1, gen_random_uuid(), 'Champaña', 1)`,
      [ticket.id],
    );
    expect(await bench.current.scan.execute(bartender(), ticket.qr)).toMatchObject({ reason: 'ticket.tampered' });
  });

  it('the database wants exactly one origin of a ticket, and of an entry that it is one', async () => {
    const ticket = await issue(redemption(), 'delivery', ['Piscola']);
    const change = (set: string) => owner().query(`UPDATE tickets.tickets SET ${set} WHERE id = $1`, [ticket.id]);
    await expect(change('entry_id = gen_random_uuid()')).rejects.toMatchObject({ code: '23514' });
    await expect(change('redemption_id = NULL')).rejects.toMatchObject({ code: '23514' });
    await expect(change('redemption_id = NULL, entry_id = gen_random_uuid()')).rejects.toMatchObject({
      constraint: 'tickets_entries_are_entries',
    });
  });

  it('all of them stand in the list of tickets and show what they were issued for', async () => {
    const { house, platform } = bench.current;
    const [reward, way] = [redemption(), entry()];
    const [drink, pass] = [await issue(reward, 'delivery', ['Piscola']), await issue(way, 'entry', [])];
    const queries = new TicketQueries(platform.database);
    const { items } = await queries.list(house.venueId, { nightId: house.nightId, limit: 100 });
    const origins = { sale_id: null, redemption_id: null, entry_id: null };
    expect(items.find(({ id }) => id === drink.id)).toMatchObject({
      ...{ ...origins, redemption_id: reward.id, ticket_type: 'delivery', status: 'OPEN', items_left: 1 },
    });
    expect(items.find(({ id }) => id === pass.id)).toMatchObject({
      ...{ ...origins, entry_id: way.id, ticket_type: 'entry', status: 'OPEN', items_left: 0 },
    });
    expect(await queries.detail(house.venueId, pass.id)).toMatchObject({ entry_id: way.id, items: [] });
  });
});
