import { Messages } from '@libs/platform';

/** Refusals of the tickets context, and the sentences of a scan. */
export const TICKETS_MESSAGES: Messages = {
  'scan.deliver': {
    es: { title: 'Entregar', detail: 'Quedan {left} por entregar.' },
    en: { title: 'Hand over', detail: '{left} left to hand over.' },
  },
  'scan.delivered': {
    es: { title: 'Ya entregado', detail: 'Lo entregó {employeeName} en {barName} a las {time}.' },
    en: { title: 'Already delivered', detail: 'Delivered by {employeeName} at {barName} at {time}.' },
  },
  'scan.guest': {
    es: { title: 'Entregar', detail: '{firstName}: quedan {left} por entregar.' },
    en: { title: 'Hand over', detail: '{firstName}: {left} left to hand over.' },
  },
  'scan.guest_nothing': {
    es: { title: 'Nada por entregar', detail: '{firstName} no tiene nada pendiente esta noche.' },
    en: { title: 'Nothing to hand over', detail: '{firstName} has nothing left tonight.' },
  },
  'ticket.unknown': {
    es: { title: 'Ticket desconocido', detail: 'Este código no es de un ticket de este local.' },
    en: { title: 'Unknown ticket', detail: 'This code belongs to no ticket of this venue.' },
  },
  'ticket.other_venue': {
    es: { title: 'Ticket de otro local', detail: 'Este código es de otro local.' },
    en: { title: 'Ticket of another venue', detail: 'This code belongs to another venue.' },
  },
  'ticket.claimed': {
    es: { title: 'Ya tiene dueño', detail: 'Este ticket está en la cuenta de otra persona.' },
    en: { title: 'Somebody else’s', detail: 'This ticket is in another person’s account.' },
  },
  'ticket.claims_locked': {
    es: { title: 'Demasiados intentos', detail: 'Prueba de nuevo en {retryAfterS} segundos.' },
    en: { title: 'Too many tries', detail: 'Try again in {retryAfterS} seconds.' },
  },
  'ticket.void': {
    es: { title: 'Ticket anulado', detail: 'Este ticket se anuló: no se entrega nada.' },
    en: { title: 'Void ticket', detail: 'This ticket was voided: nothing is handed over.' },
  },
  'ticket.tampered': {
    es: { title: 'Ticket alterado', detail: 'El ticket no coincide con lo que se vendió. Llama a un supervisor.' },
    en: { title: 'Altered ticket', detail: 'The ticket does not match what was sold. Call a supervisor.' },
  },
  'ticket.for_the_door': {
    es: { title: 'Es una entrada', detail: 'Con esto se entra: muéstralo en la puerta. No trae nada de la barra.' },
    en: {
      title: 'This is an entry',
      detail: 'It lets somebody in: show it at the door. It holds nothing from the bar.',
    },
  },
  'ticket.for_the_wardrobe': {
    es: { title: 'Es de guardarropía', detail: 'Con esto se retira un abrigo: muéstralo en guardarropía.' },
    en: { title: 'This is for the wardrobe', detail: 'It is for a coat: show it at the wardrobe.' },
  },
  'ticket.too_old': {
    es: { title: 'Ticket vencido', detail: 'El ticket es muy antiguo. Un supervisor puede permitirlo.' },
    en: { title: 'Expired ticket', detail: 'The ticket is too old. A supervisor may allow it.' },
  },
  'ticket.too_many_attempts': {
    es: { title: 'Demasiados intentos', detail: 'Se rechazó demasiadas veces. Un supervisor puede permitirlo.' },
    en: { title: 'Too many attempts', detail: 'It was refused too often. A supervisor may allow it.' },
  },
  'ticket.already_delivered': {
    es: {
      title: 'Ya entregado',
      detail: 'Lo entregó {employeeName} en {barName} a las {time}. No se entregó nada ahora.',
    },
    en: {
      title: 'Already delivered',
      detail: 'Delivered by {employeeName} at {barName} at {time}. Nothing was handed over now.',
    },
  },
  'ticket.changed': {
    es: { title: 'Cambió recién', detail: 'El ticket cambió en este momento. Escanéalo de nuevo.' },
    en: { title: 'Just changed', detail: 'The ticket changed this very moment. Scan it again.' },
  },
  'ticket.more_than_sold': {
    es: { title: 'Más de lo vendido', detail: 'El ticket no tiene tantas unidades de {name}.' },
    en: { title: 'More than sold', detail: 'The ticket does not hold that many {name}.' },
  },
  'ticket.item_unknown': {
    es: { title: 'Ítem desconocido', detail: 'Ese ítem no es de este ticket. Escanéalo de nuevo.' },
    en: { title: 'Unknown item', detail: 'That item is not on this ticket. Scan it again.' },
  },
  'ticket.press_unknown': {
    es: { title: 'Entrega desconocida', detail: 'Esa entrega no es de este ticket.' },
    en: { title: 'Unknown delivery', detail: 'That delivery is not of this ticket.' },
  },
  'ticket.undo_too_late': {
    es: { title: 'Ya pasaron 30 segundos', detail: 'La entrega ya no se puede deshacer.' },
    en: { title: 'More than 30 seconds', detail: 'The delivery can no longer be undone.' },
  },
  'ticket.undo_other_bar': {
    es: { title: 'Entregado en otra barra', detail: 'Solo la barra que entregó puede deshacerlo.' },
    en: { title: 'Delivered at another bar', detail: 'Only the bar that delivered may undo it.' },
  },
  'ticket.already_undone': {
    es: { title: 'Ya deshecho', detail: 'Esa entrega ya se deshizo.' },
    en: { title: 'Already undone', detail: 'That delivery was undone already.' },
  },
  'ticket.nothing_to_allow': {
    es: { title: 'Nada que permitir', detail: 'El ticket se puede entregar sin permiso.' },
    en: { title: 'Nothing to allow', detail: 'The ticket can be delivered without permission.' },
  },
  'ticket.register_unknown': {
    es: { title: 'Turno desconocido', detail: 'Ese turno de caja no existe en este local.' },
    en: { title: 'Unknown session', detail: 'There is no such register session in this venue.' },
  },
  'bar.unknown': {
    es: { title: 'Barra desconocida', detail: 'Esa barra no existe o está cerrada.' },
    en: { title: 'Unknown bar', detail: 'That bar does not exist or is closed.' },
  },
  'bar.not_yours': {
    es: { title: 'No es tu barra', detail: 'Tu sesión es de otra barra: entra de nuevo en esta.' },
    en: { title: 'Not your bar', detail: 'Your session is for another bar: log in again at this one.' },
  },
  'bar.name_taken': {
    es: { title: 'Nombre ocupado', detail: 'Ya hay una barra llamada {name}.' },
    en: { title: 'Name taken', detail: 'There is a bar called {name} already.' },
  },
  'bar.location_unknown': {
    es: { title: 'Bodega desconocida', detail: 'Ese lugar de stock no existe en este local.' },
    en: { title: 'Unknown location', detail: 'There is no such stock location in this venue.' },
  },
  'printer.none': {
    es: { title: 'Sin impresora', detail: 'La caja no tiene impresora: imprime desde la pantalla.' },
    en: { title: 'No printer', detail: 'The register has no printer: print from the screen.' },
  },
  'printer.address_refused': {
    es: { title: 'Impresora mal configurada', detail: 'La dirección de la impresora no es de la red del local.' },
    en: { title: 'Printer set up wrong', detail: 'The printer’s address is not in the venue’s network.' },
  },
  'printer.unreachable': {
    es: { title: 'Impresora sin respuesta', detail: 'Revisa que esté encendida y en la red, e imprime de nuevo.' },
    en: { title: 'Printer does not answer', detail: 'Check that it is on and in the network, and print again.' },
  },
  'printer.broke_off': {
    es: { title: 'Impresión interrumpida', detail: 'Revisa papel y tapa, e imprime de nuevo.' },
    en: { title: 'Printing broke off', detail: 'Check paper and cover, and print again.' },
  },
  'printer.not_repeated': {
    es: { title: 'Ya se envió', detail: 'Se envió antes a la impresora. Si no salió el papel, imprime de nuevo.' },
    en: { title: 'Sent before', detail: 'It was sent to the printer before. If no paper came out, print again.' },
  },
};
