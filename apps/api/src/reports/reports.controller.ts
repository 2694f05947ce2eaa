import { Controller, Get, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Clock } from '@libs/kernel';
import { NightState } from '@libs/nights/application';
import { NightQueries } from '@libs/nights/infrastructure';
import { Allow, Answers, Caller, languageOf, NocheRequest, Principal } from '@libs/platform';
import { BoardQueries } from '@libs/sales/infrastructure';
import { boardQuery, boardWire, emptyBoard, toBoard } from './board.dto';

/** Figures for who leads the house. */
@ApiTags('reports')
@Controller('reports')
export class ReportsController {
  constructor(
    private readonly nights: NightQueries,
    private readonly board: BoardQueries,
    private readonly clock: Clock,
  ) {}

  @Get('board')
  @Allow('report.read')
  @Answers({ summary: 'The night, live', body: boardWire, refusals: { 404: 'night.not_found' } })
  async show(
    @Caller() caller: Principal,
    @Query({ schema: boardQuery }) query: z.output<typeof boardQuery>,
    @Req() req: NocheRequest,
  ) {
    const now = this.clock.now();
    const night = await this.nightFor(caller.venueId, query.night_id);
    if (!night?.openedAt) return emptyBoard(now);
    const openedAt = new Date(night.openedAt);
    const figures = await this.board.figures(caller.venueId, night.id, openedAt, now);
    return toBoard(night, openedAt, figures, now, languageOf(req));
  }

  private nightFor(venueId: string, nightId: string | undefined): Promise<NightState | null> {
    return nightId === undefined ? this.nights.current(venueId) : this.nights.one(venueId, nightId);
  }
}
