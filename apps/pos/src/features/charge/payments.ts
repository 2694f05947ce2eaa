import type { AskedPayment } from '../../app/wire';
import type { Part } from '../../till/split';

/** The paid shares as the server takes them. Shares that nobody paid are left out. */
export function toPayments(parts: readonly Part[]): AskedPayment[] {
  return parts.flatMap(({ amount, paid }) => {
    if (!paid) return [];
    return [
      {
        method: paid.method,
        amount,
        ...(paid.tendered === null ? {} : { tendered: paid.tendered }),
        ...(paid.reference === null ? {} : { reference: paid.reference }),
      },
    ];
  });
}
