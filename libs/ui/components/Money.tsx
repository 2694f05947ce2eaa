import type { ReactNode } from 'react';
import { formatCLP } from '../format/clp';

export type MoneySize = 'body' | 'price' | 'total' | 'change' | 'due' | 'kpi';

interface MoneyProps {
  /** Whole pesos. */
  readonly pesos: number;
  /** `body` inherits the text around it; the others are the sizes of the design. */
  readonly size?: MoneySize;
  /** A price that no longer holds. */
  readonly struck?: boolean;
}

/** An amount of pesos: `<Money pesos={24700} size="total" />` */
export function Money({ pesos, size = 'body', struck = false }: MoneyProps): ReactNode {
  const className = `n-money n-money--${size}`;
  return struck ? (
    <s className={className}>{formatCLP(pesos)}</s>
  ) : (
    <span className={className}>{formatCLP(pesos)}</span>
  );
}
