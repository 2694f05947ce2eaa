import { Messages } from '@libs/platform';

/** Refusals of the wallet context. */
export const WALLET_MESSAGES: Messages = {
  'wallet.account_not_found': {
    es: { title: 'Cuenta desconocida', detail: 'Esa cuenta no existe en este local.' },
    en: { title: 'Unknown account', detail: 'There is no such account in this house.' },
  },
  'wallet.transfer_not_found': {
    es: { title: 'Movimiento desconocido', detail: 'Ese movimiento de billetera no existe en este local.' },
    en: { title: 'Unknown transfer', detail: 'There is no such wallet transfer in this house.' },
  },
  'wallet.amount_invalid': {
    es: { title: 'Monto inválido', detail: 'El monto tiene que ser entero y mayor que cero.' },
    en: { title: 'Invalid amount', detail: 'The amount has to be whole and above zero.' },
  },
  'wallet.insufficient_funds': {
    es: { title: 'Saldo insuficiente', detail: 'Quedan {balance} y se necesitan {needed}. No se movió nada.' },
    en: { title: 'Not enough balance', detail: 'There are {balance} left, {needed} are needed. Nothing was moved.' },
  },
  'wallet.frozen': {
    es: { title: 'Billetera bloqueada', detail: 'De esta billetera no puede salir nada. Llama a un supervisor.' },
    en: { title: 'Wallet frozen', detail: 'Nothing may leave this wallet. Call a supervisor.' },
  },
  'wallet.already_frozen': {
    es: { title: 'Ya está bloqueada', detail: 'Otra persona bloqueó esta billetera antes.' },
    en: { title: 'Frozen already', detail: 'Somebody froze this wallet before.' },
  },
  'wallet.not_frozen': {
    es: { title: 'No está bloqueada', detail: 'Esta billetera funciona normalmente.' },
    en: { title: 'Not frozen', detail: 'This wallet works as usual.' },
  },
  'wallet.limit_exceeded': {
    es: { title: 'Sobre el límite', detail: 'El límite es {limit}; todavía se pueden cargar {left}.' },
    en: { title: 'Above the limit', detail: 'The limit is {limit}; {left} can still be added.' },
  },
  'wallet.reference_taken': {
    es: { title: 'Ya se usó', detail: 'Esa referencia ya movió otra cosa. No se movió nada más.' },
    en: { title: 'Used already', detail: 'That reference moved something else before. Nothing more was moved.' },
  },
  'wallet.refund_exceeds': {
    es: { title: 'Más de lo pagado', detail: 'De ese pago se pueden devolver {left}.' },
    en: { title: 'More than was paid', detail: 'Of that payment {left} can be refunded.' },
  },
  'wallet.not_reversible': {
    es: { title: 'No se puede revertir', detail: 'Este tipo de movimiento no se revierte: haz un ajuste.' },
    en: { title: 'Cannot be reversed', detail: 'A transfer of this kind is not reversed: make an adjustment.' },
  },
  'wallet.top_up_unknown': {
    es: { title: 'Carga desconocida', detail: 'Esa carga de billetera no existe.' },
    en: { title: 'Unknown top-up', detail: 'There is no such wallet top-up.' },
  },
  'wallet.top_up_over': {
    es: { title: 'Carga terminada', detail: 'Esa carga ya había terminado o era de otro monto.' },
    en: { title: 'Top-up is over', detail: 'That top-up was over already, or of another amount.' },
  },
  'wallet.cash_not_tens': {
    es: { title: 'Monto sin monedas', detail: 'En efectivo el monto termina en cero: no hay monedas menores de 10.' },
    en: { title: 'No such coins', detail: 'Cash ends in zero: there are no coins below 10.' },
  },
  'wallet.nothing_left': {
    es: { title: 'Sin saldo', detail: 'No hay saldo que devolver.' },
    en: { title: 'No balance', detail: 'There is no balance to give back.' },
  },
  'wallet.nothing_by_card': {
    es: {
      title: 'El saldo no vino de una tarjeta',
      detail: 'Lo que se cargó en efectivo no puede volver a una tarjeta. Pídelo en una caja.',
    },
    en: {
      title: 'No card brought it',
      detail: 'What was brought in cash cannot go back to a card. Ask for it at a till.',
    },
  },
  'wallet.limits_contradict': {
    es: { title: 'Límites que se contradicen', detail: 'Una carga no puede ser mayor que las de un día.' },
    en: { title: 'Limits contradict', detail: 'One top-up cannot be more than those of a day.' },
  },
};
