import { Messages } from '@libs/platform';

/** What the door says, and its refusals. */
export const DOOR_MESSAGES: Messages = {
  'door.valid': {
    es: { title: 'Adelante', detail: '{type}. Una persona.' },
    en: { title: 'Come in', detail: '{type}. One person.' },
  },
  'door.re_entry': {
    es: { title: 'Vuelve a entrar', detail: '{type}. Había salido a las {time}.' },
    en: { title: 'Back in', detail: '{type}. Had gone out at {time}.' },
  },
  'door.used': {
    es: { title: 'Ya se usó', detail: 'Entró a las {time} por {door}, con {who}. No dejes entrar.' },
    en: { title: 'Used already', detail: 'Came in at {time} by {door}, with {who}. Do not let in.' },
  },
  'door.wrong_night': {
    es: { title: 'Otra jornada', detail: 'Esta entrada es para {night}. No dejes entrar.' },
    en: { title: 'Another night', detail: 'This entry is for {night}. Do not let in.' },
  },
  'door.not_paid': {
    es: { title: 'Sin pagar', detail: 'El pedido no se ha pagado. Que lo pague en la aplicación o en la caja.' },
    en: { title: 'Not paid', detail: 'The order has not been paid. It can be paid in the app or at the till.' },
  },
  'door.void': {
    es: { title: 'Anulada', detail: 'Esta entrada ya no vale: se anuló, se devolvió o se pasó a otra persona.' },
    en: { title: 'Void', detail: 'This entry counts no more: it was voided, refunded or handed on.' },
  },
  'door.too_early': {
    es: { title: 'Muy temprano', detail: 'Las puertas todavía no abren para esta entrada.' },
    en: { title: 'Too early', detail: 'The doors are not open for this entry yet.' },
  },
  'door.no_entry': {
    es: { title: 'Sin entrada', detail: 'No tiene entrada para esta noche. Puede comprarla aquí o en la aplicación.' },
    en: { title: 'No entry', detail: 'There is no entry for tonight. One can be bought here or in the app.' },
  },
  'door.unknown': {
    es: { title: 'No la conocemos', detail: 'No es una entrada de este local. No dejes entrar.' },
    en: { title: 'Unknown', detail: 'It is no entry of this house. Do not let in.' },
  },
  'door.full': {
    es: { title: 'Local lleno', detail: 'Se alcanzó el aforo. Espera a que salga alguien.' },
    en: { title: 'House full', detail: 'The capacity is reached. Wait until somebody leaves.' },
  },
  'door.no_night': {
    es: { title: 'No hay jornada abierta', detail: 'Abre la jornada para usar la puerta.' },
    en: { title: 'No night is on', detail: 'Open the night to use the door.' },
  },
  'door.entry_unknown': {
    es: { title: 'No la conocemos', detail: 'No es una entrada de este local.' },
    en: { title: 'Unknown', detail: 'It is no entry of this house.' },
  },
  'door.not_inside': {
    es: { title: 'No está adentro', detail: 'Esa entrada no figura adentro. No se contó nada.' },
    en: { title: 'Not inside', detail: 'That entry is not inside. Nothing was counted.' },
  },
  'door.nobody_inside': {
    es: { title: 'No queda nadie', detail: 'No puede salir más gente de la que hay adentro. No se contó nada.' },
    en: { title: 'Nobody is left', detail: 'No more people can leave than are inside. Nothing was counted.' },
  },
  'door.crossing_not_found': {
    es: { title: 'Paso desconocido', detail: 'Ese paso por la puerta no existe en este local.' },
    en: { title: 'Unknown crossing', detail: 'There is no such crossing in this house.' },
  },
  'door.already_undone': {
    es: { title: 'Ya se deshizo', detail: 'Ese paso por la puerta ya se había deshecho.' },
    en: { title: 'Undone already', detail: 'That crossing was taken back before.' },
  },
  'door.overtaken': {
    es: { title: 'Volvió a pasar', detail: 'La misma entrada pasó otra vez después. Deshaz primero lo último.' },
    en: { title: 'Crossed since', detail: 'The same entry crossed again since. Take the latest back first.' },
  },
  'door.sale_cancelled': {
    es: {
      title: 'Su venta se anuló',
      detail: 'El dinero de esta entrada se devolvió: si se deshace, valdría otra vez. Márcala como salida.',
    },
    en: {
      title: 'Its sale was cancelled',
      detail: 'The money of this entry was given back: undone it would be good again. Let it out as an exit.',
    },
  },
  'door.night_over': {
    es: { title: 'La jornada terminó', detail: 'La jornada está cerrada: su cuenta ya no cambia.' },
    en: { title: 'The night is over', detail: 'The night is closed: its count does not change any more.' },
  },
  'guestlist.not_found': {
    es: { title: 'Lista desconocida', detail: 'Esa lista de invitados no existe en este local.' },
    en: { title: 'Unknown list', detail: 'There is no such guest list in this house.' },
  },
  'guestlist.guest_not_found': {
    es: { title: 'Invitado desconocido', detail: 'Ese invitado no está en ninguna lista de este local.' },
    en: { title: 'Unknown guest', detail: 'That guest is on no list of this house.' },
  },
  'guestlist.name_taken': {
    es: { title: 'Nombre repetido', detail: 'Esa jornada ya tiene una lista con ese nombre.' },
    en: { title: 'Name taken', detail: 'That night has a list of this name already.' },
  },
  'guestlist.arrived_already': {
    es: { title: 'Ya entraron', detail: 'De ese invitado ya entraron {arrived}.' },
    en: { title: 'In already', detail: 'Of that guest {arrived} came in already.' },
  },
  'guestlist.wrong_night': {
    es: { title: 'Otra jornada', detail: 'Esa lista es para otra jornada. No dejes entrar.' },
    en: { title: 'Another night', detail: 'That list is for another night. Do not let in.' },
  },
  'guestlist.closed': {
    es: { title: 'Lista cerrada', detail: 'Esa lista ya no deja entrar a nadie.' },
    en: { title: 'List closed', detail: 'That list lets nobody in any more.' },
  },
  'guestlist.expired': {
    es: { title: 'Lista vencida', detail: 'Pasó la hora de esa lista. Pueden comprar entrada en la caja.' },
    en: { title: 'List over', detail: 'The hour of that list has passed. They can buy an entry at the till.' },
  },
  'guestlist.must_pay': {
    es: { title: 'Pagan en caja', detail: 'Esa lista paga {price} por persona: {sells}, en la caja de la entrada.' },
    en: { title: 'They pay at the till', detail: 'That list pays {price} a person: {sells}, at the till of the door.' },
  },
  'guestlist.too_many': {
    es: { title: 'Más de los anotados', detail: 'De ese invitado pueden entrar {left} más.' },
    en: { title: 'More than named', detail: 'Of that guest {left} more may come in.' },
  },
};
