import type { Delivery, Scan, Ticket } from '../app/api';
import { next, type Press, READY, type Step, type View } from './flow';

const scan: Scan = {
  ...{ outcome: 'refused', reason: 'ticket.unknown', detail: 'No es de aquí.' },
  ...{ ticket: null, last_delivery: null, can_be_allowed: false },
};
const ticket = { id: 't', items: [] } as unknown as Ticket;
const press: Press = { key: 'k', ticket, items: [] };
const delivery = { ticket } as unknown as Delivery;
const after = (...steps: Step[]): View => steps.reduce<View>(next, READY);

describe('the screen of a bar', () => {
  it('asks about what was scanned and shows the answer', () => {
    const shown = after({ type: 'scanned', id: 1, code: 'A' }, { type: 'answered', id: 1, scan });
    expect(shown).toEqual({ kind: 'answer', id: 1, code: 'A', scan });
  });

  it('ignores the answer to an older scan, be it an answer or none', () => {
    const newer: Step[] = [
      { type: 'scanned', id: 1, code: 'A' },
      { type: 'scanned', id: 2, code: 'B' },
    ];
    const asking = { kind: 'asking', id: 2, code: 'B' };
    expect(after(...newer, { type: 'answered', id: 1, scan })).toEqual(asking);
    expect(after(...newer, { type: 'unanswered', id: 1 })).toEqual(asking);
    expect(after(...newer, { type: 'delivered', id: 1, delivery })).toEqual(asking);
  });

  it('ignores an answer that comes after the bartender went on', () => {
    expect(after({ type: 'scanned', id: 1, code: 'A' }, { type: 'closed' }, { type: 'answered', id: 1, scan })).toEqual(
      READY,
    );
  });

  it('does not let another scan hide a press that may or may not have counted', () => {
    const unsure = after({ type: 'scanned', id: 1, code: 'A' }, { type: 'unconfirmed', id: 1, press });
    expect(next(unsure, { type: 'scanned', id: 2, code: 'B' })).toBe(unsure);
    expect(next(unsure, { type: 'delivered', id: 1, delivery })).toEqual({
      ...{ kind: 'delivered', id: 1, code: 'A', delivery },
    });
  });
});
