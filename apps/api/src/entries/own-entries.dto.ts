import { z } from 'zod';
import { instant, text, uuid } from '@libs/platform';

export const offerBody = z
  .strictObject({
    email: z
      .email()
      .max(200)
      .optional()
      .describe(
        'Where the code goes; the answer is the same whether the address has an account. Without it you get the code',
      ),
  })
  .meta({ id: 'OfferEntry' });
export const offeredWire = z
  .object({
    code: z.string().nullable().describe('Whoever types it gets the entry; null when it was mailed'),
    expires_at: instant,
  })
  .meta({ id: 'OfferedEntry' });
export const takeBody = z.strictObject({ code: text(40) }).meta({ id: 'TakeEntry' });
export const takenWire = z.object({ uuid }).meta({ id: 'TakenEntry' });

const to = z.enum(['wallet', 'original']).describe('original: back to the card, or to the wallet that paid');
export const refundBody = z.strictObject({ to }).meta({ id: 'RefundEntryOrder' });
export const staffRefundBody = z
  .strictObject({
    to,
    reason: text(200),
    step_up_token: text(100).optional().describe('Of POST /auth/step-up, for payment.refund'),
  })
  .meta({ id: 'StaffRefundEntryOrder' });
