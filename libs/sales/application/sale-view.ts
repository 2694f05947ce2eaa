import { Transaction } from '@libs/kernel';
import { PaymentMethod } from '../domain';

/** A sale as people see it. Plain data that survives JSON; amounts in pesos, times ISO-8601 UTC. */
export interface SaleView {
  readonly id: string;
  readonly registerSessionId: string;
  readonly registerName: string;
  readonly nightId: string;
  readonly placedAt: string;
  /** Whose it is; null for somebody who told nobody. */
  readonly customerId: string | null;
  readonly employee: { readonly id: string; readonly name: string };
  readonly lines: readonly SaleLineView[];
  readonly payments: readonly PaymentView[];
  readonly totalAmount: number;
  readonly ivaAmount: number;
  readonly tipAmount: number;
  readonly cashRounding: number;
  readonly changeAmount: number;
  readonly isCourtesy: boolean;
  readonly courtesyReason: string | null;
  readonly isTest: boolean;
  readonly noRevenue: boolean;
  readonly isCancelled: boolean;
  readonly cancelledAt: string | null;
  readonly cancelReason: string | null;
  readonly inventoryApplied: boolean;
  readonly ticket: SaleTicketView | null;
}

export interface SaleLineView {
  readonly id: string;
  readonly productId: string;
  readonly name: string;
  readonly unitPrice: number;
  readonly listPrice: number;
  readonly qty: number;
  readonly totalAmount: number;
  readonly note: string | null;
}

export interface PaymentView {
  readonly id: string;
  readonly method: PaymentMethod;
  readonly amount: number;
  readonly tenderedAmount: number | null;
  readonly changeAmount: number;
  readonly roundingAmount: number;
  readonly reference: string | null;
  /** The payment intent behind a card payment that a provider took. */
  readonly intentId: string | null;
}

export interface SaleTicketView {
  readonly id: string;
  readonly displayCode: string;
  /** Only when the ticket is made or printed. */
  readonly qr: string | null;
  readonly status: 'OPEN' | 'PARTIAL' | 'DELIVERED' | 'VOID';
  readonly printCount: number;
  readonly items: readonly {
    readonly id: string;
    readonly name: string;
    readonly qty: number;
    readonly deliveredQty: number;
    readonly note: string | null;
  }[];
}

export abstract class SaleReader {
  /** The sale as this transaction sees it. @throws DomainError `sale.not_found` */
  abstract view(tx: Transaction, venueId: string, saleId: string): Promise<SaleView>;
}
