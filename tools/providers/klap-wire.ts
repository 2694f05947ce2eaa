import { z } from 'zod';

/** What the simulated Klap accepts and the codes of its no, written down apart from the adapter. */
const wireOrderRequest = z.object({
  reference_id: z.string(),
  description: z.string().min(1),
  user: z
    .object({
      email: z.email(),
      rut: z.string().optional(),
      first_name: z.string().optional(),
      last_name: z.string().optional(),
    })
    .refine(({ first_name: first, last_name: last }) => (first === undefined) === (last === undefined))
    .optional(),
  amount: z.object({
    currency: z.literal('CLP'),
    total: z.number(),
    details: z.object({ subtotal: z.number(), fee: z.number(), tax: z.number() }).optional(),
  }),
  methods: z.array(z.string()),
  items: z.array(z.object({ name: z.string(), code: z.string(), price: z.number(), quantity: z.number() })).optional(),
  customs: z.array(z.object({ key: z.string(), value: z.string() })),
  urls: z.object({ return_url: z.url(), cancel_url: z.url() }),
  webhooks: z.object({ webhook_confirm: z.url().max(300), webhook_reject: z.url().max(300) }),
  generate_token: z.string().optional(),
});
export type OrderRequest = z.infer<typeof wireOrderRequest>;

export interface KlapNo {
  readonly code: string;
  readonly message: string;
}

const METHODS = ['tarjetas', 'sodexo', 'edenred', '*'];
const SMALLEST_TOTAL = 50;
const LARGEST_TOTAL = 99_999_999;

/** A request for an order, or the documented code of what is wrong with it. */
export function readOrderRequest(json: unknown): OrderRequest | KlapNo {
  const has = z.looseObject({ amount: z.looseObject({ total: z.unknown() }) }).safeParse(json);
  if (!has.success || has.data.amount.total === undefined) return { code: '400011', message: 'amount is required' };
  const parsed = wireOrderRequest.safeParse(json);
  if (!parsed.success) return { code: '400000', message: parsed.error.issues[0]?.message ?? 'request is not valid' };
  const { reference_id: reference, amount, methods, customs } = parsed.data;
  if (reference.length < 1 || reference.length > 100) return { code: '400003', message: 'reference_id is not valid' };
  if (new Set(methods).size !== methods.length) return { code: '400006', message: 'methods are not unique' };
  if (methods.length === 0 || !methods.every((method) => METHODS.includes(method))) {
    return { code: '400007', message: 'methods are not valid' };
  }
  const minutes = (method: string): number =>
    Number(customs.find(({ key }) => key === `${method}_expiration_minutes`)?.value);
  if (!methods.every((method) => minutes(method === '*' ? 'tarjetas' : method) > 0)) {
    return { code: '400009', message: 'expiration_minutes is required' };
  }
  const { total } = amount;
  if (!Number.isInteger(total) || total < SMALLEST_TOTAL || total > LARGEST_TOTAL) {
    return { code: '400010', message: 'amount is not valid' };
  }
  return parsed.data;
}

export function minutesToPay({ customs }: OrderRequest): number {
  return Number(customs.find(({ key }) => key.endsWith('_expiration_minutes'))?.value);
}

/** The refund's amount; null for the whole, undefined for a body that is no refund. */
export function readRefund(json: unknown): number | null | undefined {
  const parsed = z.object({ amount: z.number().int().positive().optional() }).safeParse(json);
  return parsed.success ? (parsed.data.amount ?? null) : undefined;
}
