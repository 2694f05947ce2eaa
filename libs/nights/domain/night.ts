import { Actor, actorRef, AggregateRoot, changesOf, DomainError, domainEvent, merged, onWire } from '@libs/kernel';
import { ChecklistItem, checklistOf, replaced, ticked } from './checklist';
import { NIGHT_STATES, NightAct, NightStatus, statusAfter } from './night-status';

/** What people write down about a night. */
export interface NightPlan {
  /** The evening it begins, `YYYY-MM-DD`: a label, never a unit of accounting. */
  readonly date: string;
  readonly name: string;
  readonly djs: readonly string[];
  readonly description: string;
  readonly imageUrl: string | null;
  readonly doorsOpenAt: Date | null;
  readonly doorsCloseAt: Date | null;
  /** Guests that may be inside at once. */
  readonly capacity: number | null;
  /** In pesos. */
  readonly priceTiers: readonly { readonly name: string; readonly price: number }[];
  readonly responsibleIds: readonly string[];
}

export interface NightState extends NightPlan {
  readonly id: string;
  readonly venueId: string;
  readonly checklist: readonly ChecklistItem[];
  readonly status: NightStatus;
  readonly openedAt: Date | null;
  readonly openedBy: string | null;
  readonly closedAt: Date | null;
  readonly closedBy: string | null;
  readonly deletedAt: Date | null;
  readonly deletedReason: string | null;
  /** Counts the changes. */
  readonly version: number;
}

export type NightChanges = { readonly [K in keyof NightPlan]?: NightPlan[K] | undefined } & {
  readonly checklist?: readonly { readonly id?: string | undefined; readonly label: string }[] | undefined;
};

/** What keeps a night from being closed. */
export interface OpenEnds {
  /** Names of the registers whose sessions are not closed. */
  readonly registers: readonly string[];
  /** Payments of which nobody can tell whether they were made. */
  readonly unknownPayments: number;
}

/** One party, from its plan to its close: the unit of all accounting. */
export class Night extends AggregateRoot {
  private constructor(private current: NightState) {
    super();
  }

  static restore(state: NightState): Night {
    return new Night(state);
  }

  /** @throws DomainError `night.doors_reversed` */
  static plan(id: string, plan: NightPlan, labels: readonly string[] | undefined, actor: Actor, at: Date): Night {
    refuseReversedDoors(plan);
    const night = new Night({
      ...plan,
      id,
      venueId: actor.venueId,
      checklist: checklistOf(labels),
      status: 'PLANNED',
      openedAt: null,
      openedBy: null,
      closedAt: null,
      closedBy: null,
      deletedAt: null,
      deletedReason: null,
      version: 1,
    });
    night.tell('nights.night_planned', { after: onWire(plan) }, actor, at);
    return night;
  }

  get state(): NightState {
    return this.current;
  }

  /** @throws DomainError `night.doors_reversed`, `night.wrong_state` for the checklist of a closed night */
  change({ checklist, ...plan }: NightChanges, actor: Actor, at: Date): void {
    if (checklist) this.refuseClosedChecklist();
    const before = this.current;
    const items = checklist ? replaced(before.checklist, checklist) : before.checklist;
    const after = { ...merged<NightState>(before, plan), checklist: items };
    refuseReversedDoors(after);
    const changes = changesOf(before, after);
    if (!changes) return;
    this.become(after);
    this.tell('nights.night_changed', changes, actor, at);
  }

  /** @throws DomainError `night.checklist_item_not_found`, `night.wrong_state` once closed */
  tick(itemId: string, isDone: boolean, actor: Actor, at: Date): void {
    this.refuseClosedChecklist();
    const by = { id: actor.employeeId, name: actor.employeeName };
    const checklist = ticked(this.current.checklist, itemId, isDone ? { by, at } : null);
    const label = checklist.find((item) => item.id === itemId)?.label;
    this.become({ ...this.current, checklist });
    this.tell('nights.checklist_ticked', { item_id: itemId, label, is_done: isDone }, actor, at);
  }

  prepare(actor: Actor, at: Date): void {
    this.move('prepare', {}, 'nights.night_prepared', actor, at);
  }

  /** @throws DomainError `night.checklist_open` (conflict, facts items: the labels that are not done) */
  open(actor: Actor, at: Date): void {
    statusAfter(this.current.status, 'open');
    const items = this.current.checklist.filter((item) => !item.isDone).map((item) => item.label);
    if (items.length > 0) throw new DomainError('night.checklist_open', 'conflict', { items });
    this.move('open', { openedAt: at, openedBy: actor.employeeId }, 'nights.night_opened', actor, at);
  }

  /** No more sales; registers count and close. */
  startClosing(actor: Actor, at: Date): void {
    this.move('closing', {}, 'nights.night_closing', actor, at);
  }

  /** @throws DomainError `night.sessions_open` (facts registers), `night.payment_unknown` (facts payments) */
  close(ends: OpenEnds, actor: Actor, at: Date): void {
    statusAfter(this.current.status, 'close');
    const { registers, unknownPayments } = ends;
    if (registers.length > 0) throw new DomainError('night.sessions_open', 'conflict', { registers });
    if (unknownPayments > 0) throw new DomainError('night.payment_unknown', 'conflict', { payments: unknownPayments });
    this.move('close', { closedAt: at, closedBy: actor.employeeId }, 'nights.night_closed', actor, at);
  }

  /** @throws DomainError `night.wrong_state` while it is on, `night.has_sales` */
  delete(reason: string, hasSales: boolean, actor: Actor, at: Date): void {
    const { status } = this.current;
    if (!NIGHT_STATES[status].isDeletable) throw new DomainError('night.wrong_state', 'conflict', { status });
    if (hasSales) throw new DomainError('night.has_sales', 'conflict');
    this.become({ ...this.current, deletedAt: at, deletedReason: reason });
    this.tell('nights.night_deleted', { reason, before: { name: this.current.name, status } }, actor, at);
  }

  private move(act: NightAct, facts: Partial<NightState>, type: string, actor: Actor, at: Date): void {
    const before = this.current.status;
    const after = statusAfter(before, act);
    this.become({ ...this.current, ...facts, status: after });
    this.tell(type, { before: { status: before }, after: { status: after } }, actor, at);
  }

  private refuseClosedChecklist(): void {
    const { status } = this.current;
    if (!NIGHT_STATES[status].hasOpenChecklist) throw new DomainError('night.wrong_state', 'conflict', { status });
  }

  private become(next: NightState): void {
    this.current = { ...next, version: this.current.version + 1 };
  }

  private tell(type: string, data: Record<string, unknown>, actor: Actor, at: Date): void {
    const { id, venueId } = this.current;
    const about = { venueId, nightId: id, subjectId: id, actor: actorRef(actor), occurredAt: at };
    this.record(domainEvent({ type, data, ...about }));
  }
}

function refuseReversedDoors({ doorsOpenAt, doorsCloseAt }: NightPlan): void {
  if (doorsOpenAt && doorsCloseAt && doorsCloseAt <= doorsOpenAt) {
    throw new DomainError('night.doors_reversed', 'invalid');
  }
}
