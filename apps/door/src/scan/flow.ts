import type { AgeOutcome, DoorAnswer, Guest } from '../app/api';

/** What the person at the door does with the next code: let in, let out, or look at an identity card. */
export type Mode = 'in' | 'out' | 'age';

/** One question to the server. Repeated as it was, with its own key, while nobody knows its fate: it counts once. */
export interface Press {
  readonly key: string;
  readonly mode: Mode;
  /** As it was scanned or typed. */
  readonly code: string;
  /** Stands for a guest who was recognised already. */
  readonly customerToken: string | null;
}

/** What came of it. */
export type Outcome =
  | { readonly kind: 'entry'; readonly answer: DoorAnswer }
  | { readonly kind: 'out'; readonly inside: number }
  | { readonly kind: 'age'; readonly age: AgeOutcome }
  /** A printed card: somebody else has to see that it is this guest's. */
  | { readonly kind: 'card'; readonly guest: Guest }
  /** A guest may have several entries inside: each goes out by its own QR. */
  | { readonly kind: 'out_by_entry' }
  | { readonly kind: 'refused'; readonly title: string; readonly detail: string };

interface OfScan {
  readonly id: number;
  readonly press: Press;
}

/** What the screen of a door shows. One scan at a time, known by its id. */
export type View =
  | { readonly kind: 'ready' }
  | ({ readonly kind: 'asking'; readonly again: boolean } & OfScan)
  | ({ readonly kind: 'unanswered' } & OfScan)
  | ({ readonly kind: 'answered'; readonly outcome: Outcome } & OfScan);

export type Step =
  | ({ readonly type: 'asked' } & OfScan)
  | { readonly type: 'answered'; readonly id: number; readonly outcome: Outcome }
  | { readonly type: 'unanswered'; readonly id: number; readonly press: Press }
  | { readonly type: 'closed' };

export const READY: View = { kind: 'ready' };

/** The next view. An answer to a scan that is not the one on screen changes nothing. */
export function next(view: View, step: Step): View {
  if (step.type === 'closed') return READY;
  if (step.type === 'asked') {
    const again = view.kind === 'unanswered' && view.press.key === step.press.key;
    return { kind: 'asking', id: step.id, press: step.press, again };
  }
  if (view.kind === 'ready' || view.id !== step.id) return view;
  const { id, press } = view;
  if (step.type === 'unanswered') return { kind: 'unanswered', id, press: step.press };
  return { kind: 'answered', id, press, outcome: step.outcome };
}

/** Somebody was let in or out, which needs no more looking at. */
function isDone(view: View): boolean {
  if (view.kind !== 'answered') return false;
  const { outcome } = view;
  return outcome.kind === 'out' || (outcome.kind === 'entry' && outcome.answer.is_valid);
}

/** Whether a code that the camera sees may take the screen. It never takes it from somebody who reads a refusal. */
export function cameraMayAsk(view: View): boolean {
  return view.kind === 'ready' || isDone(view);
}

/**
 * Whether a code that somebody meant (a scanner's trigger, a typed number) may take the screen: not from a question whose
 * fate is not known yet, and not from its own answer, which a shaky trigger would only show again.
 */
export function triggerMayAsk(view: View, code: string): boolean {
  if (view.kind === 'ready') return true;
  return view.kind === 'answered' && view.press.code !== code;
}
