import { Injectable } from '@nestjs/common';
import { TicketStatus, TicketType } from '../domain';
import { cursorAs, Database, instant, Page, toPage, uuid } from '@libs/platform';
import { OriginColumns } from './ticket-rows';
import { RECENT, REFUSALS, TICKET, TICKET_LOG, TICKETS, TICKETS_OF_NIGHT } from './ticket-reads';

export interface TicketListRow extends OriginColumns {
  readonly id: string;
  readonly ticket_type: TicketType;
  readonly display_code: string;
  readonly status: TicketStatus;
  readonly created_at: Date;
  readonly items_left: number;
  readonly is_test: boolean;
}

export interface TicketDetailRow extends OriginColumns {
  readonly id: string;
  readonly ticket_type: TicketType;
  readonly display_code: string;
  readonly status: TicketStatus;
  readonly is_test: boolean;
  readonly created_at: Date;
  readonly print_count: number;
  readonly items: {
    id: string;
    name: string;
    note: string | null;
    qty: number;
    delivered_qty: number;
    left_qty: number;
  }[];
}

export interface TicketLogRow {
  readonly action: string;
  readonly reason: string | null;
  readonly note: string | null;
  readonly bar_name: string | null;
  readonly employee_name: string | null;
  readonly device_name: string | null;
  readonly ip: string | null;
  readonly at: Date;
}

export interface RecentPressRow {
  readonly press_id: string;
  readonly ticket_id: string;
  readonly display_code: string;
  readonly items: { name: string; qty: number }[];
  readonly employee_name: string;
  readonly at: Date;
  readonly undone_at: Date | null;
}

export interface RefusalRow {
  readonly id: string;
  readonly ticket_id: string | null;
  readonly display_code: string | null;
  readonly reason: string;
  readonly bar_name: string | null;
  readonly employee_name: string | null;
  readonly at: Date;
  readonly can_be_allowed: boolean;
}

interface Paged {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** Tickets as screens read them, always of one venue. */
@Injectable()
export class TicketQueries {
  constructor(private readonly database: Database) {}

  /** Newest first. @param filter `q`: a display code or the beginning of its number */
  async list(
    venueId: string,
    filter: { nightId?: string | undefined; status?: TicketStatus | undefined; q?: string | undefined } & Paged,
  ): Promise<Page<TicketListRow>> {
    const [at, id] = cursorAs(filter.cursor, [instant, uuid]) ?? [null, null];
    const digits = filter.q === undefined ? null : filter.q.replace(/\D/g, '') || 'none';
    const rest = [filter.status ?? null, digits, at, id, filter.limit + 1];
    const rows = filter.nightId
      ? await this.database.rows<TicketListRow>(TICKETS_OF_NIGHT, [venueId, filter.nightId, ...rest])
      : await this.database.rows<TicketListRow>(TICKETS, [venueId, ...rest]);
    return toPage(rows, filter.limit, (row) => [row.created_at.toISOString(), row.id]);
  }

  /** A ticket with everything that happened to it, oldest first. */
  async detail(venueId: string, ticketId: string): Promise<(TicketDetailRow & { log: TicketLogRow[] }) | undefined> {
    const [[ticket], log] = await Promise.all([
      this.database.rows<TicketDetailRow>(TICKET, [venueId, ticketId]),
      this.database.rows<TicketLogRow>(TICKET_LOG, [venueId, ticketId]),
    ]);
    return ticket && { ...ticket, log };
  }

  /** The newest 30 presses of a bar; of all bars of the venue when none is named. */
  recent(venueId: string, barId: string | undefined): Promise<RecentPressRow[]> {
    return this.database.rows(RECENT, [venueId, barId ?? null]);
  }

  /** Fraud attempts, newest first. @param filter `nightId`: those between the night's opening and closing */
  async refusals(
    venueId: string,
    filter: { nightId?: string | undefined; now: Date } & Paged,
  ): Promise<Page<RefusalRow>> {
    const [at, id] = cursorAs(filter.cursor, [instant, uuid]) ?? [null, null];
    const values = [venueId, filter.nightId ?? null, filter.now, at, id, filter.limit + 1];
    const rows = await this.database.rows<RefusalRow>(REFUSALS, values);
    return toPage(rows, filter.limit, (row) => [row.at.toISOString(), row.id]);
  }
}
