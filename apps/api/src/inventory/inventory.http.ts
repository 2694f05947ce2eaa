import { Module } from '@nestjs/common';
import { InventoryModule } from '@libs/inventory/infrastructure';
import { registerMessages } from '@libs/platform';
import { INVENTORY_MESSAGES } from './inventory.messages';
import { StockController } from './stock.controller';
import { StoreController } from './store.controller';

/** Ingredients, recipes and stock over HTTP. */
@Module({ imports: [InventoryModule], controllers: [StoreController, StockController] })
export class InventoryHttpModule {
  constructor() {
    registerMessages(INVENTORY_MESSAGES);
  }
}
