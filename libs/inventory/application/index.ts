export type {
  Ingredient,
  IngredientFields,
  LocationFields,
  Portions,
  RecipeItem,
  Shortage,
  StockLocation,
} from '../domain';
export { costOf } from '../domain';
export * from './add-ingredient';
export * from './add-location';
export * from './available-portions';
export * from './change-ingredient';
export * from './change-location';
export * from './give-back-for-redemption';
export * from './give-back-for-sale';
export type { OnHand } from './moved-stock';
export * from './record-count';
export * from './record-purchase';
export * from './record-waste';
export * from './set-recipe';
export * from './take-for-redemption';
export * from './take-for-sale';
export * from './transfer-stock';
