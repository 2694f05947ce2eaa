/**
 * Awaits what was sent together on one connection. When one fails, those behind it fail too ("current transaction is
 * aborted"): the first failure in the order of sending is the cause, and is thrown once all have settled, so that
 * nothing is still on its way when the transaction is rolled back.
 */
export async function together<T extends readonly unknown[]>(...sent: { [K in keyof T]: Promise<T[K]> }): Promise<T> {
  const settled = await Promise.allSettled(sent);
  const failed = settled.find((outcome) => outcome.status === 'rejected');
  if (failed) throw failed.reason;
  return settled.map((outcome) => (outcome as PromiseFulfilledResult<unknown>).value) as unknown as T;
}
