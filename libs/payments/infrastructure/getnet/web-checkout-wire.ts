import { wirePesos, wireText } from '../provider-facts';
import { z } from 'zod';

/** The answers of Web Checkout as far as they are used; unknown fields are tolerated. */
export const wireStatus = z.object({
  status: z.string().regex(/^[A-Z_]{1,40}$/),
  reason: wireText.nullish(),
  message: z.string().nullish(),
  date: z.string().max(40),
});
export type WireStatus = z.infer<typeof wireStatus>;

const wireAmount = z.object({ currency: z.string(), total: wirePesos });

const wirePayment = z.object({
  status: wireStatus,
  internalReference: wireText.nullish(),
  reference: z.string().nullish(),
  paymentMethodName: z.string().nullish(),
  issuerName: z.string().nullish(),
  amount: z.object({ from: wireAmount }).nullish(),
  refunded: z.boolean().nullish(),
  authorization: wireText.nullish(),
  processorFields: z.array(z.object({ keyword: z.string(), value: z.unknown() })).nullish(),
});
export type WirePayment = z.infer<typeof wirePayment>;

export const wireSession = z.object({
  requestId: wireText,
  status: wireStatus,
  request: z.object({
    payment: z.object({ reference: z.string(), amount: wireAmount }),
    expiration: z.string().nullish(),
  }),
  payment: z.array(wirePayment).nullish(),
});
export type WireSession = z.infer<typeof wireSession>;

export const wireCreated = z.object({ status: wireStatus, requestId: wireText, processUrl: z.string() });

export const wireEnvelope = z.object({ status: wireStatus });

export const wireReversal = z.object({
  status: wireStatus,
  payment: z.object({ internalReference: wireText.nullish() }).nullish(),
});

/** The order of the checks is the order of the fields: an unsigned message is told from one that is no notification. */
export const wireNotification = z.object({
  status: wireStatus,
  requestId: z.union([z.number().int().positive(), z.string().regex(/^\d{1,18}$/)]).transform(String),
  reference: z.string().min(1).max(32),
  signature: z.string().max(80).nullish(),
});
