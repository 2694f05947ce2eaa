import { Module } from '@nestjs/common';
import { AvailablePortions, GiveBackForSale, TakeForSale } from '../application';
import { SaleStock } from '../domain';
import { SqlSaleStock } from './sql-sale-stock';

/** Ingredients, recipes and stock. */
@Module({
  providers: [{ provide: SaleStock, useClass: SqlSaleStock }, TakeForSale, GiveBackForSale, AvailablePortions],
  exports: [TakeForSale, GiveBackForSale, AvailablePortions],
})
export class InventoryModule {}
