import { Actor, Transaction } from '@libs/kernel';

/** Chance that nobody can guess. */
export abstract class Chance {
  /** 256 bits, for a handle or a refresh token. */
  abstract newToken(): string;
  abstract bytes(count: number): Uint8Array;
}

/** Slow hashes for passwords. */
export abstract class PasswordHasher {
  abstract hash(password: string): Promise<string>;
  /** @param hash null takes as long as a real one and is never right, so that time does not tell who exists */
  abstract matches(hash: string | null, password: string): Promise<boolean>;
}

/** What an access token says. */
export interface AccessClaims {
  readonly customerId: string;
  readonly sessionId: string;
  readonly tokenVersion: number;
}

/** Makes the short-lived tokens that requests carry. */
export abstract class AccessTokens {
  abstract issue(claims: AccessClaims): string;
}

/** What a mail says; its words belong to who sends it. */
export interface Mail {
  readonly kind:
    | 'confirm_address'
    | 'already_registered'
    | 'reset_password'
    | 'password_changed'
    | 'new_address'
    | 'address_changed'
    | 'entry_offered';
  readonly to: string;
  readonly language: 'es' | 'en';
  readonly venueName: string;
  /** As a person types it. */
  readonly code?: string;
}

/** Brings mails on their way. */
export abstract class Mailer {
  /** @throws DomainError `mail.unavailable` when this house cannot send mail */
  abstract check(): void;
  /** Returns at once; call it after the commit. What cannot be sent is tried again for a while, then given up. */
  abstract post(mail: Mail): void;
}

export interface House {
  readonly id: string;
  readonly name: string;
}

/** What customers need to know of the houses. */
export abstract class Houses {
  /**
   * @param venueId undefined means the only one there is
   * @throws DomainError `customer.venue_unknown`, `customer.venue_missing`
   */
  abstract find(venueId: string | undefined): Promise<House>;
}

/** What another context keeps of a customer: a wallet, tickets, a coat. */
export interface CustomerHolding {
  /** Under this name it stands in the export. */
  readonly name: string;
  /**
   * Whether something is left that has to be settled first. The customer's row is locked meanwhile: who gives a customer
   * something locks it too, so that nothing arrives between this question and the end of the account.
   */
  isLeft(tx: Transaction, customerId: string): Promise<boolean>;
  /** How many things of value the customer would lose with the account; for who keeps such things. */
  wouldLose?(tx: Transaction, customerId: string): Promise<number>;
  /** Everything that is kept about the customer, as JSON. */
  records(customerId: string): Promise<unknown>;
}

/** All that other contexts keep of customers. They add themselves at the start. */
export class CustomerHoldings {
  private readonly holdings: CustomerHolding[] = [];

  add(holding: CustomerHolding): void {
    this.holdings.push(holding);
  }

  /** @returns the names of those where something is left */
  async left(tx: Transaction, customerId: string): Promise<string[]> {
    const names: string[] = [];
    for (const holding of this.holdings) if (await holding.isLeft(tx, customerId)) names.push(holding.name);
    return names;
  }

  /** @returns how many things of value would be lost, by the names of those who keep them; only what is not nothing */
  async wouldLose(tx: Transaction, customerId: string): Promise<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (const holding of this.holdings) {
      const count = (await holding.wouldLose?.(tx, customerId)) ?? 0;
      if (count > 0) counts[holding.name] = count;
    }
    return counts;
  }

  async records(customerId: string): Promise<Record<string, unknown>> {
    const all: Record<string, unknown> = {};
    for (const holding of this.holdings) all[holding.name] = await holding.records(customerId);
    return all;
  }
}

/** Who asks, from where, and in which language the answer by mail is to be. */
export interface Asker {
  readonly ip: string | null;
  readonly language: 'es' | 'en';
}

/** Where refused guests are kept, and shown to the supervisor. */
export abstract class RefusalDesk {
  /** Outside of any transaction: it stays although nothing else happened. @param reason a stable code */
  abstract note(actor: Actor, reason: string): Promise<void>;
}

export abstract class Approvals {
  /**
   * Takes another person's yes, once. @returns who said it
   * @throws DomainError `step_up.required`, `step_up.invalid` (forbidden)
   */
  abstract use(tx: Transaction, token: string | undefined, permission: string, actor: Actor): Promise<string>;
}
