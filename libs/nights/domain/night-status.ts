import { DomainError } from '@libs/kernel';

export type NightStatus = 'PLANNED' | 'PREPARING' | 'OPEN' | 'CLOSING' | 'CLOSED';

/** What moves a night on. */
export type NightAct = 'prepare' | 'open' | 'closing' | 'close';

interface State {
  /** Where each act leads from here; any other act is refused. */
  readonly acts: Readonly<Partial<Record<NightAct, NightStatus>>>;
  readonly hasOpenChecklist: boolean;
  /** While it is on it can only be closed. */
  readonly isDeletable: boolean;
}

/** The life of a night. */
export const NIGHT_STATES: Readonly<Record<NightStatus, State>> = {
  PLANNED: { acts: { prepare: 'PREPARING' }, hasOpenChecklist: true, isDeletable: true },
  PREPARING: { acts: { open: 'OPEN' }, hasOpenChecklist: true, isDeletable: true },
  OPEN: { acts: { closing: 'CLOSING' }, hasOpenChecklist: true, isDeletable: false },
  CLOSING: { acts: { close: 'CLOSED' }, hasOpenChecklist: true, isDeletable: false },
  CLOSED: { acts: {}, hasOpenChecklist: false, isDeletable: true },
};

/** @throws DomainError `night.wrong_state` (conflict) */
export function statusAfter(status: NightStatus, act: NightAct): NightStatus {
  const next = NIGHT_STATES[status].acts[act];
  if (!next) throw new DomainError('night.wrong_state', 'conflict', { status });
  return next;
}
