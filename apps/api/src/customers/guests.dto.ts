import { z } from 'zod';
import { instant, text, uuid } from '@libs/platform';
import { GuestHere } from '@libs/customers/application';
import { guestEntriesWire } from '../entries/guest-entries.dto';
import { guestWire, ticketWire, toGuest } from '../tickets/tickets.dto';
import { guestWalletWire } from '../wallet/guest-wallet.dto';

export const qrWire = z
  .object({
    qr: z.string().describe('Show it as it is, in the alphanumeric mode of a QR. It counts once'),
    expires_at: instant.describe('Ask for the next one some seconds before'),
  })
  .meta({ id: 'CustomerQr' });

export const identifyBody = z
  .strictObject({ qr: text(200).describe('From the guest’s screen or card') })
  .meta({ id: 'IdentifyCustomer' });

export const confirmBody = z
  .strictObject({
    customer_token: text(100),
    step_up_token: text(100)
      .optional()
      .describe('Of POST /auth/step-up, for customer.confirm: another person saw the guest and their papers'),
  })
  .meta({ id: 'ConfirmCustomer' });

export const identifiedWire = guestWire
  .extend({
    source: z.enum(['qr', 'card']),
    wallet: guestWalletWire.optional().describe('At a till'),
    tickets: z.array(ticketWire).optional().describe('At a bar: all that the guest still gets tonight'),
    entries: guestEntriesWire
      .optional()
      .describe('At a door: of tonight; POST /entradas/validate lets them in one by one'),
  })
  .meta({ id: 'IdentifiedCustomer' });

export const cardWire = z
  .object({
    customer_id: uuid,
    code: z.string().describe('Print it as a QR. It is told once, and replaces the card before'),
    issued_at: instant,
  })
  .meta({ id: 'CustomerCard' });

export function toIdentified(guest: GuestHere, parts: Record<string, unknown>): z.input<typeof identifiedWire> {
  return { ...toGuest(guest), source: guest.source, ...parts };
}
