import { Module } from '@nestjs/common';
import { CatalogModule } from '@libs/catalog/infrastructure';
import { registerMessages } from '@libs/platform';
import { CATALOG_MESSAGES } from './catalog.messages';
import { CategoriesController } from './categories.controller';
import { MenuController } from './menu.controller';
import { PreparedMenus } from './prepared-menu';
import { PriceWindowsController } from './price-windows.controller';
import { ProductsController } from './products.controller';
import { PublicProductsController } from './public-products.controller';

/** The catalog context over HTTP. */
@Module({
  imports: [CatalogModule],
  controllers: [
    MenuController,
    CategoriesController,
    ProductsController,
    PriceWindowsController,
    PublicProductsController,
  ],
  providers: [PreparedMenus],
})
export class CatalogHttpModule {
  constructor() {
    registerMessages(CATALOG_MESSAGES);
  }
}
