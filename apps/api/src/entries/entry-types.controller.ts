import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { ManageEntryTypes } from '@libs/entries/application';
import { EntryTypeQueries } from '@libs/entries/infrastructure';
import { Allow, Answers, Caller, idParam, Principal } from '@libs/platform';
import * as dto from './entry-types.dto';

/** What can be bought to come in, for the back office. */
@ApiTags('entries')
@Controller('entry-types')
export class EntryTypesController {
  constructor(
    private readonly types: EntryTypeQueries,
    private readonly manage: ManageEntryTypes,
  ) {}

  @Get()
  @Allow('entry.manage', 'entry.read')
  @Answers({ summary: 'The kinds of entry of a night, hidden ones too', body: dto.entryTypesWire })
  async list(@Caller() caller: Principal, @Query({ schema: dto.nightQuery }) query: z.output<typeof dto.nightQuery>) {
    return { items: (await this.types.ofNight(caller.venueId, query.night_id)).map(dto.toEntryType) };
  }

  @Post()
  @Allow('entry.manage')
  @Answers({
    summary: 'Another kind of entry to a night',
    body: dto.entryTypeWire,
    status: 201,
    refusals: {
      404: 'entry.night_not_found, entry.product_not_found',
      409: 'entry.name_taken; entry.product_taken: the product sells another kind of this night',
    },
  })
  async add(
    @Caller() caller: Principal,
    @Body({ schema: dto.addEntryTypeBody }) body: z.output<typeof dto.addEntryTypeBody>,
  ) {
    const { id } = await this.manage.add(caller, body.night_id, dto.toEntryTypePlan(body));
    return dto.toEntryType(await this.types.one(caller.venueId, id));
  }

  @Patch(':id')
  @Allow('entry.manage')
  @Answers({
    summary: 'Change a kind of entry; what was ordered keeps its price',
    body: dto.entryTypeWire,
    refusals: {
      404: 'entry.type_not_found, entry.product_not_found',
      409: 'entry.changed_meanwhile; entry.capacity_taken: more are taken than there would be room for; entry.name_taken, entry.product_taken',
    },
  })
  async change(
    @Caller() caller: Principal,
    @Param({ schema: idParam }) { id }: z.output<typeof idParam>,
    @Body({ schema: dto.changeEntryTypeBody }) body: z.output<typeof dto.changeEntryTypeBody>,
  ) {
    await this.manage.change(caller, id, dto.toEntryTypeChanges(body), body.version);
    return dto.toEntryType(await this.types.one(caller.venueId, id));
  }
}
