import { Actor, DomainEvent, Transaction } from '@libs/kernel';
import { IntentFacts, NewFinding, OnlineProvider, OnlineProviderName, ProviderName } from '../domain';

/** What payments needs of others, in the words of payments. Implemented in infrastructure by calling them. */

/** A sale as the till would place it: the body of `POST /sales`. */
export type SaleDraft = Readonly<Record<string, unknown>>;

export interface DraftPayment {
  readonly method: string;
  readonly amount: number;
  readonly intentId: string | null;
}

/** What the till's sale comes to, when it was checked as if it were placed now. */
export interface CheckedDraft {
  readonly saleId: string;
  readonly nightId: string;
  readonly registerId: string;
  /** Which products and how many: another cart needs another intent. */
  readonly cart: string;
  readonly payments: readonly DraftPayment[];
  /** The sale without its guest's token, which is good for minutes only and nobody else's to have. */
  readonly kept: SaleDraft;
  /** The guest whom the token told. */
  readonly guestId: string | null;
  readonly primaryProvider: ProviderName | null;
  readonly backupProvider: ProviderName | null;
}

export abstract class Tills {
  /**
   * Checks session, products, prices and that the payments add up, and holds the session open until the transaction ends.
   * @throws DomainError those of placing a sale
   */
  abstract check(tx: Transaction, actor: Actor, draft: SaleDraft): Promise<CheckedDraft>;

  /**
   * @param registerSessionId null where a customer pays alone: then only who may read all payments is no stranger
   * @throws DomainError `session.not_found` when it is not of the venue, `session.not_yours`
   */
  abstract refuseStranger(actor: Actor, registerSessionId: string | null): Promise<void>;

  /**
   * The till at which an order is paid, held open until the transaction ends.
   * @throws DomainError those of serving an order at a till
   */
  abstract serve(tx: Transaction, actor: Actor, registerSessionId: string): Promise<OrderTill>;

  /**
   * Cash for an order goes into the drawer. @returns the movement's id
   * @throws DomainError those of serving an order at a till
   */
  abstract takeCash(
    tx: Transaction,
    actor: Actor,
    cash: { sessionId: string; amount: number; reason: string },
  ): Promise<string>;

  /**
   * Places the draft as who began it, exactly once. An answer of no is a no for good.
   * @returns the code of why it cannot be placed, or null when the sale stands
   */
  abstract place(seller: Seller, draft: SaleDraft): Promise<string | null>;
}

export interface OrderTill {
  readonly registerId: string;
  readonly nightId: string;
  readonly primaryProvider: ProviderName | null;
}

export interface Seller {
  readonly venueId: string;
  readonly employeeId: string;
  readonly employeeName: string;
  readonly deviceId: string | null;
}

export abstract class Approvals {
  /** @returns the id of who said yes @throws DomainError `step_up.required`, `step_up.invalid` (forbidden) */
  abstract use(tx: Transaction, token: string | undefined, permission: string, actor: Actor): Promise<string>;
}

export abstract class OnlineProviders {
  /** @throws DomainError `payment.provider_not_configured` (conflict) */
  abstract get(name: OnlineProviderName): OnlineProvider;
  abstract configured(): readonly OnlineProviderName[];
  /** Addresses for the guest and for the provider. */
  abstract addressesOf(intent: Pick<IntentFacts, 'id' | 'order'>): {
    readonly returnUrl: string;
    readonly cancelUrl: string;
    readonly notifyUrls: { readonly confirm: string; readonly reject: string };
  };
}

/** Hears that there may be work. */
export interface AgentBell {
  /** False when this instance knows that the agent has nothing to do: all was over, and nobody has called since. */
  readonly mayHaveWork: boolean;
  /** A look that began after {@link AgentSignal.listen} found that everything is over. A call since then counts more. */
  allIsOver(): void;
  /**
   * Resolves when there was a call since the last wait, after that many ms, or when `ended` resolves.
   * @returns false when it is certain that there is nothing to do: nobody called, and a call would have been heard
   */
  wait(ms: number, ended: Promise<unknown>): Promise<boolean>;
  stop(): void;
}

/** Wakes an agent that waits for work, at whichever instance it waits. */
export abstract class AgentSignal {
  /** Once the transaction has committed. */
  abstract wake(tx: Transaction, agentId: string): Promise<void>;
  /** From now on a call is not missed, also while the agent looks for work. */
  abstract listen(agentId: string): AgentBell;
}

export abstract class Findings {
  /** Listed once for each kind and subject. */
  abstract add(tx: Transaction, finding: NewFinding, at: Date): Promise<void>;
  /** @throws DomainError `finding.not_found`, `finding.resolved` (conflict) */
  abstract resolve(
    tx: Transaction,
    venueId: string,
    id: string,
    by: { resolution: string; reason: string; resolvedBy: string; authorizedBy: string; at: Date },
  ): Promise<{ kind: string; intentId: string | null; refundId: string | null }>;
}

export abstract class Journal {
  abstract write(tx: Transaction, events: readonly DomainEvent[]): Promise<void>;
}
