import { Injectable } from '@nestjs/common';
import { FindVenue } from '@libs/nights/application';
import { DomainError } from '@libs/kernel';
import { SessionQueries } from '@libs/staff/infrastructure';
import { toMe } from './session.dto';

/** Who am I, put together from what staff and nights know. */
@Injectable()
export class Me {
  constructor(
    private readonly sessions: SessionQueries,
    private readonly venues: FindVenue,
  ) {}

  /** @throws DomainError `auth.required` when the session ended in this moment */
  async of(sessionId: string) {
    const me = await this.sessions.me(sessionId);
    if (!me) throw new DomainError('auth.required', 'unauthenticated');
    return toMe(me, await this.venues.execute(me.venueId));
  }
}
