import { Messages } from '@libs/platform';

/** Refusals of guests' codes, for the staff who reads them. */
export const GUESTS_MESSAGES: Messages = {
  'guest.qr_unknown': {
    es: { title: 'Código desconocido', detail: 'No es el QR de un cliente de este local.' },
    en: { title: 'Unknown code', detail: 'This is not the QR of a guest of this house.' },
  },
  'guest.qr_used': {
    es: { title: 'QR ya usado', detail: 'Cada QR sirve una vez. Pide que muestre el siguiente.' },
    en: { title: 'QR used before', detail: 'Each QR counts once. Ask for the next one.' },
  },
  'guest.qr_expired': {
    es: { title: 'QR vencido', detail: 'El QR cambia cada minuto. Pide que actualice la pantalla.' },
    en: { title: 'QR expired', detail: 'The QR changes every minute. Ask the guest to refresh the screen.' },
  },
  'guest.disabled': {
    es: { title: 'Cliente bloqueado', detail: 'El local bloqueó esta cuenta. Llama a un supervisor.' },
    en: { title: 'Guest shut out', detail: 'The house shut this account. Call a supervisor.' },
  },
  'guest.tablet_needed': {
    es: { title: 'Solo en un puesto', detail: 'Los clientes se identifican en la tablet de una caja, barra o puerta.' },
    en: { title: 'At a station only', detail: 'Guests are identified on the tablet of a till, a bar or a door.' },
  },
  'guest.no_card': {
    es: { title: 'Sin tarjeta', detail: 'Este cliente no tiene una tarjeta vigente.' },
    en: { title: 'No card', detail: 'This guest has no card that counts.' },
  },
  'guest.token_invalid': {
    es: { title: 'Identifica de nuevo', detail: 'Pasó el tiempo o fue en otra caja. Escanea el QR otra vez.' },
    en: { title: 'Identify again', detail: 'Time is up, or it was at another till. Scan the QR again.' },
  },
  'guest.token_paid': {
    es: { title: 'Ya pagó con este QR', detail: 'Cada QR paga una vez. Pide que muestre el siguiente.' },
    en: { title: 'Paid with this QR before', detail: 'Each QR pays once. Ask for the next one.' },
  },
  'guest.unconfirmed': {
    es: {
      title: 'Falta confirmar',
      detail: 'Con tarjeta impresa, un supervisor tiene que ver el carnet y confirmar con su PIN.',
    },
    en: {
      title: 'To be confirmed',
      detail: 'With a printed card a supervisor has to see the ID and confirm by PIN.',
    },
  },
};
