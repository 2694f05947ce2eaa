import { Messages } from '@libs/platform';

/** Refusals of the rewards context. */
export const REWARDS_MESSAGES: Messages = {
  'reward.not_found': {
    es: { title: 'Premio desconocido', detail: 'Ese premio no existe en este local.' },
    en: { title: 'Unknown reward', detail: 'There is no such reward in this house.' },
  },
  'reward.not_offered': {
    es: { title: 'No disponible', detail: 'Ese premio no se puede canjear en este momento.' },
    en: { title: 'Not offered', detail: 'That reward cannot be redeemed at this moment.' },
  },
  'reward.sold_out': {
    es: { title: 'Se agotó', detail: 'No quedan más de ese premio. No se gastaron puntos.' },
    en: { title: 'Sold out', detail: 'There are no more of that reward. No points were spent.' },
  },
  'reward.limit_reached': {
    es: { title: 'Ya lo tuviste', detail: 'De ese premio se puede tener {limit} por persona. No se gastaron puntos.' },
    en: { title: 'You have had it', detail: 'A person may have {limit} of that reward. No points were spent.' },
  },
  'reward.product_gone': {
    es: { title: 'Producto no disponible', detail: '{name} ya no se vende. No se gastaron puntos.' },
    en: { title: 'Product not available', detail: '{name} is not sold any more. No points were spent.' },
  },
  'reward.out_of_stock': {
    es: { title: 'Sin stock', detail: 'No queda {productName} en la barra. No se gastaron puntos.' },
    en: { title: 'Out of stock', detail: 'There is no {productName} left at the bar. No points were spent.' },
  },
  'reward.window_invalid': {
    es: { title: 'Plazo inválido', detail: 'El término tiene que ser después del inicio.' },
    en: { title: 'Invalid time', detail: 'The end has to be after the beginning.' },
  },
  'reward.limit_below_taken': {
    es: { title: 'Ya se canjearon más', detail: 'Ya se canjearon {taken}: el límite no puede ser menor.' },
    en: { title: 'More were redeemed', detail: '{taken} were redeemed already: the limit cannot be lower.' },
  },
  'reward.name_taken': {
    es: { title: 'Nombre ocupado', detail: 'Ya hay un premio llamado {name}.' },
    en: { title: 'Name taken', detail: 'There is a reward called {name} already.' },
  },
  'reward.product_unknown': {
    es: { title: 'Producto desconocido', detail: 'Uno de los productos no existe en este local.' },
    en: { title: 'Unknown product', detail: 'One of the products does not exist in this house.' },
  },
  'reward.location_unknown': {
    es: { title: 'Bodega desconocida', detail: 'Ese lugar de stock no existe en este local.' },
    en: { title: 'Unknown location', detail: 'There is no such stock location in this house.' },
  },
  'redemption.not_found': {
    es: { title: 'Canje desconocido', detail: 'Ese canje no existe en este local.' },
    en: { title: 'Unknown redemption', detail: 'There is no such redemption in this house.' },
  },
  'redemption.already_undone': {
    es: { title: 'Ya se deshizo', detail: 'Otra persona deshizo ese canje antes. Los puntos ya volvieron.' },
    en: { title: 'Undone already', detail: 'Somebody undid that redemption before. The points are back already.' },
  },
  'redemption.already_delivered': {
    es: { title: 'Ya se entregó', detail: 'Se entregaron {deliveredQty} de ese canje: ya no se puede deshacer.' },
    en: { title: 'Delivered already', detail: '{deliveredQty} of it were handed over: it can no longer be undone.' },
  },
};
