/** A database transaction in progress. Opaque here: only infrastructure knows what is behind it. */
export abstract class Transaction {
  /** Names the class apart from other empty ones. */
  abstract readonly kind: 'transaction';
}

/**
 * A caller's claim that an act happens once: the same key with the same body is answered with what was done.
 * `replayed` tells, after the act, that the answer is an earlier one.
 */
export interface Once {
  /** A key belongs to its caller: the session's employee, agent or customer. */
  readonly callerId: string;
  /** As the client sent it, at most 255 characters. */
  readonly key: string;
  /** Hash of method, path and body: another body under the same key is refused. */
  readonly fingerprint: string;
  replayed: boolean;
}

/** Runs work in a transaction. The only way to write. */
export abstract class Transactions {
  /**
   * Commits when the work resolves, rolls back when it throws. Serialization failures and deadlocks are tried again,
   * so the work must not have effects outside the transaction.
   */
  abstract run<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;

  /**
   * Like {@link run}, but exactly once per key. The result is stored with the key in the same transaction and handed
   * out again to a repeated call; it must survive JSON. Work that throws burns no key.
   * @throws DomainError `idempotency.in_progress` (conflict), `idempotency.key_reused` (unprocessable)
   */
  abstract once<T>(once: Once, work: (tx: Transaction) => Promise<T>): Promise<T>;
}
