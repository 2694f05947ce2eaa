import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { AdmitGuests, ManageGuestLists } from '@libs/entries/application';
import { GuestListQueries } from '@libs/entries/infrastructure';
import { Once } from '@libs/kernel';
import { Allow, Answers, Caller, idParam, OnceKey, Principal } from '@libs/platform';
import { crossedWire, toCrossed } from './door.dto';
import { nightQuery } from './entry-types.dto';
import * as dto from './guest-lists.dto';

type Id = z.output<typeof idParam>;

/** Who comes in by name. */
@ApiTags('door')
@Controller('guest-lists')
export class GuestListsController {
  constructor(
    private readonly lists: GuestListQueries,
    private readonly manage: ManageGuestLists,
    private readonly admitGuests: AdmitGuests,
  ) {}

  @Get()
  @Allow('guestlist.manage', 'door.admit')
  @Answers({ summary: 'The guest lists of a night', body: dto.guestListsWire })
  async list(@Caller() caller: Principal, @Query({ schema: nightQuery }) query: z.output<typeof nightQuery>) {
    return { items: (await this.lists.ofNight(caller.venueId, query.night_id)).map(dto.toGuestList) };
  }

  @Post()
  @Allow('guestlist.manage')
  @Answers({
    summary: 'Another guest list for a night',
    body: dto.guestListWire,
    status: 201,
    refusals: { 404: 'entry.night_not_found, entry.type_not_found', 409: 'guestlist.name_taken' },
  })
  async add(@Caller() caller: Principal, @Body({ schema: dto.addListBody }) body: z.output<typeof dto.addListBody>) {
    const id = await this.manage.add(caller, body.night_id, dto.toListPlan(body));
    return dto.toGuestList(await this.lists.one(caller.venueId, id));
  }

  @Get('guests')
  @Allow('guestlist.manage', 'door.admit')
  @Answers({ summary: 'Guests by name: of one list, or of tonight', body: dto.guestsPage })
  async guests(
    @Caller() caller: Principal,
    @Query({ schema: dto.guestsQuery }) query: z.output<typeof dto.guestsQuery>,
  ) {
    const { list_id: listId, q, limit, cursor } = query;
    return dto.toGuests(await this.lists.guests(caller.venueId, { listId, q, limit, cursor }));
  }

  @Patch('guests/:id')
  @Allow('guestlist.manage')
  @Answers({
    summary: 'Change a guest, or take them off the list',
    refusals: { 404: 'guestlist.guest_not_found', 409: 'guestlist.arrived_already' },
  })
  async changeGuest(
    @Caller() caller: Principal,
    @Param({ schema: idParam }) { id }: Id,
    @Body({ schema: dto.changeGuestBody }) { is_off: isOff, ...changes }: z.output<typeof dto.changeGuestBody>,
  ): Promise<void> {
    await this.manage.changeGuest(caller, id, changes, isOff);
  }

  @Post('guests/:id/check-in')
  @Allow('door.admit')
  @Answers({
    summary: 'A guest comes in, with all or some of those who come along',
    body: crossedWire,
    refusals: {
      404: 'guestlist.guest_not_found',
      409: 'guestlist.too_many (facts left), guestlist.must_pay (facts price, sells), guestlist.expired, guestlist.closed, guestlist.wrong_night, door.no_night, door.full',
    },
  })
  async checkIn(
    @Caller() caller: Principal,
    @OnceKey() once: Once,
    @Param({ schema: idParam }) { id }: Id,
    @Body({ schema: dto.checkInBody }) { people }: z.output<typeof dto.checkInBody>,
  ) {
    return toCrossed(await this.admitGuests.execute(once, caller, id, people));
  }

  @Patch(':id')
  @Allow('guestlist.manage')
  @Answers({
    summary: 'Change a guest list',
    body: dto.guestListWire,
    refusals: {
      404: 'guestlist.not_found, entry.type_not_found',
      409: 'entry.changed_meanwhile, guestlist.name_taken',
    },
  })
  async change(
    @Caller() caller: Principal,
    @Param({ schema: idParam }) { id }: Id,
    @Body({ schema: dto.changeListBody }) body: z.output<typeof dto.changeListBody>,
  ) {
    await this.manage.change(caller, id, dto.toListChanges(body), body.version);
    return dto.toGuestList(await this.lists.one(caller.venueId, id));
  }

  @Post(':id/guests')
  @Allow('guestlist.manage')
  @Answers({
    summary: 'Put guests on a list',
    body: dto.guestListWire,
    status: 201,
    refusals: { 404: 'guestlist.not_found' },
  })
  async addGuests(
    @Caller() caller: Principal,
    @OnceKey() once: Once,
    @Param({ schema: idParam }) { id }: Id,
    @Body({ schema: dto.addGuestsBody }) { guests }: z.output<typeof dto.addGuestsBody>,
  ) {
    await this.manage.addGuests(once, caller, id, guests);
    return dto.toGuestList(await this.lists.one(caller.venueId, id));
  }
}
