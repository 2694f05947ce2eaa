import { CATEGORY_HUES, type CategoryHue } from '@libs/ui';

/** The hues of the API, in the order they are offered. */
export const HUES = ['fav', 'beer', 'mixed', 'cocktail', 'shot', 'soft', 'promo', 'extra'] as const;

/** A hue of the API as the design system names it; unknown ones are neutral blue. */
export function hueOf(hue: string): CategoryHue {
  if (hue === 'fav') return 'favourite';
  return Object.hasOwn(CATEGORY_HUES, hue) ? (hue as CategoryHue) : 'extra';
}
