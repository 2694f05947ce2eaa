/** What can be made to go wrong with the next sale; README.md says what each looks like from the till. */
export type Fault =
  /** The command arrives and is carried out; the acknowledgement is lost. */
  | { readonly kind: 'no_ack' }
  /** The command does not arrive. */
  | { readonly kind: 'deaf' }
  /** `Received: false`. */
  | { readonly kind: 'refuse' }
  | { readonly kind: 'bad_signature' }
  | { readonly kind: 'split_bytes' }
  /** Acknowledgement, messages and answer arrive in one piece. */
  | { readonly kind: 'glued' }
  /** The bank takes so long; the till may have given up. */
  | { readonly kind: 'slow'; readonly ms: number }
  | { readonly kind: 'power_loss_before_approval' }
  | { readonly kind: 'power_loss_after_approval' }
  /** The line breaks after the approval; the terminal stays on. */
  | { readonly kind: 'line_loss_after_approval' }
  /** Approved, and never said. */
  | { readonly kind: 'no_answer' }
  | { readonly kind: 'decline'; readonly code: number }
  | { readonly kind: 'user_cancel' }
  /** The guest does not type the PIN: until `enterPin`, a cancellation, or the terminal's own limit. */
  | { readonly kind: 'pin_wait' }
  | { readonly kind: 'out_of_paper' }
  | { readonly kind: 'wrong_amount'; readonly amount: number }
  | { readonly kind: 'duplicate' }
  /** Leaves out ticket and amount, as firmwares are allowed to. */
  | { readonly kind: 'no_ticket' }
  /** Repeats the answer of the sale before; then the bank declines this one. */
  | { readonly kind: 'stale_answer' };

export type FaultKind = Fault['kind'];

/** Answers of the terminal in words; the official list is not public, these are the ones of similar terminals. */
const MESSAGES: Readonly<Record<number, string>> = {
  0: 'Aprobado',
  1: 'Rechazado',
  2: 'Host no responde',
  4: 'Transaccion ya fue anulada',
  5: 'No existe transaccion para anular',
  7: 'Transaccion cancelada desde el POS',
  8: 'No puede anular transaccion debito',
  11: 'No existe venta',
  12: 'Transaccion no soportada',
  20: 'Tarjeta invalida',
  22: 'Tiempo de espera agotado',
  24: 'Impresora sin papel',
  51: 'Fondos insuficientes',
  72: 'Monto debe ser mayor que cero',
  93: 'Declinada',
};

export function messageFor(code: number): string {
  return MESSAGES[code] ?? `Rechazado (${String(code)})`;
}

/** Prices are whole hundreds, so an amount with one of these endings is only ever typed to show something. */
const DEMO_ENDINGS: Readonly<Record<number, Fault>> = {
  1: { kind: 'decline', code: 1 },
  2: { kind: 'slow', ms: 150_000 },
  3: { kind: 'no_ack' },
  4: { kind: 'bad_signature' },
  6: { kind: 'refuse' },
  7: { kind: 'user_cancel' },
  8: { kind: 'power_loss_after_approval' },
  9: { kind: 'no_answer' },
  11: { kind: 'pin_wait' },
  24: { kind: 'out_of_paper' },
  51: { kind: 'decline', code: 51 },
  77: { kind: 'duplicate' },
};
const DEMO_WRONG_AMOUNT = 88;

/** The outcome an amount asks for, in a demonstration. */
export function demoFault(amount: number): Fault | undefined {
  const ending = amount % 100;
  if (ending === DEMO_WRONG_AMOUNT) return { kind: 'wrong_amount', amount: amount + 1_000 };
  return DEMO_ENDINGS[ending];
}

const WITH_NUMBER: Readonly<Partial<Record<FaultKind, 'ms' | 'code' | 'amount'>>> = {
  slow: 'ms',
  decline: 'code',
  wrong_amount: 'amount',
};
export const FAULT_KINDS: readonly FaultKind[] = [
  'no_ack',
  'deaf',
  'refuse',
  'bad_signature',
  'split_bytes',
  'glued',
  'slow',
  'power_loss_before_approval',
  'power_loss_after_approval',
  'line_loss_after_approval',
  'no_answer',
  'decline',
  'user_cancel',
  'pin_wait',
  'out_of_paper',
  'wrong_amount',
  'duplicate',
  'no_ticket',
  'stale_answer',
];

/** Reads `decline 51`, `slow 150000`, `no_ack`. @returns undefined when it is none of them */
export function readFault(words: readonly string[]): Fault | undefined {
  const [name, value] = words;
  const kind = FAULT_KINDS.find((known) => known === name);
  if (!kind) return undefined;
  const field = WITH_NUMBER[kind];
  if (!field) return words.length === 1 ? ({ kind } as Fault) : undefined;
  const number = value === undefined && kind === 'decline' ? 1 : Number(value);
  return Number.isSafeInteger(number) && number >= 0 ? ({ kind, [field]: number } as Fault) : undefined;
}
