interface EnterSearch {
  /** Where to go once logged in, a path of this app. */
  readonly next?: string;
  /** What was just done, to be said above the form. */
  readonly done?: 'reset';
}

/** What may stand behind the question mark of the entrance; whatever else is there counts as nothing. */
export function readSearch({ next, done }: Record<string, unknown>): EnterSearch {
  const isOwnPath = typeof next === 'string' && /^\/(?![/\\])/.test(next);
  return { ...(isOwnPath ? { next } : {}), ...(done === 'reset' ? { done } : {}) };
}

interface PaidSearch {
  /** What was to be paid, in the words of the payments. */
  readonly kind: 'top_up' | 'entry_order' | null;
  /** UUID of the top-up or the order. */
  readonly order: string;
}

/** What a payment page adds to the address that it sends its guest back to. */
export function readPaid({ kind, order }: Record<string, unknown>): PaidSearch {
  const id = typeof order === 'string' && /^[\da-f-]{36}$/i.test(order) ? order : '';
  const known = kind === 'top_up' || kind === 'entry_order' ? kind : null;
  return { kind: id === '' ? null : known, order: id };
}
