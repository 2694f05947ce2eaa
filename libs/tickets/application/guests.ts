import { Actor, Transaction } from '@libs/kernel';

/** A guest with an account, as the bar sees them. */
export interface GuestAtBar {
  readonly customerId: string;
  readonly firstName: string;
  /** Stands for the guest in this session for some minutes: never log it. */
  readonly token: string;
  readonly expiresAt: Date;
  /** False for a card until another person saw that it is theirs: until then their tickets are nobody's business. */
  readonly isConfirmed: boolean;
}

/** The guests' own codes, which come through the same scanner as tickets. */
export abstract class Guests {
  /** Whether it looks like a guest's code, and so like no ticket's. */
  abstract reads(text: string): boolean;

  /** Keeps the account from ending until the transaction does. @throws DomainError `customer.unknown` (not_found) */
  abstract hold(tx: Transaction, venueId: string, customerId: string): Promise<void>;

  /** Uses the code up. @returns why not, a stable code, when it is not good; that is written down already */
  abstract recognise(actor: Actor, text: string): Promise<GuestAtBar | string>;
}
