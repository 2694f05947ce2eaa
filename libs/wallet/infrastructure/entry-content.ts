/** What an entry's hash covers besides the hash before it, as SQL over these expressions. */
interface Content {
  readonly account: string;
  readonly sequence: string;
  readonly amount: string;
  readonly balance: string;
  readonly transfer: string;
  readonly kind: string;
  readonly referenceKind: string;
  readonly reference: string;
  readonly returnsOf: string;
  /** The account on the other side: entries of the house are proven by those of the customers. */
  readonly counter: string;
  readonly employee: string;
  readonly authorizedBy: string;
  readonly night: string;
  readonly at: string;
  /** Free text, so it comes last: nothing in it can pass for another part. */
  readonly reason: string;
}

/** The hash of an entry, written once for the statement that chains and the one that proves. */
export function entryHash(previous: string, of: Content): string {
  const parts = [
    ...[of.account, of.sequence, of.amount, of.balance, of.transfer, of.kind, of.referenceKind, of.reference],
    ...[of.returnsOf, of.counter, of.employee, of.authorizedBy, of.night],
    `floor(extract(epoch FROM ${of.at}) * 1000)::bigint`,
    of.reason,
  ].map((part) => `coalesce((${part})::text, '')`);
  return `sha256(${previous} || convert_to(concat_ws('|', ${parts.join(', ')}), 'UTF8'))`;
}

/** What the first entry of an account follows. */
export const FIRST_HASH = (accountId: string): string => `sha256(convert_to((${accountId})::text, 'UTF8'))`;
