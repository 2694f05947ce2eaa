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
  'entry.sold_out': {
    es: { title: 'Agotada', detail: 'De {name} quedan {left}. No se reservó nada.' },
    en: { title: 'Sold out', detail: 'Of {name} {left} are left. Nothing was held.' },
  },
  'entry.not_on_sale': {
    es: { title: 'No está a la venta', detail: '{name} no se vende en este momento.' },
    en: { title: 'Not on sale', detail: '{name} is not on sale right now.' },
  },
  'entry.limit_exceeded': {
    es: { title: 'Máximo por persona', detail: 'De {name} puedes tener {limit}; todavía puedes pedir {left}.' },
    en: { title: 'Limit a person', detail: 'Of {name} you may have {limit}; you can still order {left}.' },
  },
  'entry.several_nights': {
    es: { title: 'Varias jornadas', detail: 'Un pedido es para una sola jornada. Haz uno por cada una.' },
    en: { title: 'Several nights', detail: 'An order is for one night. Make one for each.' },
  },
  'entry.type_twice': {
    es: { title: 'Entrada repetida', detail: 'La misma entrada viene dos veces. Suma la cantidad en una línea.' },
    en: { title: 'Entry twice', detail: 'The same entry comes twice. Add the quantity up in one line.' },
  },
  'entry.pay_mismatch': {
    es: { title: 'Forma de pago', detail: 'El pedido suma {total}: gratis es solo lo que no cuesta nada.' },
    en: { title: 'How to pay', detail: 'The order comes to {total}: only what costs nothing is free.' },
  },
  'entry.order_not_found': {
    es: { title: 'Pedido desconocido', detail: 'Ese pedido no existe.' },
    en: { title: 'Unknown order', detail: 'There is no such order.' },
  },
  'entry.order_not_pending': {
    es: { title: 'Ya no está pendiente', detail: 'Ese pedido ya terminó: {status}.' },
    en: { title: 'Not pending any more', detail: 'That order has ended already: {status}.' },
  },
  'entry.none_of_sale': {
    es: { title: 'Sin entradas', detail: 'Esa venta no tiene entradas en este local.' },
    en: { title: 'No entries', detail: 'That sale has no entries in this house.' },
  },
  'entry.already_used': {
    es: { title: 'Ya entraron', detail: '{used} de esas entradas ya se usaron. Confirma si quieres anular igual.' },
    en: { title: 'Used already', detail: '{used} of those entries were used. Confirm to cancel nevertheless.' },
  },
  'entry.not_found': {
    es: { title: 'Entrada desconocida', detail: 'Esa entrada no es tuya, o ya no vale.' },
    en: { title: 'Unknown entry', detail: 'That entry is not yours, or counts no more.' },
  },
  'entry.no_offer': {
    es: { title: 'No está ofrecida', detail: 'Esa entrada no está ofrecida a nadie.' },
    en: { title: 'Not offered', detail: 'That entry is offered to nobody.' },
  },
  'entry.code_unknown': {
    es: { title: 'Código desconocido', detail: 'El código no existe, venció, se retiró o ya se usó.' },
    en: { title: 'Unknown code', detail: 'The code does not exist, is over, was withdrawn or was used.' },
  },
  'entry.order_not_paid': {
    es: { title: 'No está pagado', detail: 'Ese pedido no está pagado: {status}.' },
    en: { title: 'Not paid', detail: 'That order is not paid: {status}.' },
  },
  'entry.refund_too_late': {
    es: { title: 'Ya es tarde', detail: 'Las entradas se devuelven hasta {hours} horas antes de abrir las puertas.' },
    en: { title: 'Too late', detail: 'Entries are taken back until {hours} hours before the doors open.' },
  },
  'entry.nothing_to_refund': {
    es: {
      title: 'Nada que devolver',
      detail: 'Ninguna entrada de ese pedido se puede devolver: se usaron o se pasaron a otros.',
    },
    en: {
      title: 'Nothing to take back',
      detail: 'No entry of that order can be taken back: they were used or handed on.',
    },
  },
};
