import { Body, Controller, Delete, Get, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { AddPriceWindow, ChangePriceWindow, DeletePriceWindow } from '@libs/catalog/application';
import { CatalogQueries } from '@libs/catalog/infrastructure';
import { Allow, Answers, Caller, idParam, Principal } from '@libs/platform';
import {
  addWindowBody,
  changeWindowBody,
  toWindow,
  toWindowChanges,
  toWindowFields,
  windowPage,
  windowWire,
} from './price-windows.dto';

/** Happy hours. */
@ApiTags('catalog')
@Controller('catalog/price-windows')
@Allow('catalog.manage')
export class PriceWindowsController {
  constructor(
    private readonly queries: CatalogQueries,
    private readonly addPriceWindow: AddPriceWindow,
    private readonly changePriceWindow: ChangePriceWindow,
    private readonly deletePriceWindow: DeletePriceWindow,
  ) {}

  @Get()
  @Answers({ summary: 'All price windows', body: windowPage })
  async list(@Caller() caller: Principal) {
    return { items: (await this.queries.priceWindows(caller.venueId)).map(toWindow), next_cursor: null };
  }

  @Post()
  @Answers({ summary: 'Add a price window', body: windowWire, status: 201, refusals: { 409: 'catalog.name_taken' } })
  async add(@Caller() caller: Principal, @Body({ schema: addWindowBody }) body: z.output<typeof addWindowBody>) {
    return toWindow(await this.addPriceWindow.execute(caller, toWindowFields(body)));
  }

  @Patch(':id')
  @Answers({
    summary: 'Change a price window; prices, when sent, replace those that were there',
    body: windowWire,
    refusals: { 409: 'catalog.name_taken' },
  })
  async change(
    @Caller() caller: Principal,
    @Param({ schema: idParam }) { id }: z.output<typeof idParam>,
    @Body({ schema: changeWindowBody }) body: z.output<typeof changeWindowBody>,
  ) {
    return toWindow(await this.changePriceWindow.execute(caller, id, toWindowChanges(body)));
  }

  @Delete(':id')
  @Answers({ summary: 'Delete a price window: list prices hold again' })
  async delete(
    @Caller() caller: Principal,
    @Param({ schema: idParam }) { id }: z.output<typeof idParam>,
  ): Promise<void> {
    await this.deletePriceWindow.execute(caller, id);
  }
}
