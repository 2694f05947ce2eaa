import { Messages } from '@libs/platform';

/** Refusals of the inventory context. */
export const INVENTORY_MESSAGES: Messages = {
  'stock.location_not_found': {
    es: { title: 'Bodega desconocida', detail: 'Ese lugar no existe en este local.' },
    en: { title: 'Unknown place', detail: 'There is no such place in this house.' },
  },
  'stock.ingredient_not_found': {
    es: { title: 'Ingrediente desconocido', detail: 'Ese ingrediente no existe en este local.' },
    en: { title: 'Unknown ingredient', detail: 'There is no such ingredient in this house.' },
  },
  'stock.product_not_found': {
    es: { title: 'Producto desconocido', detail: 'Ese producto no existe en este local.' },
    en: { title: 'Unknown product', detail: 'There is no such product in this house.' },
  },
  'stock.register_not_found': {
    es: { title: 'Caja desconocida', detail: 'Esa caja no existe en este local.' },
    en: { title: 'Unknown register', detail: 'There is no such register in this house.' },
  },
  'stock.name_taken': {
    es: { title: 'Nombre repetido', detail: 'Ya hay otro con ese nombre.' },
    en: { title: 'Name taken', detail: 'There is another one of that name.' },
  },
  'stock.not_enough': {
    es: { title: 'No alcanza', detail: 'De {ingredientName} quedan {onHand}. No se movió nada.' },
    en: { title: 'Not enough', detail: 'Of {ingredientName} there are {onHand} left. Nothing was moved.' },
  },
  'stock.short': {
    es: { title: 'Agotado', detail: 'De {productName} quedan {left}.' },
    en: { title: 'Sold out', detail: 'Of {productName} there are {left} left.' },
  },
};
