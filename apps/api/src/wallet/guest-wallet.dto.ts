import { z } from 'zod';
import { WalletAccountRow } from '@libs/wallet/infrastructure';

/** What a till is told of a guest's wallet. */
export const guestWalletWire = z
  .object({
    balance: z.int().min(0).describe('In pesos'),
    points: z.int().min(0),
    is_frozen: z.boolean().describe('Nothing can be paid with it'),
  })
  .meta({ id: 'GuestWallet' });

export function toGuestWallet(accounts: readonly WalletAccountRow[]): z.output<typeof guestWalletWire> {
  const of = (asset: WalletAccountRow['asset']) => accounts.find((account) => account.asset === asset);
  return {
    balance: of('CLP')?.balance ?? 0,
    points: of('POINTS')?.balance ?? 0,
    is_frozen: (of('CLP')?.frozen_at ?? null) !== null,
  };
}
