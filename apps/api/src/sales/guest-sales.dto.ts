import { z } from 'zod';
import { instant, pesos, uuid } from '@libs/platform';
import { PAYMENT_METHODS } from '@libs/sales/application';
import { GuestSaleRow } from '@libs/sales/infrastructure';

export const guestSalesWire = z
  .array(
    z
      .object({
        id: z.int().describe('The number of its ticket, or of its first entry where it sold nothing else'),
        uuid,
        display_code: z.string(),
        ticket_uuid: uuid,
        placed_at: instant,
        night: z.object({ uuid, name: z.string() }),
        total_amount: pesos,
        tip_amount: pesos,
        is_courtesy: z.boolean(),
        is_cancelled: z.boolean().describe('What was paid from the wallet is there again'),
        lines: z.array(z.object({ name: z.string(), qty: z.int(), unit_price: pesos, total_amount: pesos })),
        payments: z.array(z.object({ method: z.enum(PAYMENT_METHODS), amount: pesos })),
      })
      .meta({ id: 'MySale' }),
  )
  .meta({ id: 'MySales' });

export function toGuestSales(rows: readonly GuestSaleRow[]): z.output<typeof guestSalesWire> {
  return rows.map(({ night_id, night_name, placed_at, payments, ...row }) => ({
    ...row,
    placed_at: placed_at.toISOString(),
    night: { uuid: night_id, name: night_name },
    payments: payments ?? [],
  }));
}
