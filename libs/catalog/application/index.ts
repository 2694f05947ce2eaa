export type {
  Category,
  CategoryFields,
  PriceWindow,
  Product,
  ProductFields,
  WindowFields,
  WindowPlan,
} from '../domain';
export { HUES, ICONS } from '../domain';
export * from './add-category';
export * from './add-price-window';
export * from './add-product';
export * from './change-category';
export * from './change-price-window';
export * from './change-prices';
export * from './change-product';
export * from './delete-price-window';
export * from './quote-prices';
