import { Injectable } from '@nestjs/common';
import { Transaction } from '@libs/kernel';
import { Charge, FindingKind, NO_CHARGE_FACTS, Operation } from '../domain';
import { Findings } from './ports';
import { IntentRepository } from './repositories';

/** A sale in the terminal's own list. */
interface TerminalSale {
  readonly ticket?: string | null;
  readonly amount?: number | null;
  readonly operation_number?: number | null;
  readonly authorization_code?: string | null;
  readonly last4?: string | null;
  readonly card_brand?: string | null;
  readonly card_type?: string | null;
}

export interface BookedCharge {
  readonly intentId: string;
  readonly registerSessionId: string;
  readonly reference: string;
  readonly amount: number;
  readonly status: string;
  /** Pesos that the terminal charged as far as we know; null when it did not, or nobody can tell. */
  readonly chargedAmount: number | null;
  /** The whole of it: the terminal may list it no more. */
  readonly isRefunded: boolean;
}

export abstract class TerminalBook {
  /**
   * Our attempts at the operation's terminal between its last close and the operation, whatever became of them. A report
   * may come late: what the terminal did after it was asked is not part of its answer.
   */
  abstract sinceLastClose(tx: Transaction, operation: Operation): Promise<readonly BookedCharge[]>;
  /** The terminal's last close before the operation; null when it was never closed by us. */
  abstract lastClose(tx: Transaction, operation: Operation): Promise<string | null>;
}

/**
 * Compares the terminal's list of sales with our books. What the terminal charged and we did not know becomes known; every
 * other difference is listed for a person.
 */
@Injectable()
export class ReconcileTerminal {
  constructor(
    private readonly book: TerminalBook,
    private readonly intents: IntentRepository,
    private readonly findings: Findings,
  ) {}

  async execute(tx: Transaction, operation: Operation, list: readonly TerminalSale[], at: Date): Promise<void> {
    const booked = new Map((await this.book.sinceLastClose(tx, operation)).map((one) => [one.reference, one]));
    for (const sale of list) await this.compare(tx, operation, sale, booked.get(sale.ticket ?? ''), at);
    const listed = new Set(list.map((sale) => sale.ticket));
    for (const one of booked.values()) {
      if (one.status !== 'APPROVED' || one.isRefunded || listed.has(one.reference)) continue;
      await this.list(tx, operation, 'only_in_books', one.intentId, one, one.amount, { ticket: one.reference }, at);
    }
  }

  private async compare(
    tx: Transaction,
    operation: Operation,
    sale: TerminalSale,
    booked: BookedCharge | undefined,
    at: Date,
  ): Promise<void> {
    const facts = { ticket: sale.ticket, operation_number: sale.operation_number, amount: sale.amount };
    if (!booked) {
      const subject = `${operation.agentId}:${sale.ticket ?? ''}:${String(sale.operation_number ?? '')}`;
      await this.list(tx, operation, 'only_at_terminal', subject, undefined, sale.amount ?? null, facts, at);
    } else if (booked.status === 'APPROVED') {
      if (sale.amount === null || sale.amount === undefined || sale.amount === booked.amount) return;
      const both = { ...facts, booked_amount: booked.amount };
      await this.list(tx, operation, 'totals_differ', booked.intentId, booked, sale.amount, both, at);
    } else {
      const intent = await this.intents.lock(tx, booked.intentId);
      intent.hear({ outcome: 'approved', reason: null, charge: chargeOf(sale) }, 'agent', at);
      await this.intents.save(tx, intent);
    }
  }

  private list(
    tx: Transaction,
    operation: Operation,
    kind: FindingKind,
    subject: string,
    booked: BookedCharge | undefined,
    amount: number | null,
    facts: Record<string, unknown>,
    at: Date,
  ): Promise<void> {
    const { venueId } = operation;
    const about = { intentId: booked?.intentId ?? null, registerSessionId: booked?.registerSessionId ?? null };
    const told = { ...facts, agent_id: operation.agentId };
    return this.findings.add(tx, { venueId, kind, subject, refundId: null, amount, facts: told, ...about }, at);
  }
}

function chargeOf(sale: TerminalSale): Charge {
  return {
    ...NO_CHARGE_FACTS,
    amount: sale.amount ?? null,
    authorizationCode: sale.authorization_code ?? null,
    operationNumber: sale.operation_number ?? null,
    last4: sale.last4 ?? null,
    cardBrand: sale.card_brand ?? null,
    cardType: sale.card_type ?? null,
  };
}
