import { z } from 'zod';

/** What the simulated Web Checkout accepts, written down apart from the adapter, so that each checks the other. */
export const wireAuth = z.object({
  auth: z.object({ login: z.string(), tranKey: z.string(), nonce: z.base64(), seed: z.iso.datetime({ offset: true }) }),
});

export const wireSessionRequest = z.object({
  locale: z.string().regex(/^[a-z]{2}_[A-Z]{2}$/),
  buyer: z
    .object({
      name: z.string(),
      surname: z.string(),
      email: z.email(),
      documentType: z.literal('CLRUT').optional(),
      document: z
        .string()
        .regex(/^[\d.]+-[\dkK]$/)
        .optional(),
    })
    .optional(),
  payment: z.object({
    reference: z.string().min(1).max(32),
    description: z.string().min(1).max(255),
    amount: z.object({
      currency: z.literal('CLP'),
      total: z.number().int().positive(),
      taxes: z.array(z.object({ kind: z.string(), amount: z.number(), base: z.number() })).optional(),
    }),
    allowPartial: z.literal(false),
  }),
  expiration: z.iso.datetime({ offset: true }).optional(),
  returnUrl: z.url(),
  cancelUrl: z.url().optional(),
  ipAddress: z.string().min(2).max(45),
  userAgent: z.string().min(1),
});
export type SessionRequest = z.infer<typeof wireSessionRequest>;

export const wireReverse = z.object({
  internalReference: z.number().int(),
  action: z.literal('reverse').default('reverse'),
  amount: z.object({ currency: z.literal('CLP'), total: z.number().int().positive() }).optional(),
});

export interface Status {
  readonly status: string;
  readonly reason: string | number;
  readonly message: string;
  readonly date: string;
}

/** The envelope of every no. */
export function failed(reason: string | number, message: string, now: Date): { status: Status } {
  return { status: { status: 'FAILED', reason, message, date: stamp(now) } };
}

/** ISO-8601 to the second with an offset, as the service writes it. */
export function stamp(time: Date): string {
  return time.toISOString().replace(/\.\d{3}Z$/, '+00:00');
}
