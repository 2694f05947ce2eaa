import { Messages } from '@libs/platform';

/** Refusals of the entries context: types, orders, entries. */
export const ENTRY_MESSAGES: Messages = {
  'event.none_tonight': {
    es: { title: 'Hoy no hay fiesta', detail: 'No hay ningún evento para hoy. Mira los próximos.' },
    en: { title: 'No party tonight', detail: 'There is no event tonight. Have a look at the next ones.' },
  },
  'entry.type_not_found': {
    es: { title: 'Entrada desconocida', detail: 'Ese tipo de entrada no existe en este local.' },
    en: { title: 'Unknown entry', detail: 'There is no such kind of entry in this house.' },
  },
  'entry.night_not_found': {
    es: { title: 'Jornada desconocida', detail: 'Esa jornada no existe en este local.' },
    en: { title: 'Unknown night', detail: 'There is no such night in this house.' },
  },
  'entry.product_not_found': {
    es: { title: 'Producto desconocido', detail: 'Ese producto no existe en este local.' },
    en: { title: 'Unknown product', detail: 'There is no such product in this house.' },
  },
  'entry.name_taken': {
    es: { title: 'Nombre repetido', detail: 'Esa jornada ya tiene una entrada con ese nombre.' },
    en: { title: 'Name taken', detail: 'That night has an entry of this name already.' },
  },
  'entry.product_taken': {
    es: { title: 'Producto ocupado', detail: 'Ese producto ya vende otra entrada de esa jornada.' },
    en: { title: 'Product taken', detail: 'That product sells another entry of that night.' },
  },
  'entry.window_reversed': {
    es: { title: 'Horario al revés', detail: 'La venta tiene que terminar después de empezar.' },
    en: { title: 'Times reversed', detail: 'The sale has to end after it starts.' },
  },
  'entry.capacity_taken': {
    es: {
      title: 'Ya hay más vendidas',
      detail: 'Ya hay {taken} entradas vendidas o reservadas: el cupo no puede ser menor.',
    },
    en: { title: 'More are sold', detail: '{taken} entries are sold or held already: the capacity cannot be less.' },
  },
  'entry.changed_meanwhile': {
    es: { title: 'Cambió mientras tanto', detail: 'Otra persona la cambió. Vuelve a mirarla y repite el cambio.' },
    en: { title: 'Changed meanwhile', detail: 'Somebody else changed it. Look again and repeat the change.' },
  },
};
