import { Transaction } from '@libs/kernel';

/** What the tills know about a night: asked before it is closed or deleted, in that transaction. */
export abstract class NightGate {
  /** Names of the registers whose session of this night is not closed. */
  abstract openSessions(tx: Transaction, nightId: string): Promise<string[]>;
  /** How many payments of this night's sales have nothing behind them that tells whether they were made. */
  abstract unknownPayments(tx: Transaction, nightId: string): Promise<number>;
  /** Whether anything was ever sold, cancelled or not. */
  abstract hasSales(tx: Transaction, nightId: string): Promise<boolean>;
}
