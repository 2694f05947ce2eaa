import { factOf, timelineOf } from './timeline';

type Given = Parameters<typeof timelineOf>[0];
const step = (act: string, at: string): Given['history'][number] => ({
  ...{ at, act, from: null, to: 'CREATED', source: 'till', employee_name: null, authorized_by: null, data: {} },
});
const report = (at: string): Given['reports'][number] => ({
  ...{ at, outcome: 'approved', source: 'answer', fence: 1, accepted: true, response: null },
});
const refund: Given['refunds'][number] = {
  id: 'r',
  intent_id: 'i',
  amount: 1_000,
  status: 'DONE',
  reason: 'se arrepintió',
  requested_by: 'Ana',
  authorized_by: 'Luz',
  provider: 'manual',
  reference: 'X1',
  provider_reference: null,
  detail: null,
  created_at: '2026-11-21T04:00:05Z',
  final_at: '2026-11-21T04:00:09Z',
};

describe('the story of a charge', () => {
  it('is told in the order in which it happened', () => {
    const story = timelineOf({
      history: [step('create', '2026-11-21T04:00:00Z'), step('approve', '2026-11-21T04:00:03Z')],
      reports: [report('2026-11-21T04:00:03Z')],
      refunds: [refund],
    });
    expect(story.map(({ kind }) => kind)).toEqual(['step', 'report', 'step', 'refund_asked', 'refund_ended']);
  });

  it('lets steps of one instant follow from each other, however they were listed', () => {
    const at = '2026-11-21T04:00:00Z';
    const moved = (act: string, from: string | null, to: string) => ({ ...step(act, at), from, to });
    const history = [
      moved('flag', 'UNKNOWN', 'UNKNOWN'),
      moved('begin', 'CREATED', 'READY'),
      moved('lose', 'READY', 'UNKNOWN'),
      moved('create', null, 'CREATED'),
    ];
    const acts = timelineOf({ history, reports: [], refunds: [] }).map(
      (entry) => entry.kind === 'step' && entry.step.act,
    );
    expect(acts).toEqual(['create', 'begin', 'lose', 'flag']);
  });

  it('tells a refund once, and its end only when it has one', () => {
    const story = timelineOf({
      history: [step('refund', '2026-11-21T04:00:05Z')],
      reports: [],
      refunds: [{ ...refund, final_at: null }],
    });
    expect(story.map(({ kind }) => kind)).toEqual(['refund_asked']);
  });
});

it('takes texts and numbers from facts of any shape, and nothing else', () => {
  expect(factOf({ amount: 5 }, 'amount')).toBe(5);
  expect(factOf({ amount: null }, 'amount')).toBeUndefined();
  expect(factOf(null, 'amount')).toBeUndefined();
  expect(factOf('text', 'length')).toBeUndefined();
});
