import { DomainEvent, Transaction } from '@libs/kernel';
import { Customer } from './customer';

/** Keeps customers, and writes down what happened to them. */
export abstract class CustomerRepository {
  /** @throws DomainError `customer.already_registered` */
  abstract insert(tx: Transaction, customer: Customer): Promise<void>;
  abstract findByEmail(venueId: string, email: string): Promise<Customer | undefined>;
  abstract find(uuid: string): Promise<Customer | undefined>;
  /** Locks the row until the end of the transaction. @throws DomainError `customer.unknown` */
  abstract lock(tx: Transaction, uuid: string): Promise<Customer>;
  /** @throws DomainError `customer.already_registered` when the new address is another account's */
  abstract update(tx: Transaction, customer: Customer, at: Date): Promise<void>;
}

export interface Session {
  readonly id: string;
  readonly customerId: string;
  readonly tokenVersion: number;
  readonly expiresAt: Date;
}

/** What became of an attempt to renew. */
export type Renewal =
  /** `token` is the successor: the one that was offered, or within the grace the one that another request got. */
  | { readonly kind: 'renewed'; readonly session: Session; readonly token: string }
  /** A token came twice: somebody else holds a copy. The session has ended. */
  | { readonly kind: 'reused'; readonly session: Session; readonly venueId: string }
  | { readonly kind: 'invalid' };

/** Keeps logins and their refresh tokens. Tokens are kept as hashes. */
export abstract class SessionBook {
  abstract open(tx: Transaction, session: Session, token: string, at: Date): Promise<void>;
  /** Replaces a token by its successor, in one step: of eight at once one gets through, the others get the same successor. */
  abstract renew(tx: Transaction, token: string, successor: string, at: Date): Promise<Renewal>;
  /** Ends the login that this token belongs to. An unknown token ends nothing. */
  abstract end(tx: Transaction, token: string, at: Date): Promise<void>;
  /** Ends every login of a customer. */
  abstract endAll(tx: Transaction, customerId: string, at: Date): Promise<void>;
}

export type ChallengeKind = 'registration' | 'reset' | 'email';

export interface Challenge {
  readonly kind: ChallengeKind;
  readonly venueId: string;
  readonly email: string;
  /** Whoever asked holds it. */
  readonly handle: string;
  /** Null where no mail goes out: then no code is right. */
  readonly code: string | null;
  /** What the right code gives, kept encrypted. */
  readonly payload: string;
  readonly expiresAt: Date;
}

/** Keeps what is waiting for a code from a mail. */
export abstract class ChallengeBook {
  /** @returns how many this address got within the last hour, this one included */
  abstract insert(tx: Transaction, challenge: Challenge, at: Date): Promise<number>;
  /** Counts a try and takes the challenge when the code is right, in one step. @returns its payload, once */
  abstract take(tx: Transaction, kind: ChallengeKind, handle: string, code: string, at: Date): Promise<string | null>;
  /** Nothing that waits for this address counts any more. */
  abstract forget(tx: Transaction, venueId: string, email: string): Promise<void>;
}

/** Counts wrong passwords of an account from an address, whether there is such an account or not. */
export abstract class LoginAttempts {
  /** Counts a try before its outcome is known. @throws DomainError `customer.locked` (facts retryAfterS) */
  abstract reserve(tx: Transaction, key: string, at: Date): Promise<void>;
  abstract forgive(tx: Transaction, key: string): Promise<void>;
}

/** Keeps what happened for whoever wants to know, in the transaction in which it happened. */
export abstract class Journal {
  abstract write(tx: Transaction, events: readonly DomainEvent[]): Promise<void>;
}
