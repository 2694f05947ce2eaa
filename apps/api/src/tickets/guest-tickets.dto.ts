import { z } from 'zod';
import { calendarDate, instant, text, uuid } from '@libs/platform';
import { GuestTicket } from '@libs/tickets/infrastructure';
import { ticketFields } from './tickets.dto';

export const guestTicketWire = z
  .object({
    id: z.int().describe('The number in its display code'),
    uuid,
    display_code: z.string(),
    ticket_type: ticketFields.ticket_type,
    status: ticketFields.status,
    qr: z.string().nullable().describe('Show it as a QR; null once the ticket is void'),
    created_at: instant,
    night: z.object({ uuid, name: z.string(), date: calendarDate }),
    items: z.array(
      z.object({
        name: z.string(),
        note: z.string().nullable(),
        qty: z.int(),
        delivered_qty: z.int(),
        left_qty: z.int().describe('Still to be fetched'),
      }),
    ),
  })
  .meta({ id: 'MyTicket' });
export const guestTicketsWire = z.array(guestTicketWire).meta({ id: 'MyTickets' });

export const claimBody = z
  .strictObject({ qr: text(200).describe('What the paper’s QR holds; its number is not enough') })
  .meta({ id: 'ClaimTicket' });

export function toGuestTicket(ticket: GuestTicket): z.output<typeof guestTicketWire> {
  const { night_id, night_name, night_date, created_at, items, ...rest } = ticket;
  return {
    ...rest,
    created_at: created_at.toISOString(),
    night: { uuid: night_id, name: night_name, date: night_date },
    items: items ?? [],
  };
}
