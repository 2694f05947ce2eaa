import { Actor, newId } from '@libs/kernel';
import { Night, NightPlan } from './night';
import { NIGHT_STATES, NightAct, NightStatus, statusAfter } from './night-status';
import { settingsOf } from './venue';

const AT = new Date('2026-07-05T02:00:00Z');
const actor: Actor = {
  venueId: newId(),
  employeeId: newId(),
  employeeName: 'Ana',
  sessionId: newId(),
  deviceId: null,
  barId: null,
  ip: null,
  permissions: new Set(),
};
const plan: NightPlan = {
  date: '2026-07-04',
  name: 'Sábado',
  djs: [],
  description: '',
  imageUrl: null,
  doorsOpenAt: null,
  doorsCloseAt: null,
  capacity: null,
  priceTiers: [],
  responsibleIds: [],
};

describe('the life of a night', () => {
  it('goes one way only, step by step', () => {
    const steps: Record<NightAct, [NightStatus, NightStatus]> = {
      prepare: ['PLANNED', 'PREPARING'],
      open: ['PREPARING', 'OPEN'],
      closing: ['OPEN', 'CLOSING'],
      close: ['CLOSING', 'CLOSED'],
    };
    for (const act of Object.keys(steps) as NightAct[]) {
      for (const from of Object.keys(NIGHT_STATES) as NightStatus[]) {
        const [before, after] = steps[act];
        if (from === before) expect(statusAfter(from, act)).toBe(after);
        else expect(() => statusAfter(from, act)).toThrow('night.wrong_state');
      }
    }
  });

  it('begins with the usual checklist, or with its own', () => {
    const labels = (night: Night): string[] => night.state.checklist.map((item) => item.label);
    expect(labels(Night.plan(newId(), plan, undefined, actor, AT))).toEqual([
      'Fondo de cajas contado',
      'Barras abastecidas',
      'Impresoras con papel',
      'Tablets cargadas',
      'Personal en sus puestos',
      'Puertas y aforo revisados',
    ]);
    expect(labels(Night.plan(newId(), plan, ['Extintores'], actor, AT))).toEqual(['Extintores']);
  });

  it('forgets who ticked an item once it is unticked', () => {
    const night = Night.plan(newId(), plan, ['Extintores'], actor, AT);
    const id = String(night.state.checklist[0]?.id);
    night.tick(id, true, actor, AT);
    expect(night.state.checklist).toMatchObject([{ isDone: true, doneBy: { name: 'Ana' }, doneAt: AT.toISOString() }]);
    night.tick(id, false, actor, AT);
    expect(night.state.checklist).toMatchObject([{ isDone: false, doneBy: null, doneAt: null }]);
    expect(() => night.tick(newId(), true, actor, AT)).toThrow('night.checklist_item_not_found');
  });

  it('says nothing and stays at its version when nothing changes', () => {
    const night = Night.plan(newId(), plan, [], actor, AT);
    night.pullEvents();
    night.change({ name: 'Sábado', djs: [], capacity: undefined }, actor, AT);
    expect(night.pullEvents()).toEqual([]);
    expect(night.state.version).toBe(1);
  });

  it('refuses doors that close before they open, also when only one of them moves', () => {
    const doorsOpenAt = new Date('2026-07-05T02:00:00Z');
    const night = Night.plan(newId(), { ...plan, doorsOpenAt }, [], actor, AT);
    expect(() => night.change({ doorsCloseAt: doorsOpenAt }, actor, AT)).toThrow('night.doors_reversed');
    expect(night.state.doorsCloseAt).toBeNull();
  });
});

describe('the settings of a house', () => {
  it('fall back to the usual ones where nothing sensible was decided', () => {
    const decided = { tipPct: 12, cashTolerance: '5', courtesyBudget: -1, ticketMaxAgeHours: 1.5, unknown: 1 };
    expect(settingsOf(decided)).toEqual({
      idleLockSeconds: 60,
      cashTolerance: 2_000,
      courtesyBudget: 50_000,
      floatTolerance: 5_000,
      ticketMaxAgeHours: 24,
      ticketMaxAttempts: 3,
      tipPct: 12,
      entryHoldMinutes: 10,
      entryRefundHours: 24,
      entryRefundFeePct: 0,
      doorsEarlyMinutes: 30,
      capacityAlarmPct: 90,
    });
  });
});
