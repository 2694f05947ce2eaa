import { Transaction } from '@libs/kernel';
import { Sale, SaleFacts, SellingSession } from './sale';

/** The client-made id of a sale was used before, or by another request at this very moment. */
export class SaleIdUsed extends Error {}

/** A session to sell in, and what is already known under the sale's id. */
export interface LookUp {
  readonly session: SellingSession;
  readonly known: boolean;
}

/** What the register of a sale allows now. */
export type SessionOfSale = Pick<SellingSession, 'status' | 'allowedMethods' | 'primaryProvider'>;

export abstract class SaleRepository {
  /** The session as it is, without holding it. @throws DomainError `session.not_found` */
  abstract look(tx: Transaction, venueId: string, sessionId: string): Promise<SellingSession>;

  /**
   * The session, held open until the transaction ends: a close waits for this sale, or this sale finds it closed.
   * @param saleId made by the client, or undefined
   * @throws DomainError `session.not_found`
   */
  abstract lookUp(tx: Transaction, venueId: string, sessionId: string, saleId: string | undefined): Promise<LookUp>;

  /** Writes sale, lines, payments and events. @throws SaleIdUsed */
  abstract add(tx: Transaction, sale: Sale): Promise<void>;

  /** Whether the sale of this id is exactly this person's and of this content. */
  abstract isSame(
    tx: Transaction,
    saleId: string,
    venueId: string,
    employeeId: string,
    fingerprint: string,
  ): Promise<boolean>;

  /**
   * The sale, locked, and the session it lies in, held in its state until the transaction ends.
   * @throws DomainError `sale.not_found`
   */
  abstract lock(tx: Transaction, venueId: string, id: string): Promise<{ sale: Sale; session: SessionOfSale }>;

  abstract keepCancellation(tx: Transaction, sale: Sale): Promise<void>;

  /** Replaces the payments and keeps a record of what they were. */
  abstract keepPayments(tx: Transaction, before: SaleFacts, sale: Sale, at: Date): Promise<void>;

  /**
   * Pesos this person gave away in this night; others who ask for the same wait until the transaction ends, so that
   * two courtesies cannot both fit into what is left of one budget.
   */
  abstract courtesySpent(tx: Transaction, nightId: string, employeeId: string): Promise<number>;
}
