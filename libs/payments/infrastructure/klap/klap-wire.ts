import { wirePesos, wireText } from '../provider-facts';
import { z } from 'zod';

/** Klap's answers as far as they are used; unknown fields are tolerated, most known ones may be missing. */
const wireOrderAmount = z.union([
  wirePesos.transform((total) => ({ currency: 'CLP', total })),
  z.object({ currency: z.string(), total: wirePesos }),
]);

export const wireCreated = z.object({ order_id: wireText, reference_id: z.string(), redirect_url: z.string() });

export const wireOrder = z.object({
  order_id: wireText,
  reference_id: z.string(),
  status: z.string().transform((word) => word.toLowerCase()),
  amount: wireOrderAmount,
  refundable_amount: wirePesos.nullish(),
  mc_code: wireText.nullish(),
  selected_method: z.object({ code: wireText.nullish(), name: z.string().nullish() }).nullish(),
  payment_details: z.array(z.object({ key: z.string(), value: wireText.nullish() })).nullish(),
});
export type WireOrder = z.infer<typeof wireOrder>;

export const wireRefund = z.object({
  order_id: wireText,
  amount: wirePesos,
  status: z.string().transform((word) => word.toLowerCase()),
  mc_code: wireText.nullish(),
});

export const wireError = z.object({
  code: wireText.nullish(),
  error_code: wireText.nullish(),
  message: z.string().nullish(),
});

export const wireConfirm = z.object({
  order_id: wireText,
  reference_id: z.string().min(1).max(100),
  amount: wirePesos.nullish(),
  mc_code: wireText.nullish(),
  card_type: z.string().nullish(),
  brand: z.string().nullish(),
  last_digits: wireText.nullish(),
});

export const wireReject = z.object({
  order_id: wireText,
  reference_id: z.string().min(1).max(100),
  code: wireText.nullish(),
});
