import { Injectable } from '@nestjs/common';
import { Transaction } from '@libs/kernel';
import { agrees, chargedByTerminal, ChargeSum, Operation, sumOf, TerminalTotals } from '../domain';
import { Findings } from './ports';
import { BookedCharge, TerminalBook } from './reconcile-terminal';

/** Compares how many charges the terminal counts, and their sum, with our books. A difference is listed for a person. */
@Injectable()
export class ReconcileTotals {
  constructor(
    private readonly book: TerminalBook,
    private readonly findings: Findings,
  ) {}

  async execute(tx: Transaction, operation: Operation, totals: TerminalTotals, at: Date): Promise<void> {
    const told = chargedByTerminal(totals);
    if (!told) return;
    const charges = await this.book.sinceLastClose(tx, operation);
    const kept = charged(charges.filter(({ isRefunded }) => !isRefunded));
    const givenBack = charged(charges.filter(({ isRefunded }) => isRefunded));
    if (agrees(told, kept, givenBack)) return;
    const { agentId, venueId } = operation;
    const facts = {
      ...{ agent_id: agentId, count: told.count, amount: told.amount },
      ...{ booked_count: kept.count, booked_amount: kept.amount },
    };
    const batch = await this.book.lastClose(tx, operation);
    const sums = [told, kept, givenBack].map(({ count, amount }) => `${String(count)}/${String(amount)}`);
    await this.findings.add(
      tx,
      {
        ...{ venueId, kind: 'close_differs', intentId: null, refundId: null, registerSessionId: null, facts },
        // Asked for twice, the same difference is the same finding.
        subject: [agentId, batch ?? 'first', ...sums].join(':'),
        amount: Math.abs(told.amount - kept.amount),
      },
      at,
    );
  }
}

function charged(charges: readonly BookedCharge[]): ChargeSum {
  return sumOf(charges.flatMap(({ chargedAmount: amount }) => (amount === null ? [] : [{ count: 1, amount }])));
}
