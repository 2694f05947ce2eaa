import { Controller, Get, Header, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Throttle } from '@nestjs/throttler';
import { z } from 'zod';
import { Menu, MenuQueries } from '@libs/catalog/infrastructure';
import { Houses } from '@libs/customers/application';
import { Clock } from '@libs/kernel';
import { Answers, AppCaller, CallingApp, KeptAnswers, PublicRead } from '@libs/platform';
import { houseMeant } from '../customers/house-meant';
import { publicProductsQuery, publicProductsWire, toPublicProducts } from './public-products.dto';

const KEPT_MS = 5_000;
const MOST_HOUSES = 100;

/** The menu for everybody. */
@ApiTags('public')
@Controller('products')
export class PublicProductsController {
  private readonly kept = new KeptAnswers<Menu>(KEPT_MS, MOST_HOUSES);

  constructor(
    private readonly houses: Houses,
    private readonly menus: MenuQueries,
    private readonly clock: Clock,
  ) {}

  @Get()
  @PublicRead('menu.read')
  @Throttle({ default: { limit: 120, ttl: 60_000 } })
  @Header('Cache-Control', 'public, max-age=10')
  @Answers({
    summary: 'What the house sells, with the prices of the moment',
    body: publicProductsWire,
    refusals: { 404: 'customer.venue_unknown' },
  })
  async list(
    @Query({ schema: publicProductsQuery }) query: z.output<typeof publicProductsQuery>,
    @CallingApp() app: AppCaller | undefined,
  ) {
    const { id } = await this.houses.find(houseMeant(app, query.venue_id));
    const now = this.clock.now();
    const menu = await this.kept.of(id, now.getTime(), () => this.menus.read(id, now));
    return toPublicProducts(menu, query);
  }
}
