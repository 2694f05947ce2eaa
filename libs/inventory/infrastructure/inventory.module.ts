import { Module } from '@nestjs/common';
import {
  AddIngredient,
  AddLocation,
  AvailablePortions,
  ChangeIngredient,
  ChangeLocation,
  GiveBackForRedemption,
  GiveBackForSale,
  RecordCount,
  RecordPurchase,
  RecordWaste,
  SetRecipe,
  TakeForRedemption,
  TakeForSale,
  TransferStock,
} from '../application';
import { SaleStock, StockBook, StoreRepository } from '../domain';
import { InventoryQueries } from './inventory.queries';
import { SqlSaleStock } from './sql-sale-stock';
import { SqlStockBook } from './sql-stock-book';
import { TypeormStoreRepository } from './typeorm-store.repository';

const ACTS = [
  AddIngredient,
  AddLocation,
  AvailablePortions,
  ChangeIngredient,
  ChangeLocation,
  GiveBackForRedemption,
  GiveBackForSale,
  RecordCount,
  RecordPurchase,
  RecordWaste,
  SetRecipe,
  TakeForRedemption,
  TakeForSale,
  TransferStock,
];

/** Ingredients, recipes and stock. */
@Module({
  providers: [
    { provide: SaleStock, useClass: SqlSaleStock },
    { provide: StockBook, useClass: SqlStockBook },
    { provide: StoreRepository, useClass: TypeormStoreRepository },
    InventoryQueries,
    ...ACTS,
  ],
  exports: [InventoryQueries, ...ACTS],
})
export class InventoryModule {}
