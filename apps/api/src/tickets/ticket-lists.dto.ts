import { z } from 'zod';
import { instant, Language, pageOf, pageQuery, Page, text, uuid } from '@libs/platform';
import { RecentPressRow, RefusalRow, TicketDetailRow, TicketListRow, TicketLogRow } from '@libs/tickets/infrastructure';
import { originFields, sentence, ticketFields } from './tickets.dto';

export const UNDO_SECONDS = 30;

export const ticketsQuery = z.strictObject({
  ...pageQuery,
  night_id: uuid.optional(),
  status: z.enum(['OPEN', 'PARTIAL', 'DELIVERED', 'VOID']).optional(),
  q: text(40).optional().describe('A display code, or the beginning of its number'),
});

export const ticketPage = pageOf(
  z
    .object({
      id: uuid,
      display_code: z.string(),
      status: ticketFields.status,
      created_at: instant,
      ticket_type: ticketFields.ticket_type,
      ...originFields,
      items_left: z.int().describe('Units still to hand over'),
      is_test: z.boolean(),
    })
    .meta({ id: 'TicketRow' }),
).meta({ id: 'TicketPage' });

export const ticketDetailWire = z
  .object({
    ...ticketFields,
    log: z
      .array(
        z.object({
          action: z.enum(['scan', 'deliver', 'undo', 'refuse', 'allow', 'void', 'print', 'reprint', 'claim']),
          reason: z.string().nullable(),
          note: z.string().nullable(),
          bar_name: z.string().nullable(),
          employee_name: z.string().nullable(),
          device_name: z.string().nullable(),
          ip: z.string().nullable(),
          at: instant,
        }),
      )
      .describe('Everything that happened to it, oldest first'),
  })
  .meta({ id: 'TicketDetail' });

export const recentQuery = z.strictObject({ bar_id: uuid.optional() });

export const recentList = z
  .object({
    items: z.array(
      z.object({
        press_id: uuid,
        ticket_id: uuid,
        display_code: z.string(),
        items: z.array(z.object({ name: z.string(), qty: z.int() })),
        employee_name: z.string(),
        at: instant,
        undone_at: instant.nullable(),
        undo_until: instant,
      }),
    ),
  })
  .meta({ id: 'RecentDeliveries' });

export const refusalsQuery = z.strictObject({ ...pageQuery, night_id: uuid.optional() });

export const refusalPage = pageOf(
  z
    .object({
      id: uuid,
      ticket_id: uuid.nullable(),
      display_code: z.string().nullable(),
      reason: z.string().describe('Stable code'),
      detail: z.string().describe('One sentence for people'),
      bar_name: z.string().nullable(),
      employee_name: z.string().nullable(),
      at: instant,
      can_be_allowed: z.boolean(),
    })
    .meta({ id: 'TicketRefusal' }),
).meta({ id: 'TicketRefusalPage' });

export function toTicketPage({ items, nextCursor }: Page<TicketListRow>) {
  return { items: items.map((row) => ({ ...row, created_at: row.created_at.toISOString() })), next_cursor: nextCursor };
}

export function toTicketDetail(ticket: TicketDetailRow & { log: TicketLogRow[] }) {
  return {
    ...ticket,
    created_at: ticket.created_at.toISOString(),
    log: ticket.log.map((entry) => ({ ...entry, at: entry.at.toISOString() })),
  };
}

export function toRecent(row: RecentPressRow) {
  return {
    ...row,
    at: row.at.toISOString(),
    undone_at: row.undone_at?.toISOString() ?? null,
    undo_until: new Date(row.at.getTime() + UNDO_SECONDS * 1_000).toISOString(),
  };
}

export function toRefusalPage({ items, nextCursor }: Page<RefusalRow>, language: Language) {
  return {
    items: items.map((row) => ({ ...row, detail: sentence(row.reason, language), at: row.at.toISOString() })),
    next_cursor: nextCursor,
  };
}
