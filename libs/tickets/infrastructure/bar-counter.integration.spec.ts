import { Actor, newId } from '@libs/kernel';
import { newOnce, useCounterBench } from '../testing';

describe('a bar scanning and handing over', () => {
  const bench = useCounterBench();
  const bartender = (): Actor => bench.current.house.bartenders[0];
  const scan = (text: string, actor = bartender()) => bench.current.scan.execute(actor, text);
  const rows = async (text: string, values: unknown[]) =>
    (await bench.current.platform.owner.query<Record<string, unknown>>(text, values)).rows;
  const logOf = (ticketId: string) =>
    rows('SELECT action, reason, is_fraud_attempt FROM tickets.ticket_log WHERE ticket_id = $1 ORDER BY at, id', [
      ticketId,
    ]);
  const refusedEvents = (subjectId: string) =>
    rows(`SELECT data FROM platform.outbox WHERE type = 'tickets.refused' AND subject_id = $1 ORDER BY id`, [
      subjectId,
    ]);
  const set = (ticketId: string, change: string) =>
    bench.current.platform.owner.query(`UPDATE tickets.tickets SET ${change} WHERE id = $1`, [ticketId]);

  it('tells what is left, hands nothing over, and logs the scan', async () => {
    const ticket = await bench.current.ticket({ Piscola: 2, Agua: 1 });
    const seen = await scan(ticket.qr);
    expect(seen).toMatchObject({ outcome: 'deliver', reason: null, lastDelivery: null, canBeAllowed: false });
    expect(seen.ticket).toMatchObject({ id: ticket.id, displayCode: ticket.displayCode, status: 'OPEN' });
    expect(seen.ticket?.items.map(({ name, leftQty }) => [name, leftQty])).toEqual([
      ['Piscola', 2],
      ['Agua', 1],
    ]);
    expect(await logOf(ticket.id)).toEqual([{ action: 'scan', reason: null, is_fraud_attempt: false }]);
  });

  it('finds a ticket by its token in lower case, its number with or without letters, and its older UUID', async () => {
    const ticket = await bench.current.ticket({ Piscola: 1 });
    const legacy = '3f0c8f5e-2c1a-4f7b-9d1e-0a1b2c3d4e5f';
    await set(ticket.id, `legacy_uuid = '${legacy}'`);
    const number = ticket.displayCode.slice(4);
    for (const text of [ticket.qr.toLowerCase(), ticket.displayCode, `bmb${number}`, number, legacy.toUpperCase()]) {
      expect((await scan(text)).ticket?.id).toBe(ticket.id);
    }
  });

  it('refuses what it does not know, as a fraud attempt', async () => {
    const before = await rows('SELECT id FROM tickets.ticket_log WHERE is_fraud_attempt', []);
    for (const text of ['0'.repeat(32), newId(), 'hola', 'BMB 999999', 'XYZ 1', "'; DROP TABLE x"]) {
      const unknown = { outcome: 'refused', reason: 'ticket.unknown', ticket: null, canBeAllowed: false };
      expect(await scan(text)).toMatchObject(unknown);
    }
    const after = await rows(
      `SELECT l.reason, l.note, o.data->>'reason' AS told FROM tickets.ticket_log l
         JOIN platform.outbox o ON o.subject_id = l.id
       WHERE l.is_fraud_attempt AND l.id <> ALL ($1) ORDER BY l.at, l.id`,
      [before.map(({ id }) => id)],
    );
    const unknown = { reason: 'ticket.unknown', told: 'ticket.unknown' };
    const notes = [null, null, null, 'BMB 999999', 'XYZ 1', null];
    expect(after).toEqual(notes.map((note) => ({ ...unknown, note })));
  });

  it('knows nothing of another venue’s ticket, and records that it was tried', async () => {
    const ticket = await bench.current.ticket({ Piscola: 1 }, bench.current.foreign);
    expect(await scan(ticket.qr)).toEqual({
      ...{ outcome: 'refused', reason: 'ticket.unknown', ticket: null, canBeAllowed: false },
      ...{ lastDelivery: null, lastDeliveryTime: null, guest: null, guestTickets: [] },
    });
    expect(await scan(ticket.displayCode.slice(4))).toMatchObject({ reason: 'ticket.unknown', ticket: null });
    const log = await rows(
      `SELECT reason FROM tickets.ticket_log WHERE is_fraud_attempt AND reason = 'ticket.other_venue'`,
      [],
    );
    expect(log).toHaveLength(1);
    const [stored] = await rows('SELECT refused_count FROM tickets.tickets WHERE id = $1', [ticket.id]);
    expect(stored).toEqual({ refused_count: 0 });
    const press = {
      ticketId: ticket.id,
      barId: bench.current.house.bars[0],
      items: [{ itemId: ticket.items[0]?.id ?? '', qty: 1 }],
    };
    await expect(bench.current.deliver.execute(bartender(), newOnce(bartender()), press)).rejects.toMatchObject({
      code: 'ticket.unknown',
      kind: 'not_found',
    });
  });

  it('refuses a void ticket, counts it and shows it to the supervisor', async () => {
    const ticket = await bench.current.ticket({ Piscola: 1 });
    await bench.current.cancel(ticket.saleId);
    expect(await scan(ticket.qr)).toMatchObject({ outcome: 'refused', reason: 'ticket.void', canBeAllowed: false });
    const [stored] = await rows('SELECT refused_count FROM tickets.tickets WHERE id = $1', [ticket.id]);
    expect(stored).toEqual({ refused_count: 1 });
    expect(await refusedEvents(ticket.id)).toEqual([
      { data: { reason: 'ticket.void', display_code: ticket.displayCode, bar_id: bench.current.house.bars[0] } },
    ]);
    await expect(bench.current.press(ticket, [1])).rejects.toMatchObject({ code: 'ticket.void' });
  });

  it.each([
    ['an item raised behind our back', 'UPDATE tickets.ticket_items SET qty = 20 WHERE ticket_id = $1'],
    ['another product', 'UPDATE tickets.ticket_items SET product_id = gen_random_uuid() WHERE ticket_id = $1'],
    [
      'an item added',
      `INSERT INTO tickets.ticket_items (id, ticket_id, position, product_id, product_name, qty)
       VALUES (gen_random_uuid(), $1, 9, gen_random_uuid(), 'Champaña', 1)`,
    ],
    ['an item removed', `DELETE FROM tickets.ticket_items WHERE ticket_id = $1 AND position = 2`],
  ])('refuses a ticket with %s, at the scan and at the press', async (_, tampering) => {
    const ticket = await bench.current.ticket({ Piscola: 1, Agua: 1 });
    await bench.current.platform.owner.query(tampering, [ticket.id]);
    expect(await scan(ticket.qr)).toMatchObject({ outcome: 'refused', reason: 'ticket.tampered', canBeAllowed: false });
    await expect(bench.current.press(ticket, [1])).rejects.toMatchObject({ code: 'ticket.tampered' });
    const { standing } = await bench.current.delivered(ticket);
    expect(standing).toBe(0);
  });

  it('refuses an old ticket until a supervisor allows it, for fifteen minutes', async () => {
    const ticket = await bench.current.ticket({ Piscola: 2 });
    await set(ticket.id, `created_at = now() - interval '25 hours'`);
    expect(await scan(ticket.qr)).toMatchObject({ outcome: 'refused', reason: 'ticket.too_old', canBeAllowed: true });
    await expect(bench.current.press(ticket, [1])).rejects.toMatchObject({ code: 'ticket.too_old', kind: 'conflict' });
    const { supervisor } = bench.current.house;
    await bench.current.allow.execute(supervisor, newOnce(supervisor), { ticketId: ticket.id, reason: 'cumpleaños' });
    expect(await scan(ticket.qr)).toMatchObject({ outcome: 'deliver' });
    await bench.current.press(ticket, [1]);
    await set(ticket.id, `allowed_until = now() - interval '1 second'`);
    await expect(bench.current.press(ticket, [1])).rejects.toMatchObject({ code: 'ticket.too_old' });
    const [allowed] = await rows(
      `SELECT l.note, l.employee_id, t.allowed_by, o.data->>'overlooked' AS overlooked
       FROM tickets.ticket_log l JOIN tickets.tickets t ON t.id = l.ticket_id
         JOIN platform.outbox o ON o.subject_id = t.id AND o.type = 'tickets.allowed'
       WHERE l.ticket_id = $1 AND l.action = 'allow'`,
      [ticket.id],
    );
    const by = { employee_id: supervisor.employeeId, allowed_by: supervisor.employeeId };
    expect(allowed).toEqual({ note: 'cumpleaños', overlooked: 'ticket.too_old', ...by });
  });

  it('refuses after the third refused attempt, until a supervisor allows it', async () => {
    const ticket = await bench.current.ticket({ Piscola: 1 });
    const created = `created_at = now() - interval '25 hours'`;
    await set(ticket.id, created);
    for (const _ of [1, 2, 3]) expect(await scan(ticket.qr)).toMatchObject({ reason: 'ticket.too_old' });
    await set(ticket.id, 'created_at = now()');
    expect(await scan(ticket.qr)).toMatchObject({ reason: 'ticket.too_many_attempts', canBeAllowed: true });
    await expect(bench.current.press(ticket, [1])).rejects.toMatchObject({ code: 'ticket.too_many_attempts' });
    const { supervisor } = bench.current.house;
    await bench.current.allow.execute(supervisor, newOnce(supervisor), { ticketId: ticket.id, reason: 'es clienta' });
    expect((await bench.current.press(ticket, [1])).ticket.status).toBe('DELIVERED');
  });

  it('lets a supervisor allow nothing that age and attempts do not forbid', async () => {
    const { supervisor, nightId } = bench.current.house;
    const allow = (ticketId: string) =>
      bench.current.allow.execute(supervisor, newOnce(supervisor), { ticketId, reason: 'porque sí' });
    const good = await bench.current.ticket({ Piscola: 1 });
    await expect(allow(good.id)).rejects.toMatchObject({ code: 'ticket.nothing_to_allow' });
    await bench.current.cancel(good.saleId);
    await expect(allow(good.id)).rejects.toMatchObject({ code: 'ticket.void' });
    const foreign = await bench.current.ticket({ Piscola: 1 }, bench.current.foreign);
    await expect(allow(foreign.id)).rejects.toMatchObject({ code: 'ticket.unknown', kind: 'not_found' });
    await expect(allow(nightId)).rejects.toMatchObject({ code: 'ticket.unknown' });
  });

  it('hands over part, then the rest, and tells a third who, where and when', async () => {
    const ticket = await bench.current.ticket({ Piscola: 2, Agua: 1 });
    const first = await bench.current.press(ticket, [1, 0]);
    expect(first.ticket.status).toBe('PARTIAL');
    expect(first.delivery.items).toEqual([{ name: 'Piscola', qty: 1 }]);
    expect(Date.parse(first.delivery.undoUntil) - Date.parse(first.delivery.at)).toBe(30_000);
    const last = await bench.current.press(ticket, [1, 1], 1);
    expect(last.ticket.status).toBe('DELIVERED');
    expect(last.ticket.items.map(({ leftQty }) => leftQty)).toEqual([0, 0]);
    const lastDelivery = {
      ...{ pressId: last.delivery.pressId, barName: 'Terraza', employeeName: 'Martina', at: last.delivery.at },
      items: [
        { name: 'Piscola', qty: 1 },
        { name: 'Agua', qty: 1 },
      ],
    };
    expect(await scan(ticket.qr)).toMatchObject({ outcome: 'delivered', reason: null, lastDelivery });
    await expect(bench.current.press(ticket, [1, 0])).rejects.toMatchObject({
      code: 'ticket.already_delivered',
      kind: 'conflict',
      facts: { barName: 'Terraza', employeeName: 'Martina', at: last.delivery.at },
    });
    expect((await logOf(ticket.id)).at(-1)).toEqual({
      ...{ action: 'refuse', reason: 'ticket.already_delivered', is_fraud_attempt: false },
    });
  });

  it('tells the house what was handed over', async () => {
    const ticket = await bench.current.ticket({ Piscola: 2 });
    const { delivery } = await bench.current.press(ticket, [2]);
    const { house } = bench.current;
    const told = await rows(`SELECT night_id, actor, data FROM platform.outbox WHERE subject_id = $1`, [ticket.id]);
    const { employeeId, employeeName, deviceId, ip } = bartender();
    expect(told).toEqual([
      {
        night_id: house.nightId,
        actor: { employeeId, employeeName, deviceId, ip },
        data: {
          ...{
            press_id: delivery.pressId,
            bar_id: house.bars[0],
            bar: 'Barra central',
            sale_id: ticket.saleId,
            redemption_id: null,
            customer_id: null,
          },
          items: [{ item_id: ticket.items[0]?.id, name: 'Piscola', qty: 2 }],
        },
      },
    ]);
  });

  it('takes nothing when one of the items is not left, not of the ticket, or more than was sold', async () => {
    const ticket = await bench.current.ticket({ Piscola: 2, Agua: 1 });
    const other = await bench.current.ticket({ Ron: 1 });
    await bench.current.press(ticket, [0, 1]);
    await expect(bench.current.press(ticket, [1, 1])).rejects.toMatchObject({ code: 'ticket.already_delivered' });
    await expect(bench.current.press(ticket, [3])).rejects.toMatchObject({ code: 'ticket.more_than_sold' });
    await expect(bench.current.press({ ...ticket, items: other.items }, [1])).rejects.toMatchObject({
      ...{ code: 'ticket.item_unknown', kind: 'not_found' },
    });
    expect(await bench.current.delivered(ticket)).toEqual({ items: [0, 1], standing: 1 });
    expect(await bench.current.delivered(other)).toEqual({ items: [0], standing: 0 });
  });

  it('delivers only at an open bar of the venue, and a bartender only at their own', async () => {
    const ticket = await bench.current.ticket({ Piscola: 1 });
    const { supervisor, bars } = bench.current.house;
    const at = (actor: Actor, barId: string) => {
      const items = [{ itemId: ticket.items[0]?.id ?? '', qty: 1 }];
      return bench.current.deliver.execute(actor, newOnce(actor), { ticketId: ticket.id, barId, items });
    };
    await expect(at(bartender(), bars[1])).rejects.toMatchObject({ code: 'bar.not_yours', kind: 'forbidden' });
    await expect(at(supervisor, bench.current.foreign.bars[0])).rejects.toMatchObject({ code: 'bar.unknown' });
    expect((await at(supervisor, bars[1])).ticket.status).toBe('DELIVERED');
  });

  describe('taking a press back', () => {
    const undo = (ticketId: string, pressId: string, actor = bartender()) =>
      bench.current.undo.execute(actor, newOnce(actor), { ticketId, pressId });

    it('gives the items back, at the same bar within thirty seconds', async () => {
      const ticket = await bench.current.ticket({ Piscola: 2 });
      const { delivery } = await bench.current.press(ticket, [2]);
      const { ticket: after } = await undo(ticket.id, delivery.pressId);
      expect(after).toMatchObject({ status: 'OPEN', items: [{ leftQty: 2 }] });
      expect(await bench.current.delivered(ticket)).toEqual({ items: [0], standing: 0 });
      expect((await scan(ticket.qr)).lastDelivery).toBeNull();
      await expect(undo(ticket.id, delivery.pressId)).rejects.toMatchObject({ code: 'ticket.already_undone' });
    });

    it('refuses another bar, another ticket and an unknown press', async () => {
      const ticket = await bench.current.ticket({ Piscola: 1 });
      const other = await bench.current.ticket({ Piscola: 1 });
      const { delivery } = await bench.current.press(ticket, [1]);
      const { bartenders, supervisor } = bench.current.house;
      const refusedFor = (actor: Actor) => undo(ticket.id, delivery.pressId, actor);
      await expect(refusedFor(bartenders[1])).rejects.toMatchObject({ code: 'ticket.undo_other_bar' });
      await expect(refusedFor(supervisor)).rejects.toMatchObject({ code: 'ticket.undo_other_bar' });
      await expect(undo(other.id, delivery.pressId)).rejects.toMatchObject({ code: 'ticket.press_unknown' });
      await expect(undo(ticket.id, newId())).rejects.toMatchObject({ code: 'ticket.press_unknown', kind: 'not_found' });
      expect(await bench.current.delivered(ticket)).toEqual({ items: [1], standing: 1 });
    });

    it('refuses after thirty seconds, and on a ticket that was voided since', async () => {
      const ticket = await bench.current.ticket({ Piscola: 1 });
      const { delivery } = await bench.current.press(ticket, [1]);
      await bench.current.platform.owner.query(
        `UPDATE tickets.deliveries SET delivered_at = delivered_at - interval '31 seconds' WHERE press_id = $1`,
        [delivery.pressId],
      );
      await expect(undo(ticket.id, delivery.pressId)).rejects.toMatchObject({ code: 'ticket.undo_too_late' });
      const second = await bench.current.ticket({ Piscola: 1 });
      const press = await bench.current.press(second, [1]);
      await bench.current.cancel(second.saleId, true);
      await expect(undo(second.id, press.delivery.pressId)).rejects.toMatchObject({ code: 'ticket.void' });
    });
  });
});
