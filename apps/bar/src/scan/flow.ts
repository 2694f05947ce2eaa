import type { Delivery, Portion, Scan, Ticket } from '../app/api';

/** One press of "Entregado". Repeated as it was, with its own key, while nobody knows its fate. */
export interface Press {
  readonly key: string;
  readonly ticket: Ticket;
  readonly items: Portion[];
}

/** One ticket of a guest's, pressed together with the others, and what became of it. */
export interface Hand {
  readonly press: Press;
  readonly fate: 'sent' | 'done' | 'refused' | 'unknown';
  /** Once it is done. */
  readonly delivery: Delivery | null;
  /** Why it was refused. */
  readonly detail: string | null;
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
  | ({ readonly kind: 'delivered'; readonly delivery: Delivery } & OfScan)
  | ({
      readonly kind: 'handing';
      readonly scan: Scan;
      readonly hands: readonly Hand[];
      readonly again: boolean;
    } & OfScan)
  | ({ readonly kind: 'unsure'; readonly scan: Scan; readonly hands: readonly Hand[] } & OfScan)
  | ({ readonly kind: 'handed'; readonly hands: readonly Hand[] } & OfScan);

export type Step =
  | { readonly type: 'scanned'; readonly id: number; readonly code: string }
  | { readonly type: 'answered'; readonly id: number; readonly scan: Scan }
  | { readonly type: 'unanswered'; readonly id: number }
  | { readonly type: 'failed'; readonly id: number; readonly detail: string }
  | { readonly type: 'pressed'; readonly id: number; readonly press: Press }
  | { readonly type: 'unconfirmed'; readonly id: number }
  | { readonly type: 'delivered'; readonly id: number; readonly delivery: Delivery }
  | { readonly type: 'handed'; readonly id: number; readonly presses: readonly Press[] }
  | { readonly type: 'handed_again'; readonly id: number }
  | { readonly type: 'told'; readonly id: number; readonly key: string; readonly fate: Fate }
  | { readonly type: 'closed' };

/** What the server said of one press, or that it said nothing. */
export type Fate =
  | { readonly fate: 'done'; readonly delivery: Delivery }
  | { readonly fate: 'refused'; readonly detail: string }
  | { readonly fate: 'unknown' };

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
    case 'handed': {
      if (view.kind !== 'answer') return view;
      const hands = step.presses.map((press): Hand => ({ press, fate: 'sent', delivery: null, detail: null }));
      return { kind: 'handing', id, code, scan: view.scan, hands, again: false };
    }
    case 'handed_again': {
      if (view.kind !== 'unsure') return view;
      const hands = view.hands.map((hand): Hand => (hand.fate === 'unknown' ? { ...hand, fate: 'sent' } : hand));
      return { kind: 'handing', id, code, scan: view.scan, hands, again: true };
    }
    case 'told':
      return view.kind === 'handing' ? told(view, step.key, step.fate) : view;
  }
}

function told(view: Extract<View, { kind: 'handing' }>, key: string, fate: Fate): View {
  const hands = view.hands.map((hand): Hand => (hand.press.key === key ? { ...hand, ...fate } : hand));
  const { id, code, scan } = view;
  if (hands.some((hand) => hand.fate === 'sent')) return { ...view, hands };
  if (hands.some((hand) => hand.fate === 'unknown')) return { kind: 'unsure', id, code, scan, hands };
  return { kind: 'handed', id, code, hands };
}

/** Whether a code that the camera sees may take the screen. It never takes it from a bartender who reads a result. */
export function cameraMayAsk(view: View): boolean {
  return view.kind === 'ready' || view.kind === 'delivered' || view.kind === 'handed';
}

/**
 * Whether a code that somebody meant (a scanner's trigger, a typed number) may take the screen: not from a press whose
 * fate is not known yet, and not from its own result, which a shaky trigger would only show again.
 */
export function triggerMayAsk(view: View, code: string): boolean {
  if (['pressing', 'unconfirmed', 'handing', 'unsure'].includes(view.kind)) return false;
  return !((view.kind === 'asking' || view.kind === 'answer') && view.code === code);
}
