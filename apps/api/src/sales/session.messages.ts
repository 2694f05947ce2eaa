import { Messages } from '@libs/platform';

/** Refusals of registers and their sessions. */
export const SESSION_MESSAGES: Messages = {
  'night.not_open': {
    es: { title: 'No hay jornada abierta', detail: 'Un administrador tiene que abrir la jornada antes de vender.' },
    en: { title: 'No night is open', detail: 'An admin has to open the night before anything is sold.' },
  },
  'register.not_found': {
    es: { title: 'Caja desconocida', detail: 'Esa caja no existe o no está en uso.' },
    en: { title: 'Unknown register', detail: 'There is no such register, or it is out of use.' },
  },
  'register.name_taken': {
    es: { title: 'Nombre en uso', detail: 'Ya hay una caja con ese nombre. Elige otro.' },
    en: { title: 'Name taken', detail: 'There is a register of that name. Choose another.' },
  },
  'register.location_unknown': {
    es: { title: 'Bodega desconocida', detail: 'Ese lugar de stock no existe en este local.' },
    en: { title: 'Unknown location', detail: 'There is no such stock location in this venue.' },
  },
  'register.in_use': {
    es: { title: 'Caja en uso', detail: 'Tiene un turno abierto. Ciérralo antes de hacer este cambio.' },
    en: { title: 'Register in use', detail: 'A session is open on it. Close it before making this change.' },
  },
  'register.already_open': {
    es: { title: 'La caja ya está abierta', detail: 'La tiene {employeeName}. Elige otra o pide que te la entregue.' },
    en: { title: 'The register is open already', detail: '{employeeName} has it. Choose another or take it over.' },
  },
  'register.float_differs': {
    es: {
      title: 'El fondo no es el sugerido',
      detail: 'Se sugieren ${suggestedAmount}. Cuenta de nuevo o indica el motivo.',
    },
    en: {
      title: 'The float is not the suggested one',
      detail: '${suggestedAmount} are suggested. Count again or say why.',
    },
  },
  'session.not_found': {
    es: { title: 'Turno desconocido', detail: 'Ese turno de caja no existe en este local.' },
    en: { title: 'Unknown session', detail: 'There is no such register session in this venue.' },
  },
  'session.not_yours': {
    es: { title: 'No es tu turno', detail: 'Este turno de caja es de otra persona.' },
    en: { title: 'Not your session', detail: 'This register session belongs to somebody else.' },
  },
  'session.is_test': {
    es: { title: 'Caja de prueba', detail: 'En una caja de prueba no se recibe dinero de clientes.' },
    en: { title: 'Test register', detail: 'A test register takes no money of customers.' },
  },
  'session.not_open': {
    es: {
      title: 'El turno no está abierto',
      detail: 'La caja se contó o se cerró. Ábrela para seguir: no se hizo nada.',
    },
    en: { title: 'The session is not open', detail: 'The register was counted or closed. Nothing was done.' },
  },
  'session.not_counted': {
    es: { title: 'Falta contar', detail: 'Cuenta primero el efectivo de la caja.' },
    en: { title: 'Count first', detail: 'Count the cash of the register first.' },
  },
  'session.closed': {
    es: { title: 'Turno cerrado', detail: 'Este turno ya se cerró y no cambia más.' },
    en: { title: 'Session closed', detail: 'This session is closed and changes no more.' },
  },
  'session.recount_used': {
    es: { title: 'Ya se recontó', detail: 'Se cuenta dos veces como máximo. Cierra, o pide a un supervisor reabrir.' },
    en: { title: 'Recounted already', detail: 'Two counts at most. Close, or ask a supervisor to reopen.' },
  },
  'session.needs_supervisor': {
    es: {
      title: 'Firma otra persona',
      detail: 'La diferencia o el monto supera lo permitido. Pide el PIN de un supervisor.',
    },
    en: {
      title: 'Another person signs',
      detail: 'The difference or amount is above the limit. Ask for a supervisor’s PIN.',
    },
  },
  'session.same_person': {
    es: { title: 'Es la misma persona', detail: 'El turno ya es de esa persona.' },
    en: { title: 'The same person', detail: 'The session already belongs to that person.' },
  },
  'session.receiver_unknown': {
    es: { title: 'No puede recibir la caja', detail: 'Esa persona no trabaja en cajas de este local.' },
    en: { title: 'Cannot take the register', detail: 'That person does not work at registers of this venue.' },
  },
  'step_up.required': {
    es: { title: 'Falta autorización', detail: 'Pide el PIN de otra persona que pueda autorizarlo.' },
    en: { title: 'Approval missing', detail: 'Ask for the PIN of another person who may approve it.' },
  },
};
