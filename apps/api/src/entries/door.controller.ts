import { Body, Controller, Get, Post, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { CrossDoor, TurnAway, UndoCrossing, ValidateEntry } from '@libs/entries/application';
import { DoorQueries } from '@libs/entries/infrastructure';
import { Once } from '@libs/kernel';
import { Allow, Answers, Caller, languageOf, NocheRequest, OnceKey, Principal } from '@libs/platform';
import * as dto from './door.dto';

const NO_NIGHT = { 409: 'door.no_night' };

/** Who comes in, who goes out, and how many are inside. */
@ApiTags('door')
@Controller('entradas')
export class DoorController {
  constructor(
    private readonly doors: DoorQueries,
    private readonly validateEntry: ValidateEntry,
    private readonly crossDoor: CrossDoor,
    private readonly undoCrossing: UndoCrossing,
    private readonly turnAway: TurnAway,
  ) {}

  @Post('validate')
  @Allow('door.admit')
  @Answers({
    summary: 'Show an entry at a door: it is let in once, or the answer says why not',
    description: 'Somebody who went out by an exit scan comes in again. Every no is remembered.',
    body: dto.doorAnswerWire,
    refusals: { 409: 'guest.token_invalid, guest.unconfirmed' },
  })
  async validate(
    @Caller() caller: Principal,
    @OnceKey() once: Once,
    @Body({ schema: dto.validateBody }) body: z.output<typeof dto.validateBody>,
    @Req() req: NocheRequest,
  ) {
    return dto.toDoorAnswer(await this.validateEntry.execute(once, caller, dto.toAsk(body)), languageOf(req));
  }

  @Post('exit')
  @Allow('door.admit')
  @Answers({
    summary: 'Somebody goes out and may come in again',
    body: dto.crossedWire,
    refusals: { 404: 'door.entry_unknown', 409: 'door.not_inside, door.no_night' },
  })
  async exit(
    @Caller() caller: Principal,
    @OnceKey() once: Once,
    @Body({ schema: dto.qrBody }) { qr }: z.output<typeof dto.qrBody>,
  ) {
    return dto.toCrossed(await this.crossDoor.goOut(once, caller, qr));
  }

  @Post('undo')
  @Allow('door.undo')
  @Answers({
    summary: 'Take a crossing back',
    body: dto.crossedWire,
    refusals: {
      404: 'door.crossing_not_found',
      409: 'door.already_undone; door.overtaken: the same entry crossed since; door.sale_cancelled: its money was given back; door.night_over; door.nobody_inside',
    },
  })
  async undo(
    @Caller() caller: Principal,
    @OnceKey() once: Once,
    @Body({ schema: dto.undoBody }) body: z.output<typeof dto.undoBody>,
  ) {
    return dto.toCrossed(await this.undoCrossing.execute(once, caller, body.crossing_id, body.reason));
  }

  @Get('head-count')
  @Allow('door.admit', 'entry.read')
  @Answers({ summary: 'How many are inside, over all doors', body: dto.headsWire, refusals: NO_NIGHT })
  async heads(@Caller() caller: Principal) {
    return dto.toHeads(await this.doors.heads(caller.venueId));
  }

  @Post('head-count')
  @Allow('door.admit')
  @Answers({
    summary: 'The clicker: people without an entry came in or went out',
    body: dto.crossedWire,
    refusals: { 409: 'door.no_night, door.nobody_inside' },
  })
  async count(
    @Caller() caller: Principal,
    @OnceKey() once: Once,
    @Body({ schema: dto.countBody }) { direction, people }: z.output<typeof dto.countBody>,
  ) {
    return dto.toCrossed(await this.crossDoor.count(once, caller, direction === 'in' ? people : -people));
  }

  @Get('crossings')
  @Allow('door.admit', 'entry.read')
  @Answers({ summary: 'Who crossed the doors, the latest first', body: dto.crossingsPage })
  async crossings(
    @Caller() caller: Principal,
    @Query({ schema: dto.doorQuery }) { night_id: nightId, limit, cursor }: z.output<typeof dto.doorQuery>,
  ) {
    return dto.toCrossings(await this.doors.crossings(caller.venueId, { nightId, limit, cursor }));
  }

  @Get('refusals')
  @Allow('door.admit', 'entry.read')
  @Answers({ summary: 'Who was not let in, and why, the latest first', body: dto.refusalsPage })
  async refusals(
    @Caller() caller: Principal,
    @Query({ schema: dto.doorQuery }) { night_id: nightId, limit, cursor }: z.output<typeof dto.doorQuery>,
  ) {
    return dto.toRefusals(await this.doors.refusals(caller.venueId, { nightId, limit, cursor }));
  }

  @Post('refusals')
  @Allow('door.admit')
  @Answers({
    summary: 'Somebody was turned away, for a reason that no scan knows',
    body: dto.turnedAwayWire,
    status: 201,
  })
  async refuse(
    @Caller() caller: Principal,
    @OnceKey() once: Once,
    @Body({ schema: dto.turnAwayBody }) { reason, note }: z.output<typeof dto.turnAwayBody>,
  ) {
    return { id: await this.turnAway.execute(once, caller, reason, note ?? null) };
  }

  @Post('age-check')
  @Allow('door.admit')
  @Answers({
    summary: "Whether the holder of an identity card is of age, by the card's QR",
    description: 'Only the outcome is kept, never the number nor the birth date.',
    body: dto.ageWire,
  })
  async age(@Caller() caller: Principal, @Body({ schema: dto.ageBody }) { qr }: z.output<typeof dto.ageBody>) {
    const outcome = await this.turnAway.checkAge(caller, qr);
    return { outcome, may_enter: outcome === 'of_age' };
  }
}
