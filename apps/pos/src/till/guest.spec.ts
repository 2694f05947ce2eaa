import { counts, forGuest, forNobody, type TillGuest, walletShare, walletStand } from './guest';

const NOW = Date.parse('2026-11-24T03:00:00Z');
const guest: TillGuest = {
  ...{ token: 'tok', customerId: 'c', firstName: 'Ana', isConfirmed: true },
  expiresAt: '2026-11-24T03:05:00Z',
  purse: { balance: 5_000, points: 40, isFrozen: false },
};
const cash: { method: string; amount: number; wallet_token?: string } = { method: 'cash', amount: 1_000 };

describe('a guest at the till', () => {
  it('sees what stays in the wallet, or how much is missing', () => {
    expect(walletStand(guest, 4_200, NOW)).toEqual({ kind: 'enough', balance: 5_000, after: 800 });
    expect(walletStand(guest, 5_000, NOW)).toEqual({ kind: 'enough', balance: 5_000, after: 0 });
    expect(walletStand(guest, 7_350, NOW)).toEqual({ kind: 'short', balance: 5_000, missing: 2_350 });
  });

  it('pays nothing from a wallet that is empty, frozen, of an unconfirmed card, or shown too long ago', () => {
    const purse = { balance: 5_000, points: 0, isFrozen: true };
    expect(walletStand(null, 1, NOW)).toEqual({ kind: 'nobody' });
    expect(walletStand({ ...guest, purse }, 1, NOW)).toEqual({ kind: 'frozen' });
    expect(walletStand({ ...guest, purse: { ...purse, balance: 0, isFrozen: false } }, 1, NOW)).toEqual({
      kind: 'empty',
    });
    expect(walletStand({ ...guest, isConfirmed: false, purse: null }, 1, NOW)).toEqual({ kind: 'unconfirmed' });
    expect(walletStand(guest, 1, Date.parse(guest.expiresAt))).toEqual({ kind: 'over' });
  });

  it('gives what it has in whole tens when the rest is paid in another way', () => {
    expect(walletShare(5_437)).toBe(5_430);
    expect(walletShare(9)).toBe(0);
  });

  it('is named in the sale, once, and not when the QR is too old', () => {
    expect(forGuest({ payments: [cash] }, guest, NOW)).toEqual({ payments: [cash], customer_token: 'tok' });
    const byWallet = { payments: [{ ...cash, wallet_token: 'tok' }] };
    expect(forGuest(byWallet, guest, NOW)).toEqual(byWallet);
    expect(forGuest({ payments: [cash] }, guest, Date.parse(guest.expiresAt))).toEqual({ payments: [cash] });
    expect(forNobody({ payments: [cash], customer_token: 'tok' })).toEqual({ payments: [cash] });
    expect(counts(null, NOW)).toBe(false);
  });
});
