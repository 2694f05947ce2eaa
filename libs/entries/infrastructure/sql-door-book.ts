import { Injectable } from '@nestjs/common';
import { DomainError, DomainEvent, together, Transaction } from '@libs/kernel';
import { Sql, sqlOf, violates, writeOutbox } from '@libs/platform';
import {
  AgeOutcome,
  Crossing,
  DoorBook,
  DoorNight,
  DoorPerson,
  Looked,
  Refusal,
  Shown,
  ShownEntry,
  StandingCrossing,
} from '../domain';
import * as statement from './door-statements';

/** {@link DoorBook} on Postgres: one statement a crossing, behind the entry's row. */
@Injectable()
export class SqlDoorBook extends DoorBook {
  async night(tx: Transaction, venueId: string): Promise<DoorNight | undefined> {
    return (await sqlOf(tx).rows<DoorNight>(statement.NIGHT, [venueId]))[0];
  }

  async look(tx: Transaction, venueId: string, shown: Shown, at: Date): Promise<Looked> {
    const { hold, read, key } = keyOf(shown);
    const ordered =
      shown.by === 'customer'
        ? sqlOf(tx).count(statement.HAS_ORDERED, [venueId, shown.customerId, at])
        : Promise.resolve(0);
    const [, [entry], night, orders] = await together(
      sqlOf(tx).rows(hold, [venueId, key]),
      sqlOf(tx).rows<ShownEntry>(read, [venueId, key]),
      this.night(tx, venueId),
      ordered,
    );
    return { night, entry: entry && withMoment(entry), isOrdered: orders > 0 };
  }

  async cross(tx: Transaction, crossing: Crossing, by: DoorPerson, at: Date): Promise<number | undefined> {
    const { id, kind, delta, nightId, capacity, entryId, guestId, event } = crossing;
    const crossed = sqlOf(tx).rows<{ inside: number }>(statement.CROSS, [
      ...[nightId, by.venueId, delta, capacity, at, entryId],
      ...[id, kind, guestId, by.employeeId, by.deviceId],
      ...[event.id, event.type, event.subjectId, JSON.stringify(event.actor), JSON.stringify(event.data)],
    ]);
    const [row] = await crossed.catch(nobodyInside);
    if (!row && delta < 0) throw new DomainError('door.nobody_inside', 'conflict');
    return row?.inside;
  }

  async hold(tx: Transaction, venueId: string, crossingId: string): Promise<StandingCrossing | undefined> {
    const [, , [crossing]] = await together(
      sqlOf(tx).rows(statement.HOLD_ENTRY_OF_CROSSING, [venueId, crossingId]),
      sqlOf(tx).rows(statement.HOLD_GUEST_OF_CROSSING, [venueId, crossingId]),
      sqlOf(tx).rows<StandingCrossing>(statement.HOLD_CROSSING, [venueId, crossingId]),
    );
    return crossing;
  }

  async undo(
    tx: Transaction,
    crossing: StandingCrossing,
    undo: { readonly id: string; readonly reason: string; readonly event: DomainEvent },
    by: DoorPerson,
    at: Date,
  ): Promise<number> {
    const undone = sqlOf(tx).rows<{ inside: number }>(statement.UNDO, [
      ...[crossing.id, crossing.nightId, crossing.delta, at, crossing.kind, crossing.entryId, crossing.guestId],
      ...[undo.id, by.venueId, undo.reason, by.employeeId, by.deviceId],
    ]);
    const [row] = await undone.catch(nobodyInside);
    await writeOutbox(tx, [undo.event]);
    return row?.inside ?? 0;
  }

  async refuse(tx: Transaction, refusal: Refusal, by: DoorPerson, events: readonly DomainEvent[]): Promise<void> {
    const { id, nightId, reason, note, entryId, guestId, ticketId, at } = refusal;
    await together(
      sqlOf(tx).rows(statement.REFUSE, [
        ...[id, by.venueId, nightId, reason, note, entryId, guestId, ticketId, by.employeeId, by.deviceId, at],
      ]),
      writeOutbox(tx, events),
    );
  }

  async noteAge(
    tx: Transaction,
    check: { readonly id: string; readonly nightId: string | null; readonly outcome: AgeOutcome; readonly at: Date },
    by: DoorPerson,
    event: DomainEvent,
  ): Promise<void> {
    const { id, nightId, outcome, at } = check;
    const values = [id, by.venueId, nightId, outcome, by.employeeId, by.deviceId, at];
    await together(sqlOf(tx).rows(statement.NOTE_AGE, values), writeOutbox(tx, [event]));
  }

  publish(tx: Transaction, events: readonly DomainEvent[]): Promise<void> {
    return writeOutbox(tx, events);
  }
}

function keyOf(shown: Shown): { readonly hold: Sql; readonly read: Sql; readonly key: unknown } {
  if (shown.by === 'token') return { ...statement.BY_TOKEN, key: shown.hash };
  if (shown.by === 'number') return { ...statement.BY_NUMBER, key: shown.number };
  return { ...statement.BY_CUSTOMER, key: shown.customerId };
}

/** Postgres writes times inside JSON with an offset; ours end in Z. */
function withMoment(entry: ShownEntry): ShownEntry {
  return { ...entry, last: entry.last && { ...entry.last, at: new Date(entry.last.at).toISOString() } };
}

function nobodyInside(error: unknown): never {
  if (violates(error, 'head_counts_not_below_zero')) throw new DomainError('door.nobody_inside', 'conflict');
  throw error;
}
