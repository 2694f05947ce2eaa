import { Injectable } from '@nestjs/common';
import { DomainError, Transaction } from '@libs/kernel';
import { sql, sqlOf } from '@libs/platform';
import { Savepoints } from '../application';

const SET = sql('payments.savepoint', 'SAVEPOINT order_settlement');
const KEEP = sql('payments.release_savepoint', 'RELEASE SAVEPOINT order_settlement');
const UNDO = sql('payments.undo_to_savepoint', 'ROLLBACK TO SAVEPOINT order_settlement');

/** {@link Savepoints} of Postgres. */
@Injectable()
export class SqlSavepoints extends Savepoints {
  async attempt(tx: Transaction, work: () => Promise<void>): Promise<DomainError | undefined> {
    await sqlOf(tx).rows(SET);
    try {
      await work();
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      await sqlOf(tx).rows(UNDO);
      return error;
    }
    await sqlOf(tx).rows(KEEP);
    return undefined;
  }
}
