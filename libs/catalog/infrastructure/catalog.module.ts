import { Module } from '@nestjs/common';
import {
  AddCategory,
  AddPriceWindow,
  AddProduct,
  ChangeCategory,
  ChangePrices,
  ChangePriceWindow,
  ChangeProduct,
  DeletePriceWindow,
  QuotePrices,
} from '../application';
import { MenuRepository, PriceBook } from '../domain';
import { CatalogQueries } from './catalog.queries';
import { MenuQueries } from './menu.queries';
import { SqlPriceBook } from './sql-price-book';
import { TypeormMenuRepository } from './typeorm-menu.repository';

const ACTS = [
  AddCategory,
  AddPriceWindow,
  AddProduct,
  ChangeCategory,
  ChangePrices,
  ChangePriceWindow,
  ChangeProduct,
  DeletePriceWindow,
  QuotePrices,
];

/** Products and their prices. */
@Module({
  providers: [
    { provide: PriceBook, useClass: SqlPriceBook },
    { provide: MenuRepository, useClass: TypeormMenuRepository },
    CatalogQueries,
    MenuQueries,
    ...ACTS,
  ],
  exports: [CatalogQueries, MenuQueries, ...ACTS],
})
export class CatalogModule {}
