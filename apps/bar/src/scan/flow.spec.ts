import type { Delivery, Scan, Ticket } from '../app/api';
import { cameraMayAsk, next, type Press, READY, type Step, triggerMayAsk, type View } from './flow';

const scan: Scan = {
  ...{ outcome: 'deliver', reason: null, detail: 'Quedan 2 por entregar.' },
  ...{ ticket: null, last_delivery: null, can_be_allowed: false, guest: null, guest_tickets: [] },
};
const ticket = { id: 't', items: [] } as unknown as Ticket;
const press: Press = { key: 'k', ticket, items: [] };
const delivery = { ticket } as unknown as Delivery;
const after = (...steps: Step[]): View => steps.reduce<View>(next, READY);

const scanned: Step = { type: 'scanned', id: 1, code: 'A' };
const answered: Step = { type: 'answered', id: 1, scan };
const pressed: Step = { type: 'pressed', id: 1, press };
const unconfirmed: Step = { type: 'unconfirmed', id: 1 };

describe('the screen of a bar', () => {
  it('asks about what was scanned and shows the answer', () => {
    expect(after(scanned, answered)).toEqual({ kind: 'answer', id: 1, code: 'A', scan });
  });

  it('ignores the answer to an older scan, be it an answer or none', () => {
    const newer: Step[] = [scanned, { type: 'scanned', id: 2, code: 'B' }];
    const asking = { kind: 'asking', id: 2, code: 'B' };
    expect(after(...newer, answered)).toEqual(asking);
    expect(after(...newer, { type: 'unanswered', id: 1 })).toEqual(asking);
    expect(after(...newer, { type: 'delivered', id: 1, delivery })).toEqual(asking);
  });

  it('ignores an answer that comes after the bartender went on', () => {
    expect(after(scanned, { type: 'closed' }, answered)).toEqual(READY);
  });

  it('repeats a press of unknown fate as it was, with its key', () => {
    const unsure = after(scanned, answered, pressed, unconfirmed);
    expect(unsure).toEqual({ kind: 'unconfirmed', id: 1, code: 'A', scan, press });
    expect(next(unsure, pressed)).toEqual({ kind: 'pressing', id: 1, code: 'A', scan, press, again: true });
  });

  it('confirms a delivery', () => {
    const done = after(scanned, answered, pressed, { type: 'delivered', id: 1, delivery });
    expect(done).toEqual({ kind: 'delivered', id: 1, code: 'A', delivery });
  });

  it('hands nothing over that was not shown as something to hand over', () => {
    const asking = after(scanned);
    expect(next(asking, pressed)).toBe(asking);
  });
});

describe('all tickets of a guest in one press', () => {
  const presses = [press, { ...press, key: 'l' }];
  const handing: Step[] = [scanned, answered, { type: 'handed', id: 1, presses }];
  const told = (key: string, fate: 'done' | 'refused' | 'unknown'): Step => {
    const fates = { done: { fate, delivery }, refused: { fate, detail: 'void' }, unknown: { fate } };
    return { type: 'told', id: 1, key, fate: fates[fate] as Extract<Step, { type: 'told' }>['fate'] };
  };
  const fatesOf = (view: View): string[] => ('hands' in view ? view.hands.map(({ fate }) => fate) : []);

  it('waits for every ticket before it says what was handed over', () => {
    expect(after(...handing, told('k', 'done')).kind).toBe('handing');
    const all = after(...handing, told('k', 'done'), told('l', 'refused'));
    expect([all.kind, ...fatesOf(all)]).toEqual(['handed', 'done', 'refused']);
  });

  it('sends only those again of which nobody knows, with their keys', () => {
    const unsure = after(...handing, told('k', 'unknown'), told('l', 'done'));
    expect([unsure.kind, ...fatesOf(unsure)]).toEqual(['unsure', 'unknown', 'done']);
    const again = next(unsure, { type: 'handed_again', id: 1 });
    expect([again.kind, ...fatesOf(again)]).toEqual(['handing', 'sent', 'done']);
    expect(next(again, told('k', 'done')).kind).toBe('handed');
    expect(triggerMayAsk(unsure, 'B')).toBe(false);
  });
});

describe('a code in front of the camera', () => {
  it('takes the screen from nothing and from a confirmation, never from a result', () => {
    expect(cameraMayAsk(READY)).toBe(true);
    expect(cameraMayAsk(after(scanned, answered, pressed, { type: 'delivered', id: 1, delivery }))).toBe(true);
    expect(cameraMayAsk(after(scanned))).toBe(false);
    expect(cameraMayAsk(after(scanned, answered))).toBe(false);
    expect(cameraMayAsk(after(scanned, { type: 'unanswered', id: 1 }))).toBe(false);
  });
});

describe('a code from a scanner', () => {
  it('takes the screen from the result of another ticket, and not from its own', () => {
    const shown = after(scanned, answered);
    expect(triggerMayAsk(shown, 'B')).toBe(true);
    expect(triggerMayAsk(shown, 'A')).toBe(false);
  });

  it('waits while nobody knows whether a press counted', () => {
    expect(triggerMayAsk(after(scanned, answered, pressed), 'B')).toBe(false);
    expect(triggerMayAsk(after(scanned, answered, pressed, unconfirmed), 'B')).toBe(false);
  });
});
