import { z } from 'zod';
import { pesos, uuid } from '@libs/platform';

export const soldEntriesWire = z
  .object({
    items: z.array(
      z.object({
        id: uuid,
        name: z.string().describe('What kind of entry'),
        paid_amount: pesos,
        ticket_id: uuid,
        display_code: z.string(),
        qr: z.string().describe('Whoever has it comes in'),
        is_void: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'SoldEntries' });
