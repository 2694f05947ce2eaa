import type { Delivery, Portion, Scan, Ticket } from '../app/api';

/** One press of "Entregado". Repeated as it was, with its own key, while nobody knows its fate. */
export interface Press {
  readonly key: string;
  readonly ticket: Ticket;
  readonly items: Portion[];
}

interface OfScan {
  readonly id: number;
  readonly code: string;
}

/** What the screen of a bar shows. One scan at a time, known by its id. */
export type View =
  | { readonly kind: 'ready' }
  | ({ readonly kind: 'asking' } & OfScan)
  | ({ readonly kind: 'answer'; readonly scan: Scan } & OfScan)
  | ({ readonly kind: 'unanswered' } & OfScan)
  | ({ readonly kind: 'failed'; readonly detail: string } & OfScan)
  | ({ readonly kind: 'pressing'; readonly scan: Scan; readonly press: Press; readonly again: boolean } & OfScan)
  | ({ readonly kind: 'unconfirmed'; readonly scan: Scan; readonly press: Press } & OfScan)
  | ({ readonly kind: 'delivered'; readonly delivery: Delivery } & OfScan);

export type Step =
  | { readonly type: 'scanned'; readonly id: number; readonly code: string }
  | { readonly type: 'answered'; readonly id: number; readonly scan: Scan }
  | { readonly type: 'unanswered'; readonly id: number }
  | { readonly type: 'failed'; readonly id: number; readonly detail: string }
  | { readonly type: 'pressed'; readonly id: number; readonly press: Press }
  | { readonly type: 'unconfirmed'; readonly id: number }
  | { readonly type: 'delivered'; readonly id: number; readonly delivery: Delivery }
  | { readonly type: 'closed' };

export const READY: View = { kind: 'ready' };

/** The next view. An answer to a scan that is not the one on screen changes nothing. */
export function next(view: View, step: Step): View {
  if (step.type === 'closed') return READY;
  if (step.type === 'scanned') return { kind: 'asking', id: step.id, code: step.code };
  if (view.kind === 'ready' || view.id !== step.id) return view;
  const { id, code } = view;
  switch (step.type) {
    case 'answered':
      return { kind: 'answer', id, code, scan: step.scan };
    case 'unanswered':
      return { kind: 'unanswered', id, code };
    case 'failed':
      return { kind: 'failed', id, code, detail: step.detail };
    case 'pressed':
      if (view.kind !== 'answer' && view.kind !== 'unconfirmed') return view;
      return { kind: 'pressing', id, code, scan: view.scan, press: step.press, again: view.kind === 'unconfirmed' };
    case 'unconfirmed':
      return view.kind === 'pressing' ? { kind: 'unconfirmed', id, code, scan: view.scan, press: view.press } : view;
    case 'delivered':
      return { kind: 'delivered', id, code, delivery: step.delivery };
  }
}

/** Whether a code that the camera sees may take the screen. It never takes it from a bartender who reads a result. */
export function cameraMayAsk(view: View): boolean {
  return view.kind === 'ready' || view.kind === 'delivered';
}

/**
 * Whether a code that somebody meant (a scanner's trigger, a typed number) may take the screen: not from a press whose
 * fate is not known yet, and not from its own result, which a shaky trigger would only show again.
 */
export function triggerMayAsk(view: View, code: string): boolean {
  if (view.kind === 'pressing' || view.kind === 'unconfirmed') return false;
  return !((view.kind === 'asking' || view.kind === 'answer') && view.code === code);
}
