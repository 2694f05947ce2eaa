import { Module } from '@nestjs/common';
import { QuotePrices } from '../application';
import { PriceBook } from '../domain';
import { SqlPriceBook } from './sql-price-book';

/** Products and their prices. */
@Module({
  providers: [{ provide: PriceBook, useClass: SqlPriceBook }, QuotePrices],
  exports: [QuotePrices],
})
export class CatalogModule {}
