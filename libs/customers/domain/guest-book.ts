import { Actor, Transaction } from '@libs/kernel';
import { CodeFacts, GuestCode, GuestCodeKind } from './guest-code';

/** A guest whose code was good. */
export interface CodeHolder {
  readonly customerId: string;
  readonly name: string;
}

/** Keeps guests' codes, as hashes. */
export abstract class GuestCodeBook {
  /** One statement; what is long over goes along. */
  abstract addQr(customerId: string, code: string, expiresAt: Date, at: Date): Promise<void>;

  /**
   * The guest of this venue whose code it is. A QR is used up, in one step: of eight at once one gets through.
   * @returns what is wrong with it otherwise; undefined when the venue has no such code
   */
  abstract take(
    tx: Transaction,
    venueId: string,
    code: GuestCode,
    at: Date,
  ): Promise<{ readonly holder: CodeHolder } | { readonly facts: CodeFacts | undefined }>;

  /** Replaces the card that counted before. The customer's row is held by the caller. */
  abstract addCard(tx: Transaction, card: NewCard): Promise<void>;

  /** @returns whether there was one that counted */
  abstract revokeCard(tx: Transaction, customerId: string, by: string, at: Date): Promise<boolean>;
}

export interface NewCard {
  readonly id: string;
  readonly customerId: string;
  readonly code: string;
  readonly issuedBy: string;
  readonly at: Date;
}

/** A guest who was recognised at a station. */
export interface Recognition {
  readonly customerId: string;
  readonly source: GuestCodeKind;
  readonly station: string;
  readonly at: Date;
  readonly expiresAt: Date;
}

/** Who a token stands for, there and then. */
export interface RecognisedGuest extends CodeHolder {
  readonly source: GuestCodeKind;
  /** Of a card: whether another person saw that it is theirs. */
  readonly isConfirmed: boolean;
  readonly expiresAt: Date;
}

/** Why a token does not pay. */
export interface TokenFacts {
  readonly isUnconfirmed: boolean;
  readonly isActive: boolean;
}

/** Keeps who was recognised where. A token counts in the session and on the tablet that it was made in. */
export abstract class RecognitionBook {
  abstract open(tx: Transaction, recognition: Recognition, token: string, actor: Actor): Promise<void>;

  /** @returns undefined when the token does not count here and now */
  abstract find(tx: Transaction, actor: Actor, token: string, at: Date): Promise<RecognisedGuest | undefined>;

  /** Somebody else saw that the card is the guest's. @returns undefined when the token does not count here and now */
  abstract confirm(
    tx: Transaction,
    actor: Actor,
    token: string,
    by: string,
    at: Date,
    expiresAt: Date,
  ): Promise<RecognisedGuest | undefined>;

  /**
   * Uses the token up for one payment, in one step.
   * @returns why not; undefined facts when the token does not count here and now
   */
  abstract spend(
    tx: Transaction,
    actor: Actor,
    token: string,
    at: Date,
  ): Promise<{ readonly customerId: string } | { readonly facts: TokenFacts | undefined }>;
}
