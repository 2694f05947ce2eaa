import { Messages } from '@libs/platform';

/** Refusals of the nights context. */
export const NIGHTS_MESSAGES: Messages = {
  'venue.not_found': {
    es: { title: 'Local desconocido', detail: 'Ese local no existe.' },
    en: { title: 'Unknown venue', detail: 'There is no such venue.' },
  },
  'night.not_found': {
    es: { title: 'Jornada desconocida', detail: 'Esa jornada no existe en este local.' },
    en: { title: 'Unknown night', detail: 'There is no such night in this venue.' },
  },
  'night.person_not_found': {
    es: { title: 'Persona desconocida', detail: 'Uno de los responsables no trabaja en este local.' },
    en: { title: 'Unknown person', detail: 'One of the responsible people does not work in this venue.' },
  },
  'night.checklist_item_not_found': {
    es: { title: 'Ítem desconocido', detail: 'Ese ítem ya no está en la lista. Vuelve a cargar la jornada.' },
    en: { title: 'Unknown item', detail: 'That item is no longer on the list. Load the night again.' },
  },
  'night.wrong_state': {
    es: {
      title: 'No corresponde ahora',
      detail: 'La jornada está en otro estado y eso no se puede hacer. Vuelve a cargarla para ver cómo va.',
    },
    en: {
      title: 'Not at this point',
      detail: 'The night is in another state, in which this cannot be done. Load it again to see where it is.',
    },
  },
  'night.changed_meanwhile': {
    es: { title: 'Cambió entretanto', detail: 'Otra persona cambió la jornada. Vuelve a cargarla y repite el cambio.' },
    en: { title: 'Changed meanwhile', detail: 'Somebody else changed the night. Load it again and repeat the change.' },
  },
  'night.doors_reversed': {
    es: { title: 'Horario al revés', detail: 'Las puertas cierran después de abrir. Revisa ambas horas.' },
    en: { title: 'Hours reversed', detail: 'Doors close after they open. Check both times.' },
  },
  'night.other_open': {
    es: { title: 'Hay otra jornada en curso', detail: 'Cierra primero la jornada en curso. {name}' },
    en: { title: 'Another night is on', detail: 'Close the running night first. {name}' },
  },
  'night.checklist_open': {
    es: { title: 'Lista incompleta', detail: 'Falta revisar: {items}.' },
    en: { title: 'Checklist incomplete', detail: 'Still to do: {items}.' },
  },
  'night.sessions_open': {
    es: { title: 'Cajas abiertas', detail: 'Cierra primero los turnos de caja: {registers}.' },
    en: { title: 'Registers open', detail: 'Close the register sessions first: {registers}.' },
  },
  'night.payment_unknown': {
    es: {
      title: 'Pagos sin comprobar',
      detail: 'Pagos sin comprobante: {payments}. Aclara cada uno antes de cerrar la jornada.',
    },
    en: {
      title: 'Unproven payments',
      detail: 'Payments without a voucher: {payments}. Settle each of them before closing the night.',
    },
  },
  'night.has_sales': {
    es: { title: 'Tiene ventas', detail: 'Una jornada con ventas no se elimina: ciérrala.' },
    en: { title: 'It has sales', detail: 'A night with sales cannot be deleted: close it.' },
  },
};
