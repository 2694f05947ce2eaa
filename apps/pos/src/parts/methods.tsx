import { IconCash, IconCreditCard, IconTransfer, IconWallet } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Register } from '../app/wire';
import { type Method, METHODS } from '../till/split';

const ICONS = { card: IconCreditCard, cash: IconCash, transfer: IconTransfer, wallet: IconWallet };

/** The sign of a way to pay. */
export function MethodIcon({ method, size = 24 }: { readonly method: Method; readonly size?: number }): ReactNode {
  const Icon = ICONS[method];
  return <Icon size={size} stroke={1.7} aria-hidden />;
}

/** The ways to pay that a register takes, in the order of the design. */
export function methodsOf(register: Register | undefined): readonly Method[] {
  return METHODS.filter((method) => register?.allowed_methods.includes(method));
}
