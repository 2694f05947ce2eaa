import { Module } from '@nestjs/common';
import { NightsModule } from '@libs/nights/infrastructure';
import { ManageEntryTypes } from '../application';
import { EntryTypeRepository } from '../domain';
import { EntryTypeQueries } from './entry-type.queries';
import { EventQueries } from './event.queries';
import { SqlEntryTypeRepository } from './sql-entry-type.repository';

const USE_CASES = [ManageEntryTypes];
const QUERIES = [EntryTypeQueries, EventQueries];

/** The right to come in: what is sold, who ordered it, who is on a list, and who is inside. */
@Module({
  imports: [NightsModule],
  providers: [{ provide: EntryTypeRepository, useClass: SqlEntryTypeRepository }, ...QUERIES, ...USE_CASES],
  exports: [...QUERIES, ...USE_CASES],
})
export class EntriesModule {}
