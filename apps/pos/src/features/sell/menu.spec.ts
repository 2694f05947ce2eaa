import type { Catalog, Product } from '../../app/wire';
import { FAVOURITES, menuOf, productsUnder } from './menu';

function product(id: string, category_id: string, position: number, favourite_position: number | null): Product {
  return {
    id,
    number: position,
    category_id,
    name: id,
    detail: '',
    price: 1_000,
    list_price: 1_000,
    window: null,
    favourite_position,
    position,
  };
}

const CATALOG: Catalog = {
  version: 'v1',
  next_change_at: null,
  categories: [
    { id: 'coats', name: 'Ropero', icon: 'hanger', hue: 'extra', position: 9 },
    { id: 'beers', name: 'Cervezas', icon: 'beer', hue: 'beer', position: 1 },
  ],
  products: [
    product('ipa', 'beers', 2, 5),
    product('coat', 'coats', 1, 1),
    product('lager', 'beers', 1, 2),
    product('stout', 'beers', 3, null),
  ],
};

describe('what a till sells', () => {
  it('is everything, in the order of the house, when the register has no list of categories', () => {
    const menu = menuOf(CATALOG, []);
    expect(menu.categories.map((category) => category.name)).toEqual(['Cervezas', 'Ropero']);
    expect(productsUnder(menu, 'beers').map(({ id }) => id)).toEqual(['lager', 'ipa', 'stout']);
  });

  it('shows the best sellers by rank, and only those', () => {
    expect(productsUnder(menuOf(CATALOG, []), FAVOURITES).map(({ id }) => id)).toEqual(['coat', 'lager', 'ipa']);
  });

  it('leaves out what the register may not sell, best seller or not', () => {
    const menu = menuOf(CATALOG, ['beers']);
    expect(menu.categories.map((category) => category.name)).toEqual(['Cervezas']);
    expect(productsUnder(menu, FAVOURITES).map(({ id }) => id)).toEqual(['lager', 'ipa']);
  });
});
