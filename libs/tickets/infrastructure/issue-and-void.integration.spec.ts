import { newId } from '@libs/kernel';
import { AppConfig, sha256 } from '@libs/platform';
import { plantSale, useCounterBench } from '../testing';
import { HmacTicketSeal } from './hmac-ticket-seal';

describe('issuing and voiding the ticket of a sale', () => {
  const bench = useCounterBench();

  async function issueOne() {
    const { house, platform, issue } = bench.current;
    const saleId = await plantSale(platform.owner, house);
    const items = [
      { productId: newId(), productName: 'Piscola', qty: 2, note: 'sin hielo' },
      { productId: newId(), productName: 'Agua', qty: 1, note: null },
    ];
    const { venueId, nightId, prefix } = house;
    const ticket = await platform.transactions.run((tx) =>
      issue.execute(tx, {
        ...{ venueId, nightId, ticketPrefix: prefix, isTest: false, at: new Date(), items },
        ...{ ticketType: 'delivery', origin: { kind: 'sale', id: saleId }, customerId: null },
      }),
    );
    return { saleId, ticket };
  }

  const owner = () => bench.current.platform.owner;
  const cancel = (saleId: string, despiteDelivery = false) => bench.current.cancel(saleId, despiteDelivery);

  const deliverOne = (ticketId: string) =>
    owner().query('UPDATE tickets.ticket_items SET delivered_qty = 1 WHERE ticket_id = $1 AND position = 1', [
      ticketId,
    ]);

  it('writes the ticket with its items in their order and answers what is printed', async () => {
    const { saleId, ticket } = await issueOne();
    expect(ticket.displayCode).toMatch(/^BMB \d+$/);
    expect(ticket.qr).toMatch(/^[0-9A-HJKMNP-TV-Z]{32}$/);
    const { rows } = await owner().query(
      `SELECT t.sale_id, t.ticket_type, i.id, i.product_name, i.qty, i.delivered_qty, i.note
       FROM tickets.tickets t JOIN tickets.ticket_items i ON i.ticket_id = t.id WHERE t.id = $1 ORDER BY i.position`,
      [ticket.id],
    );
    const row = { sale_id: saleId, ticket_type: 'delivery', delivered_qty: 0 };
    expect(rows).toEqual([
      { ...row, id: ticket.items[0]?.id, product_name: 'Piscola', qty: 2, note: 'sin hielo' },
      { ...row, id: ticket.items[1]?.id, product_name: 'Agua', qty: 1, note: null },
    ]);
  });

  it('stores of the QR its hash and nothing else', async () => {
    const { ticket } = await issueOne();
    const { rows } = await owner().query<{ qr_hash: Buffer; row: string }>(
      'SELECT qr_hash, t::text AS row FROM tickets.tickets t WHERE id = $1',
      [ticket.id],
    );
    expect(rows[0]?.qr_hash).toEqual(sha256(ticket.qr));
    expect(rows[0]?.row).not.toContain(ticket.qr);
    expect(bench.current.seal.tokenOf(ticket.id)).toBe(ticket.qr);
  });

  it('makes another token of another house secret', async () => {
    const { ticket } = await issueOne();
    const other = new HmacTicketSeal({ qrSecret: Buffer.alloc(32, 7) } as Partial<AppConfig> as AppConfig);
    expect(other.tokenOf(ticket.id)).not.toBe(ticket.qr);
  });

  it('keeps no ticket of a sale that does not come about', async () => {
    const { house, platform, issue } = bench.current;
    const saleId = await plantSale(platform.owner, house);
    const { venueId, nightId, prefix } = house;
    const failing = platform.transactions.run(async (tx) => {
      await issue.execute(tx, {
        ...{ venueId, nightId, ticketPrefix: prefix, isTest: false, at: new Date() },
        ...{ ticketType: 'delivery', origin: { kind: 'sale', id: saleId }, customerId: null },
        items: [{ productId: newId(), productName: 'Piscola', qty: 1, note: null }],
      });
      throw new Error('out of stock');
    });
    await expect(failing).rejects.toThrow('out of stock');
    const { rows } = await owner().query('SELECT 1 FROM tickets.tickets WHERE sale_id = $1', [saleId]);
    expect(rows).toEqual([]);
  });

  it('voids with reason and log, and tells the house', async () => {
    const { saleId, ticket } = await issueOne();
    expect(await cancel(saleId)).toEqual({ deliveredQty: 0 });
    const { rows } = await owner().query(
      `SELECT t.void_reason, l.action, l.employee_id, host(l.ip) AS ip, o.type, o.data
       FROM tickets.tickets t JOIN tickets.ticket_log l ON l.ticket_id = t.id
         JOIN platform.outbox o ON o.subject_id = t.id WHERE t.id = $1 AND t.voided_at IS NOT NULL`,
      [ticket.id],
    );
    expect(rows).toEqual([
      {
        ...{
          void_reason: 'se equivocó',
          action: 'void',
          employee_id: bench.current.house.cashier.employeeId,
          ip: '10.0.0.7',
        },
        type: 'tickets.voided',
        data: { sale_id: saleId, reason: 'se equivocó', delivered_qty: 0 },
      },
    ]);
  });

  it('voids once: a second time changes and tells nothing', async () => {
    const { saleId, ticket } = await issueOne();
    await cancel(saleId);
    await cancel(saleId);
    const { rows } = await owner().query('SELECT 1 FROM platform.outbox WHERE subject_id = $1', [ticket.id]);
    expect(rows).toHaveLength(1);
  });

  it('refuses to void what was handed over, unless told to nevertheless', async () => {
    const { saleId, ticket } = await issueOne();
    await deliverOne(ticket.id);
    await expect(cancel(saleId)).rejects.toMatchObject({
      ...{ code: 'sale.already_delivered', kind: 'conflict', facts: { deliveredQty: 1 } },
    });
    const { rows } = await owner().query('SELECT voided_at FROM tickets.tickets WHERE id = $1', [ticket.id]);
    expect(rows).toEqual([{ voided_at: null }]);
    expect(await cancel(saleId, true)).toEqual({ deliveredQty: 1 });
  });

  it('has nothing to void of a sale without a ticket, and of another venue’s sale', async () => {
    expect(await cancel(newId())).toEqual({ deliveredQty: 0 });
    const { saleId, ticket } = await issueOne();
    const { house, platform, void: voidTicket } = bench.current;
    const foreign = { ...house.cashier, venueId: newId() };
    const asked = platform.transactions.run((tx) =>
      voidTicket.execute(tx, {
        ...{ origin: { kind: 'sale', id: saleId }, reason: 'x', actor: foreign, at: new Date(), despiteDelivery: true },
      }),
    );
    expect(await asked).toEqual({ deliveredQty: 0 });
    const { rows } = await owner().query('SELECT voided_at FROM tickets.tickets WHERE id = $1', [ticket.id]);
    expect(rows).toEqual([{ voided_at: null }]);
  });
});
