import type { Ticket } from '../app/api';
import { allLeft, change, portionsOf, restOf, together, unitsOf } from './portions';

const item = (id: string, qty: number, delivered: number) => ({
  ...{ id, name: id, note: null, qty },
  delivered_qty: delivered,
  left_qty: qty - delivered,
});

const ticket: Ticket = {
  ...{ id: 't', display_code: 'BMB 1', ticket_type: 'delivery', status: 'PARTIAL', is_test: false },
  ...{ created_at: '2026-01-01T00:00:00Z', sale_id: 's', redemption_id: null, entry_id: null, print_count: 1 },
  items: [item('piscola', 3, 1), item('agua', 1, 1), item('mojito', 1, 0)],
};

describe('what is handed over now', () => {
  it('is everything that is left unless the bartender chooses less', () => {
    expect(portionsOf(ticket, allLeft([ticket]))).toEqual([
      { item_id: 'piscola', qty: 2 },
      { item_id: 'mojito', qty: 1 },
    ]);
  });

  it('is never more than what is left and never less than nothing', () => {
    const more = change(ticket, allLeft([ticket]), 'piscola', 1);
    expect(more['piscola']).toBe(2);
    const none = change(ticket, change(ticket, allLeft([ticket]), 'mojito', -1), 'mojito', -1);
    expect(none['mojito']).toBe(0);
  });

  it('leaves out what was chosen none of', () => {
    const less = change(ticket, allLeft([ticket]), 'mojito', -1);
    expect(portionsOf(ticket, less)).toEqual([{ item_id: 'piscola', qty: 2 }]);
  });

  it('leaves the rest on the ticket', () => {
    expect(restOf(ticket)).toEqual([
      { id: 'piscola', name: 'piscola', qty: 2 },
      { id: 'mojito', name: 'mojito', qty: 1 },
    ]);
    expect(unitsOf(restOf(ticket))).toBe(3);
  });

  it('shows the same product of two tickets of a guest on one line, and hands each over from its own', () => {
    const second: Ticket = { ...ticket, id: 'u', items: [{ ...item('again', 2, 0), name: 'piscola' }] };
    expect(together([ticket, second])).toEqual([
      { id: 'piscola', name: 'piscola', note: null, qty: 4 },
      { id: 'mojito', name: 'mojito', note: null, qty: 1 },
    ]);
    expect(portionsOf(second, allLeft([ticket, second]))).toEqual([{ item_id: 'again', qty: 2 }]);
  });
});
