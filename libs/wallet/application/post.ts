import { Transaction } from '@libs/kernel';
import { Ledger, Posted, Posting, settle } from '../domain';

/** Posts a transfer. @throws DomainError what {@link settle} throws */
export async function post(ledger: Ledger, tx: Transaction, posting: Posting): Promise<Posted> {
  return settle(posting, await ledger.post(tx, posting));
}
