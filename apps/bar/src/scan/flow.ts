import type { Delivery, Portion, Scan, Ticket } from '../app/api';

/** A press of "Entregado" that nobody knows the fate of: repeated as it was, with its own key. */
export interface Press {
  readonly key: string;
  readonly ticket: Ticket;
  readonly items: Portion[];
}

/** What the screen of a bar shows. One scan at a time, known by its id. */
export type View =
  | { readonly kind: 'ready' }
  | { readonly kind: 'asking'; readonly id: number; readonly code: string }
  | { readonly kind: 'answer'; readonly id: number; readonly code: string; readonly scan: Scan }
  | { readonly kind: 'unanswered'; readonly id: number; readonly code: string }
  | { readonly kind: 'failed'; readonly id: number; readonly code: string; readonly detail: string }
  | { readonly kind: 'unconfirmed'; readonly id: number; readonly code: string; readonly press: Press }
  | { readonly kind: 'delivered'; readonly id: number; readonly code: string; readonly delivery: Delivery };

export type Step =
  | { readonly type: 'scanned'; readonly id: number; readonly code: string }
  | { readonly type: 'answered'; readonly id: number; readonly scan: Scan }
  | { readonly type: 'unanswered'; readonly id: number }
  | { readonly type: 'failed'; readonly id: number; readonly detail: string }
  | { readonly type: 'unconfirmed'; readonly id: number; readonly press: Press }
  | { readonly type: 'delivered'; readonly id: number; readonly delivery: Delivery }
  | { readonly type: 'closed' };

export const READY: View = { kind: 'ready' };

/** The next view. An answer to a scan that is not the one on screen changes nothing. */
export function next(view: View, step: Step): View {
  if (step.type === 'closed') return READY;
  if (step.type === 'scanned') {
    // Whether that press counted has to be found out first.
    return view.kind === 'unconfirmed' ? view : { kind: 'asking', id: step.id, code: step.code };
  }
  if (view.kind === 'ready' || view.id !== step.id) return view;
  const { id, code } = view;
  switch (step.type) {
    case 'answered':
      return { kind: 'answer', id, code, scan: step.scan };
    case 'unanswered':
      return { kind: 'unanswered', id, code };
    case 'failed':
      return { kind: 'failed', id, code, detail: step.detail };
    case 'unconfirmed':
      return { kind: 'unconfirmed', id, code, press: step.press };
    case 'delivered':
      return { kind: 'delivered', id, code, delivery: step.delivery };
  }
}
