/** Whether somebody on a list may be let in, and if not, why. */
export type GuestState = 'open' | 'arrived' | 'must_pay' | 'over' | 'closed';

interface OnList {
  readonly left: number;
  readonly price: number | null;
  readonly expires_at: string | null;
  readonly is_active: boolean;
}

/** As the list stands; the server has the last word. */
export function guestState(
  { left, price, expires_at: expiresAt, is_active: isActive }: OnList,
  nowMs: number,
): GuestState {
  if (left <= 0) return 'arrived';
  if (!isActive) return 'closed';
  if (expiresAt !== null && new Date(expiresAt).getTime() <= nowMs) return 'over';
  return price === null ? 'open' : 'must_pay';
}
