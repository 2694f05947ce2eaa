import {
  IconBeer,
  IconBolt,
  IconBottle,
  IconCup,
  IconGift,
  IconGlassCocktail,
  IconHanger,
  IconStar,
  type TablerIcon,
} from '@tabler/icons-react';
import type { CategoryHue } from '@libs/ui';
import type { ReactNode } from 'react';

const ICONS: Readonly<Record<string, TablerIcon>> = {
  star: IconStar,
  beer: IconBeer,
  bottle: IconBottle,
  cocktail: IconGlassCocktail,
  bolt: IconBolt,
  soft: IconCup,
  gift: IconGift,
  hanger: IconHanger,
};

/** The sign of a category; a star for names this version does not know. */
export function CategoryIcon({ icon }: { readonly icon: string }): ReactNode {
  const Icon = ICONS[icon] ?? IconStar;
  return <Icon size={26} stroke={1.6} aria-hidden />;
}

const HUES: Readonly<Record<string, CategoryHue>> = {
  fav: 'favourite',
  beer: 'beer',
  mixed: 'mixed',
  cocktail: 'cocktail',
  shot: 'shot',
  soft: 'soft',
  promo: 'promo',
  extra: 'extra',
};

/** The colour of a category as the design names it. */
export function hueOf(hue: string): CategoryHue {
  return HUES[hue] ?? 'extra';
}
