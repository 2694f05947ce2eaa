import type { CSSProperties } from 'react';

/** The hues of the categories, degrees of oklch. Same lightness and chroma for all: see styles/tokens.css. */
export const CATEGORY_HUES = {
  favourite: 95,
  beer: 80,
  mixed: 40,
  cocktail: 345,
  shot: 305,
  soft: 200,
  promo: 130,
  extra: 255,
} as const;

export type CategoryHue = keyof typeof CATEGORY_HUES;

/** The inline variable that colours an element with `data-cat`. Takes a category or degrees. */
export function hueStyle(hue: CategoryHue | number): CSSProperties {
  const style: CSSProperties & { '--h': number } = { '--h': typeof hue === 'number' ? hue : CATEGORY_HUES[hue] };
  return style;
}
