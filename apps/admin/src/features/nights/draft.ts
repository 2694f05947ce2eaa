import type { Night } from '../../app/wire';
import { addDays, clockOf, instantAt } from '../../parts/zone';
import type { NightDraft } from './api';

/** A night as the form holds it: doors as times of the venue's clock, the checklist as lines. */
export interface NightForm {
  date: string;
  name: string;
  djs: string[];
  description: string;
  doorsOpen: string;
  doorsClose: string;
  capacity: number | '';
  checklist: string;
}

/** An empty form for a date. */
export function blankForm(date: string): NightForm {
  return {
    date,
    name: '',
    djs: [],
    description: '',
    doorsOpen: '22:30',
    doorsClose: '04:30',
    capacity: '',
    checklist: '',
  };
}

/** A night, or a copy of one for another date, in the form. */
export function formOf(night: Night, timeZone: string, date: string = night.date): NightForm {
  return {
    date,
    name: night.name,
    djs: night.djs,
    description: night.description,
    doorsOpen: night.doors_open_at ? clockOf(night.doors_open_at, timeZone) : '',
    doorsClose: night.doors_close_at ? clockOf(night.doors_close_at, timeZone) : '',
    capacity: night.capacity ?? '',
    checklist: night.checklist.map(({ label }) => label).join('\n'),
  };
}

/** What the form means: hours before noon belong to the day after, hours that were not touched stay, tasks that were there keep their tick. */
export function draftOf(form: NightForm, timeZone: string, before: Night | undefined): NightDraft {
  const known = new Map(before?.checklist.map(({ id, label }) => [label, id]));
  const labels = [...new Set(form.checklist.split('\n').map((line) => line.trim()))].filter((line) => line !== '');
  return {
    date: form.date,
    name: form.name.trim(),
    djs: form.djs,
    description: form.description.trim(),
    doors_open_at: door(form, form.doorsOpen, timeZone, before, before?.doors_open_at),
    doors_close_at: door(form, form.doorsClose, timeZone, before, before?.doors_close_at),
    capacity: form.capacity === '' ? null : form.capacity,
    checklist: labels.map((label) => {
      const id = known.get(label);
      return id === undefined ? { label } : { id, label };
    }),
  };
}

function door(
  { date }: NightForm,
  time: string,
  timeZone: string,
  before: Night | undefined,
  instant: string | null | undefined,
): string | null {
  if (time === '') return null;
  if (instant && before?.date === date && clockOf(instant, timeZone) === time) return instant;
  return instantAt(time < '12:00' ? addDays(date, 1) : date, time, timeZone);
}
