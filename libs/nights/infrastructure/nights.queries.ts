import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { DomainError } from '@libs/kernel';
import { calendarDate, cursorAs, Database, Page, toPage, uuid } from '@libs/platform';
import { NightState, NightStatus } from '../application';
import { NIGHTS } from './tables';

/** Nights as the screens list them. */
@Injectable()
export class NightQueries {
  constructor(private readonly database: Database) {}

  /** The latest evening first. */
  async list(
    venueId: string,
    { status, limit, cursor }: { status?: NightStatus | undefined; limit: number; cursor?: string | undefined },
  ): Promise<Page<NightState>> {
    const after = cursorAs(cursor, [calendarDate, uuid]);
    const query = this.database.dataSource.manager
      .createQueryBuilder(NIGHTS, 'night')
      .where({ venueId, deletedAt: IsNull(), ...(status ? { status } : {}) })
      .orderBy('night.date', 'DESC')
      .addOrderBy('night.id', 'DESC')
      .take(limit + 1);
    if (after) {
      query.andWhere('(night.date, night.id) < (CAST(:date AS date), CAST(:id AS uuid))', {
        date: after[0],
        id: after[1],
      });
    }
    return toPage(await query.getMany(), limit, (night) => [night.date, night.id]);
  }

  /** @throws DomainError `night.not_found` */
  async one(venueId: string, id: string): Promise<NightState> {
    const night = await this.database.dataSource.manager.findOneBy(NIGHTS, { id, venueId, deletedAt: IsNull() });
    if (!night) throw new DomainError('night.not_found', 'not_found');
    return night;
  }

  /** The one that is on, OPEN or CLOSING. */
  async current(venueId: string): Promise<NightState | null> {
    return this.database.dataSource.manager.findOneBy(NIGHTS, { venueId, status: In(['OPEN', 'CLOSING']) });
  }
}
