import { Money } from '@libs/kernel';

/** Into the drawer, out of it for an expense, or away to the safe. */
export const CASH_MOVEMENT_KINDS = ['in', 'out', 'drop'] as const;
export type CashMovementKind = (typeof CASH_MOVEMENT_KINDS)[number];

export interface CashMovement {
  readonly id: string;
  readonly sessionId: string;
  readonly kind: CashMovementKind;
  readonly amount: Money;
  readonly reason: string;
  readonly employeeId: string;
  readonly authorizedBy: string | null;
  readonly createdAt: Date;
}

/** Money that leaves for an expense above the tolerance needs another person's signature; a drop stays in the house. */
export function needsSignature(kind: CashMovementKind, amount: Money, tolerance: number): boolean {
  return kind === 'out' && amount.pesos > tolerance;
}
