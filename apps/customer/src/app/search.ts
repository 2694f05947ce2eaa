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
