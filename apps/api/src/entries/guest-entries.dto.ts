import { z } from 'zod';
import { uuid } from '@libs/platform';

/** What a door is told of a guest's entries of tonight, in the order in which it lets them in. */
export const guestEntriesWire = z.array(
  z
    .object({
      id: uuid,
      ticket_id: uuid,
      display_code: z.string(),
      type_name: z.string(),
      is_checked_in: z.boolean().describe('It came in before'),
      is_inside: z.boolean().describe('It is used: whoever has it is inside'),
    })
    .meta({ id: 'GuestEntry' }),
);
