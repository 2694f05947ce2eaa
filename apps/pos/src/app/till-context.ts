import { createContext, use } from 'react';
import type { Me, Register, Sale, Session } from './wire';

/** What every screen of an open till stands on. */
export interface Till {
  readonly me: Me;
  readonly session: Session;
  /** Undefined until the registers are known. */
  readonly register: Register | undefined;
  /** A sale whose answer came only after a reload. */
  readonly recovered: { readonly sale: Sale; readonly at: number } | null;
  /** Starts the blind close. */
  readonly close: () => void;
}

export const TillContext = createContext<Till | null>(null);

/** The till that is open, below the gate. */
export function useTill(): Till {
  const till = use(TillContext);
  if (!till) throw new Error('useTill needs an open till above it');
  return till;
}
