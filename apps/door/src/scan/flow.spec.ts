import type { DoorAnswer } from '../app/api';
import { cameraMayAsk, next, type Outcome, type Press, READY, type Step, triggerMayAsk, type View } from './flow';

const press: Press = { key: 'k', mode: 'in', code: 'A', customerToken: null };
const asked: Step = { type: 'asked', id: 1, press };
const letIn: Outcome = { kind: 'entry', answer: { is_valid: true } as DoorAnswer };
const used: Outcome = { kind: 'entry', answer: { is_valid: false } as DoorAnswer };
const after = (...steps: Step[]): View => steps.reduce<View>(next, READY);
const answered = (outcome: Outcome): Step => ({ type: 'answered', id: 1, outcome });

describe('the screen of a door', () => {
  it('asks about what was shown, and shows the answer', () => {
    expect(after(asked, answered(used))).toEqual({ kind: 'answered', id: 1, press, outcome: used });
  });

  it('ignores answers to an older scan, and those that come after somebody went on', () => {
    const newer: Step = { type: 'asked', id: 2, press: { ...press, key: 'l', code: 'B' } };
    expect(after(asked, newer, answered(letIn))).toEqual(after(newer));
    expect(after(asked, { type: 'closed' }, answered(letIn))).toEqual(READY);
  });

  it('repeats a question of unknown fate as it was, with its key', () => {
    const unsure = after(asked, { type: 'unanswered', id: 1, press });
    expect(unsure).toEqual({ kind: 'unanswered', id: 1, press });
    expect(next(unsure, { type: 'asked', id: 2, press })).toEqual({ kind: 'asking', id: 2, press, again: true });
  });
});

describe('the next code', () => {
  it('takes the screen from somebody who was let in or out, so that the queue moves', () => {
    expect(cameraMayAsk(READY)).toBe(true);
    expect(cameraMayAsk(after(asked, answered(letIn)))).toBe(true);
    expect(cameraMayAsk(after(asked, answered({ kind: 'out', inside: 3 })))).toBe(true);
  });

  it('never takes it from a refusal, a question under way or one of unknown fate when the camera sees it', () => {
    expect(cameraMayAsk(after(asked))).toBe(false);
    expect(cameraMayAsk(after(asked, answered(used)))).toBe(false);
    expect(cameraMayAsk(after(asked, answered({ kind: 'age', age: 'under_age' })))).toBe(false);
    expect(cameraMayAsk(after(asked, { type: 'unanswered', id: 1, press }))).toBe(false);
  });

  it('takes it from any answer but its own when somebody pulled a trigger', () => {
    expect(triggerMayAsk(after(asked, answered(used)), 'B')).toBe(true);
    expect(triggerMayAsk(after(asked, answered(used)), 'A')).toBe(false);
    expect(triggerMayAsk(after(asked), 'B')).toBe(false);
    expect(triggerMayAsk(after(asked, { type: 'unanswered', id: 1, press }), 'B')).toBe(false);
  });
});
