import { Injectable } from '@nestjs/common';
import { ChangeCache, DatabaseListener, SESSIONS_CHANGED } from '@libs/platform';

/** Sessions as the database told them, until anything about sessions, people or tablets changes anywhere. */
@Injectable()
export class SessionCache<T> extends ChangeCache<T> {
  constructor(listener: DatabaseListener) {
    super(listener, SESSIONS_CHANGED);
  }
}
