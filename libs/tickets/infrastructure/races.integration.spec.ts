import { setTimeout as delay } from 'node:timers/promises';
import { Transaction } from '@libs/kernel';
import { sql, sqlOf } from '@libs/platform';
import { IssuedTicket, LoggedBy, Press, PressOutcome } from '../application';
import { CounterBench, newOnce, useCounterBench } from '../testing';
import { READ } from './counter-statements';
import { SqlTicketCounter } from './sql-ticket-counter';
import { TicketRow, toTicket } from './ticket-rows';

const EIGHT = Array.from({ length: 8 }, (_, n) => n);

/** Runs all at once. @returns how many succeeded, and the codes of those that did not */
async function atOnce(acts: (() => Promise<unknown>)[]): Promise<{ done: number; refused: string[] }> {
  const settled = await Promise.allSettled(acts.map((act) => act()));
  const refused = settled.flatMap((outcome) => {
    return outcome.status === 'rejected' ? [(outcome.reason as { code: string }).code] : [];
  });
  return { done: settled.length - refused.length, refused };
}

const NAIVE_WRITE = sql('test.naive_press', 'UPDATE tickets.ticket_items SET delivered_qty = $2 WHERE id = $1');

/** What one writes first: look whether enough is left, then write the new figure. */
class NaiveCounter extends SqlTicketCounter {
  override async press(tx: Transaction, press: Press, by: LoggedBy): Promise<PressOutcome | undefined> {
    const [row] = await sqlOf(tx).rows<TicketRow>(READ, [press.ticketId, by.venueId]);
    if (!row) return undefined;
    const ticket = toTicket(row);
    await delay(50);
    let taken = 0;
    for (const { itemId, qty } of press.items) {
      const item = ticket.items.find(({ id }) => id === itemId);
      if (!item || ticket.voidedAt || item.deliveredQty + qty > item.qty) continue;
      await sqlOf(tx).rows(NAIVE_WRITE, [itemId, item.deliveredQty + qty]);
      taken += 1;
    }
    return { ticket, barName: 'Barra', taken };
  }
}

describe('eight at once on one ticket', () => {
  const bench = useCounterBench();
  const naive = () =>
    new CounterBench(
      bench.current.platform,
      bench.current.house,
      bench.current.foreign,
      new NaiveCounter(bench.current.platform.database),
    );

  const oneUnitAtTwoBars = (of: CounterBench, ticket: IssuedTicket) =>
    atOnce(EIGHT.map((n) => () => of.press(ticket, [1], n % 2 === 0 ? 0 : 1)));

  it('hands one drink over once, whichever of two bars is first', async () => {
    const ticket = await bench.current.ticket({ Piscola: 1 });
    const { done, refused } = await oneUnitAtTwoBars(bench.current, ticket);
    expect(done).toBe(1);
    expect(refused).toEqual(Array(7).fill('ticket.already_delivered'));
    expect(await bench.current.delivered(ticket)).toEqual({ items: [1], standing: 1 });
  });

  it('is a race that looking first and writing after loses', async () => {
    const ticket = await bench.current.ticket({ Piscola: 1 });
    expect((await oneUnitAtTwoBars(naive(), ticket)).done).toBeGreaterThan(1);
  });

  const mixedOnesAndTwos = (of: CounterBench, ticket: IssuedTicket) =>
    atOnce(EIGHT.map((n) => () => of.press(ticket, [n % 2 === 0 ? 1 : 2], n < 4 ? 0 : 1)));

  it('hands five units over by ones and twos without a sixth', async () => {
    const ticket = await bench.current.ticket({ Piscola: 5 });
    const { refused } = await mixedOnesAndTwos(bench.current, ticket);
    const { items, standing } = await bench.current.delivered(ticket);
    // All ones fit beside any twos, or two twos came first: never fewer than four of the five go out.
    expect(standing).toBeGreaterThanOrEqual(4);
    expect(standing).toBeLessThanOrEqual(5);
    expect(items).toEqual([standing]);
    expect(new Set(refused)).toEqual(new Set(['ticket.already_delivered']));
  });

  it('is a race in which looking first hands out more than five', async () => {
    const ticket = await bench.current.ticket({ Piscola: 5 });
    expect((await mixedOnesAndTwos(naive(), ticket)).done).toBe(8);
  });

  it('takes all items of a press or none, in whatever order bars name them', async () => {
    const ticket = await bench.current.ticket({ Piscola: 4, Agua: 4 });
    const { bars, bartenders } = bench.current.house;
    const acts = EIGHT.map((n) => () => {
      const items = ticket.items.map(({ id }) => ({ itemId: id, qty: 1 }));
      const input = { ticketId: ticket.id, barId: bars[0], items: n % 2 === 0 ? items : items.reverse() };
      return bench.current.deliver.execute(bartenders[0], newOnce(bartenders[0]), input);
    });
    const { done } = await atOnce(acts);
    expect(done).toBe(4);
    expect(await bench.current.delivered(ticket)).toEqual({ items: [4, 4], standing: 8 });
  });

  it('does the same press once however often it is sent', async () => {
    const ticket = await bench.current.ticket({ Piscola: 8 });
    const once = () => newOnce(bench.current.house.bartenders[0], 'one-press');
    const { refused } = await atOnce(EIGHT.map(() => () => bench.current.press(ticket, [1], 0, once())));
    expect(new Set([...refused, 'idempotency.in_progress'])).toEqual(new Set(['idempotency.in_progress']));
    const answer = await bench.current.press(ticket, [1], 0, once());
    expect(answer.ticket.items[0]).toMatchObject({ deliveredQty: 1, leftQty: 7 });
    expect(await bench.current.delivered(ticket)).toEqual({ items: [1], standing: 1 });
  });

  it.each([1, 2, 3, 4])('cancels the sale or hands a drink over, never both (round %i)', async () => {
    const ticket = await bench.current.ticket({ Piscola: 8 });
    const acts = EIGHT.map(
      (n) => () => (n === 4 ? bench.current.cancel(ticket.saleId) : bench.current.press(ticket, [1])),
    );
    const { refused } = await atOnce(acts);
    const { standing } = await bench.current.delivered(ticket);
    const { rows } = await bench.current.platform.owner.query<{ is_void: boolean }>(
      'SELECT voided_at IS NOT NULL AS is_void FROM tickets.tickets WHERE id = $1',
      [ticket.id],
    );
    expect(rows[0]?.is_void).toBe(standing === 0);
    expect(new Set(refused)).toEqual(new Set([rows[0]?.is_void ? 'ticket.void' : 'sale.already_delivered']));
  });

  it('is a race in which looking first hands out a drink on a void ticket', async () => {
    const ticket = await bench.current.ticket({ Piscola: 8 });
    const late = naive().press(ticket, [1]);
    await delay(20);
    await bench.current.cancel(ticket.saleId);
    await late;
    expect((await bench.current.delivered(ticket)).items).toEqual([1]);
  });

  it('undoes a press once', async () => {
    const ticket = await bench.current.ticket({ Piscola: 2 });
    await bench.current.press(ticket, [1]);
    const { delivery } = await bench.current.press(ticket, [1]);
    const [bartender] = bench.current.house.bartenders;
    const undo = () => {
      const input = { ticketId: ticket.id, pressId: delivery.pressId };
      return bench.current.undo.execute(bartender, newOnce(bartender), input);
    };
    const { done, refused } = await atOnce(EIGHT.map(() => undo));
    expect(done).toBe(1);
    expect(refused).toEqual(Array(7).fill('ticket.already_undone'));
    expect(await bench.current.delivered(ticket)).toEqual({ items: [1], standing: 1 });
  });
});
