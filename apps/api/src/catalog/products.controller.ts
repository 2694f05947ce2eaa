import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { AddProduct, ChangePrices, ChangeProduct } from '@libs/catalog/application';
import { CatalogQueries } from '@libs/catalog/infrastructure';
import { Allow, Answers, Caller, idParam, Principal } from '@libs/platform';
import {
  addProductBody,
  changedWire,
  changePricesBody,
  changeProductBody,
  productPage,
  productsQuery,
  productWire,
  toProduct,
  toProductChanges,
  toProductFields,
  toProductPage,
} from './catalog.dto';

/** What is on the menu. */
@ApiTags('catalog')
@Controller('catalog/products')
@Allow('catalog.manage')
export class ProductsController {
  constructor(
    private readonly queries: CatalogQueries,
    private readonly addProduct: AddProduct,
    private readonly changeProduct: ChangeProduct,
    private readonly changePrices: ChangePrices,
  ) {}

  @Get()
  @Answers({ summary: 'Products by name', body: productPage })
  async list(@Caller() caller: Principal, @Query({ schema: productsQuery }) query: z.output<typeof productsQuery>) {
    const { category_id: categoryId, active: isActive, ...rest } = query;
    return toProductPage(await this.queries.products(caller.venueId, { ...rest, categoryId, isActive }));
  }

  @Post()
  @Answers({ summary: 'Add a product', body: productWire, status: 201, refusals: { 409: 'catalog.name_taken' } })
  async add(@Caller() caller: Principal, @Body({ schema: addProductBody }) body: z.output<typeof addProductBody>) {
    const { id } = await this.addProduct.execute(caller, toProductFields(body));
    return toProduct(await this.queries.product(caller.venueId, id));
  }

  @Post('prices')
  @Answers({
    summary: 'Change many list prices together',
    body: changedWire,
    refusals: { 404: 'catalog.product_not_found: none was changed' },
  })
  prices(@Caller() caller: Principal, @Body({ schema: changePricesBody }) body: z.output<typeof changePricesBody>) {
    return this.changePrices.execute(caller, body.items);
  }

  @Patch(':id')
  @Answers({
    summary: 'Change a product',
    body: productWire,
    refusals: { 409: 'catalog.name_taken, catalog.changed_meanwhile' },
  })
  async change(
    @Caller() caller: Principal,
    @Param({ schema: idParam }) { id }: z.output<typeof idParam>,
    @Body({ schema: changeProductBody }) { version, ...changes }: z.output<typeof changeProductBody>,
  ) {
    await this.changeProduct.execute(caller, id, toProductChanges(changes), version);
    return toProduct(await this.queries.product(caller.venueId, id));
  }
}
