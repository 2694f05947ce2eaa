import { Messages } from '@libs/platform';

/** Refusals of payments. */
export const PAYMENTS_MESSAGES: Messages = {
  'payment.not_found': {
    es: { title: 'Pago desconocido', detail: 'Ese pago no existe en este local.' },
    en: { title: 'Unknown payment', detail: 'There is no such payment in this venue.' },
  },
  'payment.id_taken': {
    es: { title: 'Número de pago ya usado', detail: 'Ese número es de otro pago. Vuelve a cobrar.' },
    en: { title: 'Payment id already used', detail: 'That id belongs to another payment. Charge again.' },
  },
  'payment.not_in_draft': {
    es: {
      title: 'El pago no es de esta venta',
      detail: 'El monto o el número no corresponden a un pago con tarjeta de la venta. No se cobró nada.',
    },
    en: {
      title: 'Not a payment of this sale',
      detail: 'Amount or id match no card payment of the sale. Nothing was charged.',
    },
  },
  'payment.no_provider': {
    es: {
      title: 'Esta caja no cobra tarjetas',
      detail: 'Nadie ha elegido con qué se cobran tarjetas en esta caja. Pídeselo a un administrador.',
    },
    en: { title: 'This till takes no cards', detail: 'Nobody has chosen who takes cards at this till. Ask an admin.' },
  },
  'payment.no_backup': {
    es: {
      title: 'Sin alternativa',
      detail: 'Esta caja no tiene otra forma de cobrar tarjetas. Cobra en efectivo o llama a un supervisor.',
    },
    en: { title: 'No backup', detail: 'This till has no other way to take cards. Take cash or call a supervisor.' },
  },
  'payment.backup_not_needed': {
    es: { title: 'Aún no corresponde', detail: 'La alternativa se usa solo cuando es seguro que no se cobró nada.' },
    en: { title: 'Not yet', detail: 'The backup is for when it is certain that nothing was charged.' },
  },
  'payment.still_open': {
    es: {
      title: 'Hay un cobro sin terminar',
      detail: 'El cobro anterior de esta venta sigue en curso o no se sabe si se cobró. Primero hay que saberlo.',
    },
    en: {
      title: 'A charge is not over',
      detail: 'The charge before is still under way, or nobody knows whether it was made. Find out first.',
    },
  },
  'payment.order_paid': {
    es: { title: 'Ya está pagado', detail: 'Este pedido ya se pagó. No se cobró nada más.' },
    en: { title: 'Paid already', detail: 'This order has been paid. Nothing more was charged.' },
  },
  'payment.belongs_to_order': {
    es: {
      title: 'Este pago compró algo',
      detail: 'El dinero se devuelve desde la billetera o la entrada que compró, no desde el cobro.',
    },
    en: {
      title: 'This payment bought something',
      detail: 'The money is given back from the wallet or the entry that it bought, not from the charge.',
    },
  },
  'payment.voucher_missing': {
    es: { title: 'Falta el voucher', detail: 'Escribe el número del voucher de la máquina.' },
    en: { title: 'Voucher missing', detail: 'Type the number on the terminal’s voucher.' },
  },
  'payment.no_agent': {
    es: {
      title: 'Máquina sin conexión',
      detail:
        'Esta caja no tiene un agente de pago instalado. No se cobró nada: usa la alternativa o cobra en efectivo.',
    },
    en: {
      title: 'No terminal',
      detail: 'This till has no payment agent. Nothing was charged: use the backup or take cash.',
    },
  },
  'payment.provider_not_configured': {
    es: { title: 'Sin contrato', detail: 'Ese medio de pago no está configurado en este local. No se cobró nada.' },
    en: { title: 'Not configured', detail: 'That payment service is not set up in this venue. Nothing was charged.' },
  },
  'payment.provider_unreachable': {
    es: {
      title: 'El servicio de pago no responde',
      detail: 'No se pudo preguntar. Vuelve a intentarlo en un momento.',
    },
    en: { title: 'Payment service unreachable', detail: 'It could not be asked. Try again in a moment.' },
  },
  'payment.provider_refused': {
    es: { title: 'El servicio de pago dijo que no', detail: 'No aceptó la solicitud. No se cobró nada.' },
    en: { title: 'Payment service refused', detail: 'It did not accept the request. Nothing was charged.' },
  },
  'payment.not_possible_now': {
    es: { title: 'Ya terminó', detail: 'Este pago ya tiene un resultado y no cambia.' },
    en: { title: 'It is over', detail: 'This payment has its outcome, which does not change.' },
  },
  'payment.not_unknown': {
    es: { title: 'Ya se sabe', detail: 'Se sabe qué pasó con este pago: no hay nada que resolver.' },
    en: { title: 'It is known', detail: 'It is known what became of this payment: there is nothing to resolve.' },
  },
  'payment.code_missing': {
    es: { title: 'Falta el código', detail: 'Escribe el código de autorización que dice el voucher.' },
    en: { title: 'Code missing', detail: 'Type the authorization code on the voucher.' },
  },
  'payment.not_approved': {
    es: { title: 'El pago no está aprobado', detail: 'La venta no se hizo: el pago con tarjeta no está aprobado.' },
    en: { title: 'Payment not approved', detail: 'The sale was not made: the card payment is not approved.' },
  },
  'payment.amount_differs': {
    es: {
      title: 'El monto es otro',
      detail: 'Se aprobaron ${approvedAmount} y la venta pide ${amount}. La venta no se hizo.',
    },
    en: {
      title: 'Another amount',
      detail: '${approvedAmount} were approved and the sale asks for ${amount}. The sale was not made.',
    },
  },
  'payment.cart_changed': {
    es: {
      title: 'El pedido cambió',
      detail: 'El pago se aprobó para otro pedido. Vuelve al pedido cobrado o devuelve el pago.',
    },
    en: {
      title: 'The cart changed',
      detail: 'The payment was approved for another cart. Go back to it or refund the payment.',
    },
  },
  'payment.already_used': {
    es: { title: 'Pago ya usado', detail: 'Con ese pago ya se hizo una venta.' },
    en: { title: 'Payment already used', detail: 'A sale was made of that payment already.' },
  },
  'payment.refunded': {
    es: { title: 'Pago devuelto', detail: 'Ese pago se devolvió: no se puede vender con él.' },
    en: { title: 'Payment refunded', detail: 'That payment was given back: it cannot pay a sale.' },
  },
  'payment.not_refundable': {
    es: { title: 'No hay nada que devolver', detail: 'Este pago no se cobró o ya se devolvió completo.' },
    en: { title: 'Nothing to give back', detail: 'This payment was not charged, or was given back already.' },
  },
  'payment.refund_too_much': {
    es: { title: 'Es más de lo que queda', detail: 'Se puede devolver a lo más lo que queda del pago.' },
    en: { title: 'More than is left', detail: 'At most what is left of the payment can be given back.' },
  },
  'refund.not_found': {
    es: { title: 'Devolución desconocida', detail: 'Esa devolución no existe.' },
    en: { title: 'Unknown refund', detail: 'There is no such refund.' },
  },
  'finding.not_found': {
    es: { title: 'Diferencia desconocida', detail: 'Esa diferencia no existe en este local.' },
    en: { title: 'Unknown finding', detail: 'There is no such finding in this venue.' },
  },
  'finding.resolved': {
    es: { title: 'Ya resuelta', detail: 'Otra persona ya dijo qué fue.' },
    en: { title: 'Resolved already', detail: 'Somebody has said what it was already.' },
  },
  'agent.not_found': {
    es: { title: 'Agente desconocido', detail: 'Ese agente de pago no existe en este local o no está instalado.' },
    en: { title: 'Unknown agent', detail: 'There is no such payment agent in this venue, or it is not installed.' },
  },
  'agent.register_has_one': {
    es: { title: 'La caja ya tiene agente', detail: 'Revoca el agente actual antes de instalar otro.' },
    en: { title: 'The register has an agent', detail: 'Revoke the present agent before installing another.' },
  },
  'agent.code_unknown': {
    es: {
      title: 'Código incorrecto',
      detail: 'El código no existe, venció o ya se usó. Pide uno nuevo en administración.',
    },
    en: { title: 'Wrong code', detail: 'The code is unknown, too old or used. Ask for a new one in admin.' },
  },
  'agent.key_invalid': {
    es: { title: 'Clave no válida', detail: 'La clave del agente no existe o fue revocada.' },
    en: { title: 'Key not valid', detail: 'The agent’s key is unknown or was revoked.' },
  },
  'operation.not_found': {
    es: { title: 'Operación desconocida', detail: 'Esa operación no es de este agente.' },
    en: { title: 'Unknown operation', detail: 'That is not an operation of this agent.' },
  },
  'operation.cancelled': {
    es: { title: 'Operación cancelada', detail: 'La caja la canceló: no se envía a la máquina.' },
    en: { title: 'Operation cancelled', detail: 'The till cancelled it: do not send it to the terminal.' },
  },
  'operation.final': {
    es: { title: 'Operación terminada', detail: 'Ya tiene resultado: no se envía a la máquina.' },
    en: { title: 'Operation final', detail: 'It has its outcome: do not send it to the terminal.' },
  },
  'operation.stale_fence': {
    es: { title: 'Operación de otro', detail: 'Otro proceso la tomó después: no se envía a la máquina.' },
    en: {
      title: 'Taken by somebody later',
      detail: 'Another process claimed it later: do not send it to the terminal.',
    },
  },
  'session.payment_open': {
    es: {
      title: 'Hay un cobro en curso',
      detail: 'Espera a que termine el cobro con tarjeta antes de contar o cerrar.',
    },
    en: { title: 'A charge is under way', detail: 'Wait until the card charge is over before counting or closing.' },
  },
  'session.payment_unknown': {
    es: {
      title: 'No sabemos si se cobró',
      detail: 'Hay {count} pago(s) con tarjeta sin resultado. Resuélvelos con un supervisor antes de contar o cerrar.',
    },
    en: {
      title: 'Unknown charges',
      detail:
        '{count} card payment(s) have no known outcome. Resolve them with a supervisor before counting or closing.',
    },
  },
  'session.payment_unsold': {
    es: {
      title: 'Hay un pago sin venta',
      detail: 'Hay {count} pago(s) aprobados que aún no son venta. Espera unos segundos o termina la venta.',
    },
    en: {
      title: 'A payment without a sale',
      detail: '{count} approved payment(s) are not a sale yet. Wait a few seconds or finish the sale.',
    },
  },
};
