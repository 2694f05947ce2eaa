import { Messages } from '@libs/platform';

/** What the customers context says when it says no. */
export const CUSTOMERS_MESSAGES: Messages = {
  'customer.token_invalid': {
    es: { title: 'Entra de nuevo', detail: 'Tu sesión venció o se cerró.' },
    en: { title: 'Log in again', detail: 'Your session expired or was ended.' },
  },
  'customer.refresh_invalid': {
    es: { title: 'Entra de nuevo', detail: 'Tu sesión venció o se cerró. Ingresa tu contraseña.' },
    en: { title: 'Log in again', detail: 'Your session expired or was ended. Enter your password.' },
  },
  'customer.wrong': {
    es: {
      title: 'Datos incorrectos',
      detail: 'El correo o la contraseña no coinciden. Si acabas de registrarte, confirma antes tu correo.',
    },
    en: {
      title: 'Wrong credentials',
      detail: 'Address or password do not match. If you have just registered, confirm your address first.',
    },
  },
  'customer.locked': {
    es: { title: 'Demasiados intentos', detail: 'Prueba de nuevo en {retryAfterS} segundos.' },
    en: { title: 'Too many tries', detail: 'Try again in {retryAfterS} seconds.' },
  },
  'customer.disabled': {
    es: { title: 'Cuenta bloqueada', detail: 'El local bloqueó esta cuenta. Habla con ellos.' },
    en: { title: 'Account shut', detail: 'The house shut this account. Talk to them.' },
  },
  'customer.deleted': {
    es: { title: 'Cuenta eliminada', detail: 'Esta cuenta ya no existe.' },
    en: { title: 'Account deleted', detail: 'This account no longer exists.' },
  },
  'customer.unknown': {
    es: { title: 'Cliente desconocido', detail: 'No hay un cliente así en este local.' },
    en: { title: 'Unknown customer', detail: 'There is no such customer in this house.' },
  },
  'customer.code_wrong': {
    es: {
      title: 'Código incorrecto',
      detail: 'El código está mal, venció, ya se usó o se probó demasiadas veces. Revisa el correo o pide uno nuevo.',
    },
    en: {
      title: 'Wrong code',
      detail: 'The code is wrong, too old, used, or was tried too often. Check the mail or ask for a new one.',
    },
  },
  'customer.already_registered': {
    es: { title: 'Ya tienes una cuenta', detail: 'Este correo ya se confirmó. Entra con tu contraseña.' },
    en: { title: 'You have an account', detail: 'This address was confirmed before. Log in with your password.' },
  },
  'customer.under_age': {
    es: { title: 'Solo mayores de {min}', detail: 'Las cuentas son para mayores de {min} años.' },
    en: { title: 'Only from {min} on', detail: 'Accounts are for guests of {min} years or more.' },
  },
  'customer.balance_left': {
    es: {
      title: 'Queda algo pendiente',
      detail: 'Antes de eliminar la cuenta, usa o retira lo que queda en: {holdings}.',
    },
    en: {
      title: 'Something is left',
      detail: 'Before deleting the account, use or withdraw what is left in: {holdings}.',
    },
  },
  'customer.things_left': {
    es: {
      title: 'Perderías algo que es tuyo',
      detail:
        'Tienes entradas o tragos sin usar. Úsalos o traspásalos antes; si eliminas la cuenta igual, los pierdes.',
    },
    en: {
      title: 'You would lose what is yours',
      detail:
        'You have unused entries or drinks. Use them or hand them on first; if you delete the account, they are lost.',
    },
  },
  'customer.busy': {
    es: { title: 'Mucha gente a la vez', detail: 'Vuelve a intentar en unos segundos.' },
    en: { title: 'Many people at once', detail: 'Try again in a few seconds.' },
  },
  'customer.venue_unknown': {
    es: { title: 'Local desconocido', detail: 'No hay un local así.' },
    en: { title: 'Unknown house', detail: 'There is no such house.' },
  },
  'customer.venue_missing': {
    es: { title: 'Falta el local', detail: 'Aquí hay varios locales: envía venue_id.' },
    en: { title: 'House missing', detail: 'There are several houses here: send venue_id.' },
  },
  'mail.unavailable': {
    es: {
      title: 'Sin correo',
      detail: 'El correo de este local no está funcionando. Avísale al personal.',
    },
    en: { title: 'No mail', detail: 'The mail of this house is not working. Please tell the staff.' },
  },
  'password.is_email': {
    es: { title: 'Contraseña muy fácil', detail: 'La contraseña no puede ser tu correo.' },
    en: { title: 'Password too easy', detail: 'The password must not be your address.' },
  },
};
