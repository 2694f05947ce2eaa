import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Once } from '@libs/kernel';
import {
  AvailablePortions,
  RecordCount,
  RecordPurchase,
  RecordWaste,
  TransferStock,
} from '@libs/inventory/application';
import { InventoryQueries } from '@libs/inventory/infrastructure';
import { Allow, Answers, Caller, OnceKey, Principal } from '@libs/platform';
import {
  availableQuery,
  availableWire,
  countBody,
  onHandWire,
  purchaseBody,
  stockQuery,
  stockWire,
  toMoved,
  toOnHand,
  toStock,
  transferBody,
  wasteBody,
} from './inventory.dto';

const REFUSALS = { 404: 'stock.location_not_found, stock.ingredient_not_found', 409: 'stock.not_enough' };

/** What lies where, and everything that moves it besides sales. */
@ApiTags('inventory')
@Controller('stock')
@Allow('inventory.manage')
export class StockController {
  constructor(
    private readonly queries: InventoryQueries,
    private readonly portions: AvailablePortions,
    private readonly recordPurchase: RecordPurchase,
    private readonly recordCount: RecordCount,
    private readonly recordWaste: RecordWaste,
    private readonly transferStock: TransferStock,
  ) {}

  @Get()
  @Answers({ summary: 'What is on hand', body: stockWire })
  async list(@Caller() caller: Principal, @Query({ schema: stockQuery }) query: z.output<typeof stockQuery>) {
    return { items: (await this.queries.stock(caller.venueId, query.location_id)).map(toStock) };
  }

  @Get('available')
  @Allow()
  @Answers({ summary: 'Portions left at a register, of products that can run out', body: availableWire })
  async available(
    @Caller() caller: Principal,
    @Query({ schema: availableQuery }) query: z.output<typeof availableQuery>,
  ) {
    const locationId = await this.queries.locationOfRegister(caller.venueId, query.register_id);
    const items = await this.portions.execute(caller.venueId, locationId);
    return { items: items.map(({ productId, left }) => ({ product_id: productId, left })) };
  }

  @Post('purchases')
  @Answers({ summary: 'Record what was bought', body: onHandWire, status: 201, refusals: REFUSALS })
  async purchase(
    @Caller() caller: Principal,
    @OnceKey() once: Once,
    @Body({ schema: purchaseBody }) body: z.output<typeof purchaseBody>,
  ) {
    const given = { locationId: body.location_id, note: body.note ?? null, items: toMoved(body.items) };
    return toOnHand(await this.recordPurchase.execute(caller, once, given));
  }

  @Post('counts')
  @Answers({ summary: 'Record what was counted', body: onHandWire, status: 201, refusals: REFUSALS })
  async count(
    @Caller() caller: Principal,
    @OnceKey() once: Once,
    @Body({ schema: countBody }) body: z.output<typeof countBody>,
  ) {
    const items = body.items.map((item) => ({ ingredientId: item.ingredient_id, counted: item.counted }));
    const given = { locationId: body.location_id, note: body.note ?? null, items };
    return toOnHand(await this.recordCount.execute(caller, once, given));
  }

  @Post('waste')
  @Answers({ summary: 'Record what was lost', body: onHandWire, status: 201, refusals: REFUSALS })
  async waste(
    @Caller() caller: Principal,
    @OnceKey() once: Once,
    @Body({ schema: wasteBody }) body: z.output<typeof wasteBody>,
  ) {
    const given = { locationId: body.location_id, note: body.note, items: toMoved(body.items) };
    return toOnHand(await this.recordWaste.execute(caller, once, given));
  }

  @Post('transfers')
  @Answers({ summary: 'Carry stock from one place to another', body: onHandWire, status: 201, refusals: REFUSALS })
  async transfer(
    @Caller() caller: Principal,
    @OnceKey() once: Once,
    @Body({ schema: transferBody }) body: z.output<typeof transferBody>,
  ) {
    const { from_location_id: fromLocationId, to_location_id: toLocationId } = body;
    const given = { fromLocationId, toLocationId, note: body.note ?? null, items: toMoved(body.items) };
    return toOnHand(await this.transferStock.execute(caller, once, given));
  }
}
