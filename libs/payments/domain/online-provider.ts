import { DomainError, type Money, type Rut } from '@libs/kernel';

export type OnlineProviderName = 'getnet_web' | 'klap';

/** What a charge's reference may look like everywhere: the shortest limit of all providers is 32. */
export const CHARGE_REFERENCE = /^[A-Z0-9-]{1,32}$/;

/** Who pays; only what the payment page would ask for anyway. */
export interface Buyer {
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly rut?: Rut;
}

/** One attempt to collect one amount on a provider's page. A second attempt is another charge with another reference. */
export interface OnlineCharge {
  /** Ours, unique for each attempt, as {@link CHARGE_REFERENCE}. */
  readonly reference: string;
  readonly amount: Money;
  /** The value added tax contained in the amount; absent where the amount bears none. */
  readonly tax?: Money;
  /** What the guest reads on the page, up to 255 characters. */
  readonly description: string;
  readonly buyer?: Buyer;
  /** Where the guest comes back to, whatever happened: coming back proves nothing. */
  readonly returnUrl: string;
  /** Where the guest comes back to after giving up. */
  readonly cancelUrl: string;
  /** Where the provider tells the outcome, if it takes these addresses with the charge instead of by contract. */
  readonly notifyUrls: { readonly confirm: string; readonly reject: string };
  /** At least five minutes ahead. */
  readonly expiresAt: Date;
  /** The guest's, as the provider's fraud checks want them. */
  readonly ip: string;
  readonly userAgent: string;
}

export interface ChargeBegun {
  /** The provider's id of the charge. */
  readonly externalId: string;
  /** The page that the guest is sent to. */
  readonly payUrl: string;
}

/** What may be kept of a card. Its number never enters these types. */
export interface CardFacts {
  readonly authorizationCode: string | null;
  readonly last4: string | null;
  readonly cardBrand: string | null;
  readonly cardType: 'credit' | 'debit' | 'prepaid' | null;
  /** The provider's id of the card transaction inside the charge; a refund may need it. */
  readonly internalReference: string | null;
}

/**
 * pending: may still be paid, or is being paid · approved: paid · declined, cancelled, expired: not paid and can no
 * longer be · reversed: was paid, and some or all of it went back (see `refundedAmount`).
 */
export type ProviderState = 'pending' | 'approved' | 'declined' | 'cancelled' | 'expired' | 'reversed';

/** What the provider says of a charge when asked. Its amount and reference are to be compared before it is believed. */
export interface ProviderStatus extends CardFacts {
  readonly state: ProviderState;
  /** What was paid; while nothing is, what is asked for. */
  readonly amount: Money;
  readonly currency: string;
  readonly reference: string;
  /** Null when the provider does not say how much went back. */
  readonly refundedAmount: Money | null;
  /** The provider took the payment back by itself, since its confirmation was not answered in time. */
  readonly reversedByProvider: boolean;
  /** The provider's own words, for a person who has to find out what happened. Chosen fields, nothing of the card. */
  readonly evidence: Readonly<Record<string, string>>;
}

export type CancelOutcome =
  /** Nobody can pay this charge any more. */
  | 'cancelled'
  /** It is paid, or being paid. */
  | 'too_late'
  /** The provider has no such act: the charge runs out by itself, and a confirmation of it is to be refused. */
  | 'not_offered';

export interface RefundRequest {
  readonly externalId: string;
  readonly internalReference: string | null;
  readonly amount: Money;
  /** The whole payment: tells a full refund from a partial one. */
  readonly total: Money;
}

/** `unknown` may have been done: it is never sent again before {@link OnlineProvider.statusOf} has been asked. */
export type RefundOutcome =
  | { readonly outcome: 'done'; readonly reference: string | null }
  | { readonly outcome: 'refused'; readonly reason: string }
  | { readonly outcome: 'unknown'; readonly reason: string };

/** A message that came to one of our addresses; anyone may have sent it. */
export interface IncomingNotice {
  /** Which address it came to; a provider with a single address knows only `notification`. */
  readonly channel: 'notification' | 'confirm' | 'reject';
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly rawBody: Uint8Array;
}

export type ProviderNotice =
  { readonly kind: 'forged'; readonly why: 'unreadable' | 'unsigned' | 'bad_signature' } | GenuineNotice;

/** Signed by the provider. The signature need not cover amount and reference: both are to be compared with the charge. */
export interface GenuineNotice extends CardFacts {
  readonly kind: 'notice';
  readonly externalId: string;
  readonly reference: string;
  readonly claims: 'paid' | 'not_paid' | 'undecided';
  readonly amount: Money | null;
  readonly at: Date | null;
  /** The same for every copy of one notice. */
  readonly noticeId: string;
}

/**
 * A payment page in the internet, run by somebody else. Every method but `readNotice` asks over the network and throws
 * {@link ProviderUnreachable} or {@link ProviderRefused}, except where its result has a word for it.
 */
export abstract class OnlineProvider {
  abstract readonly name: OnlineProviderName;

  /**
   * What makes a payment ours: `by_query`, a notice is only a hint to call `statusOf`; `by_notice`, our answer to the
   * notice commits the payment, and no answer in ten seconds takes it back (`statusOf` still says pending meanwhile).
   */
  abstract readonly commits: 'by_query' | 'by_notice';

  /** Opens a charge. After {@link ProviderUnreachable} nobody holds its page, so that a new one may be begun. */
  abstract begin(charge: OnlineCharge): Promise<ChargeBegun>;

  abstract statusOf(externalId: string): Promise<ProviderStatus>;

  /** Safe to repeat. */
  abstract cancel(externalId: string): Promise<CancelOutcome>;

  /** Never throws a provider's failure: what is not known is `unknown`. Not safe to repeat. */
  abstract refund(request: RefundRequest): Promise<RefundOutcome>;

  /** Checks the signature before anything else is read from it. */
  abstract readNotice(incoming: IncomingNotice): ProviderNotice;
}

/** Nothing is known: not whether the request arrived, nor what came of it. */
export class ProviderUnreachable extends DomainError {
  constructor(
    provider: OnlineProviderName,
    readonly why: 'timeout' | 'network' | 'redirected' | 'server_error' | 'not_json' | 'too_large' | 'unreadable',
  ) {
    super('payment.provider_unreachable', 'unavailable', { provider, why });
  }
}

/** A certain no. `providerCode` is the provider's, or `credentials` when it does not accept who we are. */
export class ProviderRefused extends DomainError {
  constructor(
    provider: OnlineProviderName,
    readonly providerCode: string,
  ) {
    super('payment.provider_refused', 'unprocessable', { provider, providerCode });
  }
}
