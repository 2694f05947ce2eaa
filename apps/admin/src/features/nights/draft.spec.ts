import type { Night } from '../../app/wire';
import { blankForm, draftOf, formOf } from './draft';

const SANTIAGO = 'America/Santiago';
const night: Night = {
  id: '1',
  date: '2026-11-28',
  name: 'Sábado tropical',
  djs: ['DJ Loica'],
  description: '',
  image_url: null,
  doors_open_at: '2026-11-29T01:30:00.000Z',
  doors_close_at: '2026-11-29T07:30:00.000Z',
  capacity: 800,
  price_tiers: [],
  checklist: [{ id: 'a', label: 'Hielo', is_done: true, done_by: 'Ana', done_at: '2026-11-28T20:00:00.000Z' }],
  responsible_ids: [],
  status: 'PREPARING',
  opened_at: null,
  closed_at: null,
  version: 3,
};

describe('the form of a night', () => {
  it('closes its doors on the morning after', () => {
    const draft = draftOf({ ...blankForm('2026-11-28'), name: 'Fiesta' }, SANTIAGO, undefined);
    expect(draft.doors_open_at).toBe('2026-11-29T01:30:00.000Z');
    expect(draft.doors_close_at).toBe('2026-11-29T07:30:00.000Z');
  });

  it('keeps hours that nobody touched, and the ticks of tasks that stay', () => {
    const form = { ...formOf(night, SANTIAGO), checklist: 'Hielo\nImpresoras\nHielo' };
    const draft = draftOf(form, SANTIAGO, { ...night, doors_open_at: '2026-11-28T08:32:00.000Z' });
    expect(draft.doors_open_at).toBe('2026-11-29T01:30:00.000Z');
    expect(
      draftOf({ ...form, doorsOpen: '05:32' }, SANTIAGO, { ...night, doors_open_at: '2026-11-28T08:32:00.000Z' })
        .doors_open_at,
    ).toBe('2026-11-28T08:32:00.000Z');
    expect(draft.checklist).toEqual([{ id: 'a', label: 'Hielo' }, { label: 'Impresoras' }]);
  });

  it('of a copy is for another date and has no ticks', () => {
    const draft = draftOf(formOf(night, SANTIAGO, '2026-12-05'), SANTIAGO, undefined);
    expect(draft.date).toBe('2026-12-05');
    expect(draft.doors_open_at).toBe('2026-12-06T01:30:00.000Z');
    expect(draft.checklist).toEqual([{ label: 'Hielo' }]);
  });
});
