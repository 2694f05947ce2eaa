import { Messages } from '@libs/platform';

/** Refusals of the catalog context. */
export const CATALOG_MESSAGES: Messages = {
  'catalog.category_not_found': {
    es: { title: 'Categoría desconocida', detail: 'Esa categoría no existe en este local.' },
    en: { title: 'Unknown category', detail: 'There is no such category in this venue.' },
  },
  'catalog.product_not_found': {
    es: { title: 'Producto desconocido', detail: 'Ese producto no existe en este local. No se cambió nada.' },
    en: { title: 'Unknown product', detail: 'There is no such product in this venue. Nothing was changed.' },
  },
  'catalog.window_not_found': {
    es: { title: 'Horario desconocido', detail: 'Ese horario de precios no existe en este local.' },
    en: { title: 'Unknown price window', detail: 'There is no such price window in this venue.' },
  },
  'catalog.name_taken': {
    es: { title: 'Nombre en uso', detail: 'Ya hay otro con ese nombre. Elige uno distinto.' },
    en: { title: 'Name taken', detail: 'There is another one of that name. Choose a different one.' },
  },
  'catalog.changed_meanwhile': {
    es: {
      title: 'Cambió entretanto',
      detail: 'Otra persona cambió el producto. Vuelve a cargarlo y repite el cambio.',
    },
    en: {
      title: 'Changed meanwhile',
      detail: 'Somebody else changed the product. Load it again and repeat the change.',
    },
  },
};
