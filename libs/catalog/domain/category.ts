/** Drawings that the screens know. */
export const ICONS = ['star', 'beer', 'bottle', 'cocktail', 'bolt', 'soft', 'gift', 'hanger'] as const;
/** Colours that the screens know. */
export const HUES = ['fav', 'beer', 'mixed', 'cocktail', 'shot', 'soft', 'promo', 'extra'] as const;

/** A shelf of the menu. */
export interface Category {
  readonly id: string;
  readonly venueId: string;
  readonly name: string;
  readonly icon: (typeof ICONS)[number];
  readonly hue: (typeof HUES)[number];
  readonly position: number;
  readonly isActive: boolean;
}

export type CategoryFields = Omit<Category, 'id' | 'venueId'>;
