import { ActorRef, AggregateRoot, DomainError, domainEvent, newId } from '@libs/kernel';

/** What a guest tells of themselves. */
export interface CustomerDetails {
  readonly name: string;
  readonly phone: string | null;
  /** As {@link Rut} keeps it; the guest's word, not proven. */
  readonly rut: string | null;
  /** `YYYY-MM-DD` */
  readonly birthDate: string | null;
}

export interface CustomerState extends CustomerDetails {
  readonly uuid: string;
  readonly venueId: string;
  /** Null once the account is deleted, like everything that tells who it was. */
  readonly email: string | null;
  readonly passwordHash: string | null;
  /** Tokens carry it; raising it ends them all. */
  readonly tokenVersion: number;
  readonly isActive: boolean;
  readonly termsAcceptedAt: Date;
  readonly marketingAcceptedAt: Date | null;
  readonly createdAt: Date;
  readonly deletedAt: Date | null;
}

export interface Consent {
  readonly kind: 'terms' | 'marketing';
  readonly granted: boolean;
  readonly at: Date;
}

/** Who acts and when. */
export interface Act {
  readonly by: ActorRef;
  readonly at: Date;
}

export interface NewCustomer extends CustomerDetails {
  readonly venueId: string;
  readonly email: string;
  readonly passwordHash: string;
  /** When the guest accepted the terms. */
  readonly termsAcceptedAt: Date;
  readonly acceptsMarketing: boolean;
}

/**
 * A guest with an account. Its events tell neither name nor address nor number: the audit trail keeps them for good, and a
 * guest may ask to be forgotten.
 */
export class Customer extends AggregateRoot {
  private given: Consent[] = [];

  private constructor(private current: CustomerState) {
    super();
  }

  static register({ acceptsMarketing, ...given }: NewCustomer, act: Act): Customer {
    const customer = new Customer({
      ...given,
      uuid: newId(act.at.getTime()),
      tokenVersion: 1,
      isActive: true,
      marketingAcceptedAt: acceptsMarketing ? given.termsAcceptedAt : null,
      createdAt: act.at,
      deletedAt: null,
    });
    const at = given.termsAcceptedAt;
    customer.given.push({ kind: 'terms', granted: true, at }, { kind: 'marketing', granted: acceptsMarketing, at });
    customer.tell('customers.registered', { accepts_marketing: acceptsMarketing }, act);
    return customer;
  }

  static restore(state: CustomerState): Customer {
    return new Customer(state);
  }

  get state(): CustomerState {
    return this.current;
  }

  get uuid(): string {
    return this.current.uuid;
  }

  /** Takes over what differs; nothing different, nothing told. */
  change(details: Partial<CustomerDetails>, acceptsMarketing: boolean | undefined, act: Act): void {
    const names = (Object.keys(details) as (keyof CustomerDetails)[]).filter(
      (name) => details[name] !== undefined && details[name] !== this.current[name],
    );
    if (names.length > 0) {
      this.current = { ...this.current, ...Object.fromEntries(names.map((name) => [name, details[name]])) };
      this.tell('customers.profile_changed', { fields: names.map((name) => FIELDS[name]) }, act);
    }
    if (acceptsMarketing === undefined || acceptsMarketing === (this.current.marketingAcceptedAt !== null)) return;
    this.current = { ...this.current, marketingAcceptedAt: acceptsMarketing ? act.at : null };
    this.given.push({ kind: 'marketing', granted: acceptsMarketing, at: act.at });
    this.tell('customers.consent_changed', { kind: 'marketing', granted: acceptsMarketing }, act);
  }

  /** Whoever is logged in anywhere is out. */
  setPassword(passwordHash: string, how: 'changed' | 'reset', act: Act): void {
    this.current = { ...this.current, passwordHash, tokenVersion: this.current.tokenVersion + 1 };
    this.tell(`customers.password_${how}`, {}, act);
  }

  /** The new address has proven itself. Whoever is logged in anywhere is out: the old mailbox opens nothing any more. */
  changeEmail(email: string, act: Act): void {
    this.current = { ...this.current, email, tokenVersion: this.current.tokenVersion + 1 };
    this.tell('customers.email_changed', {}, act);
  }

  /** The house shuts the account, at once and everywhere. */
  disable(reason: string, act: Act): void {
    if (!this.current.isActive) return;
    this.current = { ...this.current, isActive: false, tokenVersion: this.current.tokenVersion + 1 };
    this.tell('customers.disabled', { reason }, act);
  }

  /** @throws DomainError `customer.deleted` */
  enable(act: Act): void {
    if (this.current.deletedAt) throw new DomainError('customer.deleted', 'gone');
    if (this.current.isActive) return;
    this.current = { ...this.current, isActive: true };
    this.tell('customers.enabled', {}, act);
  }

  /** Forgets the person; what they bought stays under the id. */
  erase(act: Act): void {
    const nobody = { name: '—', email: null, phone: null, rut: null, birthDate: null, passwordHash: null };
    const tokenVersion = this.current.tokenVersion + 1;
    this.current = {
      ...this.current,
      ...nobody,
      tokenVersion,
      isActive: false,
      marketingAcceptedAt: null,
      deletedAt: act.at,
    };
    this.tell('customers.deleted', {}, act);
  }

  /** Hands over what was agreed to since the last call. The repository keeps it. */
  pullConsents(): Consent[] {
    const { given } = this;
    this.given = [];
    return given;
  }

  private tell(type: string, data: Record<string, unknown>, { by, at }: Act): void {
    const { venueId, uuid: subjectId } = this.current;
    this.record(domainEvent({ type, venueId, subjectId, actor: by, data, occurredAt: at }));
  }
}

/** How events name what changed: as the API does. */
const FIELDS: Readonly<Record<keyof CustomerDetails, string>> = {
  name: 'name',
  phone: 'phone',
  rut: 'rut',
  birthDate: 'birth_date',
};
