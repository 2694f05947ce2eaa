/** What recipes are made of. */
export interface Ingredient {
  readonly id: string;
  readonly venueId: string;
  readonly name: string;
  readonly baseUnit: 'ml' | 'g' | 'unit';
  /** Content of one package, in base units. */
  readonly packageSize: number;
  /** What one package costs, in pesos. */
  readonly packageCost: number;
  /** Counted things are refused when they run out; poured ones may be measured wrong and go on. */
  readonly isStrict: boolean;
  readonly isActive: boolean;
}

export type IngredientFields = Omit<Ingredient, 'id' | 'venueId'>;

/** A place where stock lies. */
export interface StockLocation {
  readonly id: string;
  readonly venueId: string;
  readonly name: string;
  readonly isActive: boolean;
}

export type LocationFields = Omit<StockLocation, 'id' | 'venueId'>;

/** What so much of it costs, in whole pesos, by the price of a package. */
export function costOf(
  quantity: number,
  { packageSize, packageCost }: Pick<Ingredient, 'packageSize' | 'packageCost'>,
): number {
  return Math.round((quantity * packageCost) / packageSize);
}

/** What one portion of a product takes of an ingredient. */
export interface RecipeItem {
  readonly ingredientId: string;
  /** In base units. */
  readonly quantity: number;
  /** How far a bartender's hand may be off, in percent. */
  readonly tolerancePct: number;
}
