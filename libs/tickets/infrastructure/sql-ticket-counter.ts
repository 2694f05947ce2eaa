import { Injectable } from '@nestjs/common';
import { ActorRef, DomainEvent, Transaction } from '@libs/kernel';
import { Database, sqlOf, together, writeOutbox } from '@libs/platform';
import {
  LoggedBy,
  Lookup,
  Press,
  PressOutcome,
  PressSnapshot,
  Refusal,
  ScannedTicket,
  StoredTicket,
  TicketCounter,
  UndoOutcome,
} from '../application';
import {
  ALLOW,
  COUNT_PRINT,
  LAST_PRESS_ON,
  LOCK,
  PRESS,
  PRESS_FACTS,
  READ,
  REFUSE,
  SCAN,
  SCAN_GUEST,
  UNDO,
} from './counter-statements';
import { TicketRow, toPress, toTicket } from './ticket-rows';

interface PressFactsRow {
  bar_id: string;
  employee_id: string;
  delivered_at: Date;
  is_undone: boolean;
}

/** {@link TicketCounter} on Postgres: one statement a scan, one a press. */
@Injectable()
export class SqlTicketCounter extends TicketCounter {
  constructor(private readonly database: Database) {
    super();
  }

  async scan(lookup: Lookup, by: LoggedBy): Promise<ScannedTicket | undefined> {
    const wanted = lookup.by === 'token' ? lookup.hash : lookup.by === 'legacy' ? lookup.uuid : lookup.number;
    const [row] = await this.database.rows<TicketRow & { last_press: PressSnapshot | null }>(SCAN[lookup.by], [
      ...[wanted, by.logId, by.venueId, by.barId, by.employeeId, by.deviceId, by.ip, by.at],
    ]);
    return row && { ...toTicket(row), lastPress: row.last_press && toPress(row.last_press) };
  }

  async scanGuest(customerId: string, by: LoggedBy): Promise<StoredTicket[]> {
    const rows = await this.database.rows<TicketRow>(SCAN_GUEST, [
      ...[customerId, by.logId, by.venueId, by.barId, by.employeeId, by.deviceId, by.ip, by.at],
    ]);
    return rows.map(toTicket);
  }

  async refuse(tx: Transaction, refusal: Refusal, by: LoggedBy, events: readonly DomainEvent[]): Promise<void> {
    const { ticketId, reason, isFraudAttempt, note } = refusal;
    await together(
      sqlOf(tx).rows(REFUSE, [ticketId, reason, isFraudAttempt, note, ...whoAndWhere(by)]),
      writeOutbox(tx, events),
    );
  }

  async press(tx: Transaction, press: Press, by: LoggedBy): Promise<PressOutcome | undefined> {
    const [row] = await sqlOf(tx).rows<TicketRow & { bar_name: string | null; taken: number }>(PRESS, [
      ...[press.ticketId, by.venueId, press.barId],
      press.items.map((item) => item.deliveryId),
      press.items.map((item) => item.itemId),
      press.items.map((item) => item.qty),
      ...[press.pressId, by.employeeId, by.deviceId, by.at, by.logId, by.ip],
      ...[press.eventId, JSON.stringify(press.actor)],
    ]);
    return row && { ticket: toTicket(row), barName: row.bar_name, taken: row.taken };
  }

  async lastPressOn(ticketId: string, itemIds: readonly string[]): Promise<PressSnapshot | undefined> {
    const [row] = await this.database.rows<{ last_press: PressSnapshot | null }>(LAST_PRESS_ON, [ticketId, itemIds]);
    return row?.last_press ? toPress(row.last_press) : undefined;
  }

  async undo(
    tx: Transaction,
    undo: { readonly ticketId: string; readonly pressId: string; readonly notBefore: Date },
    by: LoggedBy,
    eventId: string,
    actor: ActorRef,
  ): Promise<UndoOutcome | undefined> {
    const { ticketId, pressId, notBefore } = undo;
    const [[row], [facts]] = await together(
      sqlOf(tx).rows<TicketRow & { undone: number }>(UNDO, [
        ...[ticketId, by.venueId, pressId, notBefore, by.at, by.barId, by.employeeId, by.logId, by.deviceId, by.ip],
        ...[eventId, JSON.stringify(actor)],
      ]),
      sqlOf(tx).rows<PressFactsRow>(PRESS_FACTS, [pressId, ticketId]),
    );
    if (!row) return undefined;
    const press = facts && {
      ...{ barId: facts.bar_id, employeeId: facts.employee_id, at: facts.delivered_at, isUndone: facts.is_undone },
    };
    return { ticket: toTicket(row), undone: row.undone, press: press ?? null };
  }

  async take(tx: Transaction, ticketId: string, venueId: string): Promise<StoredTicket | undefined> {
    const [, [row]] = await together(
      sqlOf(tx).rows(LOCK, [ticketId, venueId]),
      sqlOf(tx).rows<TicketRow>(READ, [ticketId, venueId]),
    );
    return row && toTicket(row);
  }

  async allow(
    tx: Transaction,
    { ticketId, until, reason }: { readonly ticketId: string; readonly until: Date; readonly reason: string },
    by: LoggedBy,
    events: readonly DomainEvent[],
  ): Promise<void> {
    const allowed = sqlOf(tx).rows(ALLOW, [ticketId, until, reason, ...whoAndWhere(by)]);
    await together(allowed, writeOutbox(tx, events));
  }

  async countPrint(
    tx: Transaction,
    ticketId: string,
    isReprint: boolean,
    by: LoggedBy,
    events: readonly DomainEvent[],
  ): Promise<void> {
    const action = isReprint ? 'reprint' : 'print';
    await together(sqlOf(tx).rows(COUNT_PRINT, [ticketId, action, ...whoAndWhere(by)]), writeOutbox(tx, events));
  }
}

/** In the order in which the statements take them. */
function whoAndWhere(by: LoggedBy): unknown[] {
  return [by.logId, by.venueId, by.barId, by.employeeId, by.deviceId, by.ip, by.at];
}
