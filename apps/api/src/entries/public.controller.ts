import { Controller, Get, Header, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Throttle } from '@nestjs/throttler';
import { z } from 'zod';
import { Houses } from '@libs/customers/application';
import { EntryTypeQueries, EventQueries, EventRow } from '@libs/entries/infrastructure';
import { Clock, DomainError } from '@libs/kernel';
import { Answers, AppCaller, CallingApp, KeptAnswers, PublicRead } from '@libs/platform';
import { houseMeant } from '../customers/house-meant';
import * as dto from './public.dto';

const KEPT_MS = 3_000;
const MOST_KEPT = 500;
/** A full house may share one address. */
const GUESTS = { default: { limit: 120, ttl: 60_000 } };
/** A hidden code is found by trying, so who tries is slowed down. */
const CODES = { default: { limit: 60, ttl: 60_000 } };
const SEEN = 'public, max-age=10';

/** What anybody may know of a house: its parties, and what it takes to come in. */
@ApiTags('public')
@Controller()
@PublicRead('events.read')
export class PublicEventsController {
  private readonly kept = new KeptAnswers<readonly EventRow[]>(KEPT_MS, MOST_KEPT);

  constructor(
    private readonly houses: Houses,
    private readonly types: EntryTypeQueries,
    private readonly events: EventQueries,
    private readonly clock: Clock,
  ) {}

  @Get('entradas')
  @Throttle(CODES)
  @Answers({
    summary: 'Entries on sale for tonight or the next night, with what is left',
    body: dto.onSaleWire,
    refusals: { 404: 'customer.venue_unknown' },
  })
  async onSale(
    @Query({ schema: dto.onSaleQuery }) query: z.output<typeof dto.onSaleQuery>,
    @CallingApp() app: AppCaller | undefined,
  ) {
    const { id } = await this.houses.find(houseMeant(app, query.venue_id));
    return dto.toOnSale(await this.types.onSale(id, { code: query.code, nightId: query.night_id }));
  }

  @Get('public/evento/hoy')
  @Throttle(GUESTS)
  @Header('Cache-Control', SEEN)
  @Answers({
    summary: "Tonight's party",
    body: dto.eventWire,
    refusals: { 404: 'event.none_tonight; customer.venue_unknown' },
  })
  async tonight(
    @Query({ schema: dto.venueQuery }) query: z.output<typeof dto.venueQuery>,
    @CallingApp() app: AppCaller | undefined,
  ) {
    const { id } = await this.houses.find(houseMeant(app, query.venue_id));
    const [event] = await this.kept.of(`${id} tonight`, this.clock.now().getTime(), async () => {
      const found = await this.events.tonight(id);
      return found ? [found] : [];
    });
    if (!event) throw new DomainError('event.none_tonight', 'not_found');
    return dto.toEvent(event);
  }

  @Get('public/eventos/proximos')
  @Throttle(GUESTS)
  @Header('Cache-Control', SEEN)
  @Answers({
    summary: "Tonight's party and those to come, the next one first",
    body: dto.eventsWire,
    refusals: { 404: 'customer.venue_unknown' },
  })
  async upcoming(
    @Query({ schema: dto.eventsQuery }) query: z.output<typeof dto.eventsQuery>,
    @CallingApp() app: AppCaller | undefined,
  ) {
    const { venue_id: venueId, limit, offset } = query;
    const { id } = await this.houses.find(houseMeant(app, venueId));
    const rows = await this.kept.of(`${id} ${limit} ${offset}`, this.clock.now().getTime(), () =>
      this.events.upcoming(id, limit, offset),
    );
    return rows.map(dto.toEvent);
  }
}
