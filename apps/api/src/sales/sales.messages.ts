import { Messages } from '@libs/platform';

/** Refusals of sales. */
export const SALES_MESSAGES: Messages = {
  'sale.not_found': {
    es: { title: 'Venta desconocida', detail: 'Esa venta no existe en este local.' },
    en: { title: 'Unknown sale', detail: 'There is no such sale in this venue.' },
  },
  'sale.not_yours': {
    es: { title: 'No es tu venta', detail: 'La hizo otra persona. Pídeselo a ella o a un supervisor.' },
    en: { title: 'Not your sale', detail: 'Somebody else made it. Ask them or a supervisor.' },
  },
  'sale.id_taken': {
    es: { title: 'Número de venta ya usado', detail: 'Ese número es de otra venta. Vuelve a cobrar con uno nuevo.' },
    en: { title: 'Sale id already used', detail: 'That id belongs to another sale. Charge again with a new one.' },
  },
  'sale.id_missing': {
    es: { title: 'Falta el número de venta', detail: 'Una venta con tarjeta necesita el número que hizo la caja.' },
    en: { title: 'Sale id missing', detail: 'A sale paid by card needs the id that the till made.' },
  },
  'sale.intent_required': {
    es: {
      title: 'Cobra con la máquina',
      detail: 'En esta caja la tarjeta se cobra con su máquina: la venta no se hizo.',
    },
    en: { title: 'Use the terminal', detail: 'At this till cards are charged by its terminal: the sale was not made.' },
  },
  'sale.intent_not_card': {
    es: { title: 'No es un pago con tarjeta', detail: 'Solo un pago con tarjeta puede llevar un cobro de la máquina.' },
    en: { title: 'Not a card payment', detail: 'Only a card payment can carry a charge of the terminal.' },
  },
  'sale.paid_by_card': {
    es: {
      title: 'La tarjeta ya se cobró',
      detail: 'No se puede cambiar la forma de pago: anula la venta y se devuelve.',
    },
    en: {
      title: 'The card was charged',
      detail: 'The payment cannot be changed: cancel the sale and it is given back.',
    },
  },
  'sale.paid_by_wallet': {
    es: {
      title: 'Pagado con billetera',
      detail: 'Una forma de pago con billetera no se cambia: anula la venta, el saldo vuelve, y vende de nuevo.',
    },
    en: {
      title: 'Paid from a wallet',
      detail: 'A wallet payment is not changed: cancel the sale, the balance returns, and sell again.',
    },
  },
  'sale.one_wallet': {
    es: { title: 'Una billetera por venta', detail: 'Divide en dos ventas para cobrar a dos billeteras.' },
    en: { title: 'One wallet a sale', detail: 'Make two sales to charge two wallets.' },
  },
  'sale.wallet_with_card': {
    es: {
      title: 'Billetera o máquina',
      detail: 'Una venta no mezcla billetera con la máquina de tarjetas: divide en dos ventas. No se cobró nada.',
    },
    en: {
      title: 'Wallet or terminal',
      detail: 'One sale does not mix a wallet with the card terminal: make two sales. Nothing was charged.',
    },
  },
  'sale.wallet_in_test': {
    es: { title: 'Caja de prueba', detail: 'En una caja de prueba no se cobra el saldo de nadie.' },
    en: { title: 'Test register', detail: 'At a test register nobody’s balance is charged.' },
  },
  'sale.wallet_token_missing': {
    es: { title: 'Falta el QR del cliente', detail: 'Para cobrar de la billetera escanea antes el QR del cliente.' },
    en: { title: 'Guest’s QR missing', detail: 'Scan the guest’s QR before charging the wallet.' },
  },
  'sale.token_not_wallet': {
    es: { title: 'No es pago con billetera', detail: 'Solo un pago con billetera lleva el QR de un cliente.' },
    en: { title: 'Not a wallet payment', detail: 'Only a wallet payment carries a guest’s QR.' },
  },
  'register.providers_invalid': {
    es: {
      title: 'Alternativa no válida',
      detail: 'La alternativa debe ser otra que la forma principal de cobrar tarjetas.',
    },
    en: { title: 'Backup not valid', detail: 'The backup must be another one than the primary provider of cards.' },
  },
  'sale.payments_mismatch': {
    es: {
      title: 'Los pagos no cuadran',
      detail: 'El total es ${totalAmount} y los pagos suman ${paidAmount}. Corrige los montos: no se vendió nada.',
    },
    en: {
      title: 'Payments do not add up',
      detail: 'The total is ${totalAmount} and the payments make ${paidAmount}. Correct them: nothing was sold.',
    },
  },
  'sale.tendered_too_little': {
    es: { title: 'Falta efectivo', detail: 'Se deben ${dueAmount} en efectivo y se recibieron ${tenderedAmount}.' },
    en: { title: 'Not enough cash', detail: '${dueAmount} are due in cash and ${tenderedAmount} were received.' },
  },
  'sale.tendered_not_cash': {
    es: { title: 'Vuelto solo en efectivo', detail: 'Lo recibido se indica solo en pagos en efectivo.' },
    en: { title: 'Change for cash only', detail: 'What was received is told for cash payments only.' },
  },
  'sale.reference_missing': {
    es: { title: 'Falta el comprobante', detail: 'Anota el número del comprobante de tarjeta o transferencia.' },
    en: { title: 'Voucher missing', detail: 'Note the number of the card or transfer voucher.' },
  },
  'sale.method_not_allowed': {
    es: { title: 'Medio de pago no permitido', detail: 'Esta caja no recibe ese medio de pago. Elige otro.' },
    en: { title: 'Payment method not allowed', detail: 'This register does not take that method. Choose another.' },
  },
  'sale.product_unavailable': {
    es: { title: 'Producto no disponible', detail: 'Ese producto ya no se vende. Quítalo del carro. {productName}' },
    en: { title: 'Product not available', detail: 'That product is no longer sold. Remove it. {productName}' },
  },
  'sale.product_not_allowed': {
    es: { title: 'Producto de otra caja', detail: '{productName} no se vende en esta caja. Quítalo del carro.' },
    en: { title: 'Product of another register', detail: '{productName} is not sold at this register. Remove it.' },
  },
  'sale.out_of_stock': {
    es: {
      title: 'Sin stock',
      detail: 'De {productName} quedan {left}. Baja la cantidad o quítalo: no se vendió nada.',
    },
    en: { title: 'Out of stock', detail: '{left} left of {productName}. Take fewer or remove it: nothing was sold.' },
  },
  'sale.courtesy_not_allowed': {
    es: { title: 'Cortesía con autorización', detail: 'Pide el PIN de un supervisor para regalar esta venta.' },
    en: { title: 'Courtesy needs approval', detail: 'Ask for a supervisor’s PIN to give this sale away.' },
  },
  'sale.courtesy_over_budget': {
    es: {
      title: 'Sobre tu presupuesto de cortesías',
      detail: 'Esta noche te quedan ${leftAmount}. Pide el PIN de otra persona que pueda autorizar.',
    },
    en: {
      title: 'Above your courtesy budget',
      detail: 'You have ${leftAmount} left tonight. Ask for the PIN of another person who may approve.',
    },
  },
  'sale.already_cancelled': {
    es: { title: 'Ya está anulada', detail: 'Esta venta se anuló antes. No se hizo nada nuevo.' },
    en: { title: 'Already cancelled', detail: 'This sale was cancelled before. Nothing new was done.' },
  },
  'sale.already_delivered': {
    es: {
      title: 'Ya se entregó',
      detail: 'La barra ya entregó algo de esta venta. Solo un supervisor puede anularla de todas formas.',
    },
    en: {
      title: 'Already delivered',
      detail: 'A bar handed out part of this sale. Only a supervisor may cancel it nevertheless.',
    },
  },
  'sale.session_closed': {
    es: { title: 'Turno cerrado', detail: 'La caja de esta venta ya se cerró: sus cuentas no cambian más.' },
    en: { title: 'Session closed', detail: 'The register session of this sale is closed: its books stand.' },
  },
  'sale.too_late': {
    es: {
      title: 'Pasó el plazo',
      detail: 'El pago se corrige hasta 2 minutos después de vender. Llama al supervisor.',
    },
    en: { title: 'Too late', detail: 'Payments can be corrected within 2 minutes of the sale. Call the supervisor.' },
  },
};
