import { NO_CLICKS, pendingOf, toSend } from './clicks';

const key = (): string => 'k';

describe('the clicker of a door', () => {
  it('sends all presses since the last answer together, in less out', () => {
    expect(toSend({ sent: null, waiting: 3 }, key)).toEqual({ sent: { key: 'k', delta: 3 }, waiting: 0 });
    expect(toSend({ sent: null, waiting: -2 }, key)).toEqual({ sent: { key: 'k', delta: -2 }, waiting: 0 });
    expect(toSend(NO_CLICKS, key)).toEqual(NO_CLICKS);
  });

  it('repeats what was sent, with its key, until somebody knows whether it counted', () => {
    const unsure = { sent: { key: 'first', delta: 1 }, waiting: 4 };
    expect(toSend(unsure, key)).toEqual(unsure);
    expect(pendingOf(unsure)).toBe(5);
  });

  it('sends a coach full of people in several parts', () => {
    expect(toSend({ sent: null, waiting: 70 }, key)).toEqual({ sent: { key: 'k', delta: 50 }, waiting: 20 });
  });
});
