import type { PaymentIntentDetail } from '../../app/wire';

type Step = PaymentIntentDetail['history'][number];
type Report = PaymentIntentDetail['reports'][number];
type Refund = PaymentIntentDetail['refunds'][number];

export type Entry =
  | { readonly kind: 'step'; readonly at: string; readonly step: Step }
  | { readonly kind: 'report'; readonly at: string; readonly report: Report }
  | { readonly kind: 'refund_asked'; readonly at: string; readonly refund: Refund }
  | { readonly kind: 'refund_ended'; readonly at: string; readonly refund: Refund };

/** What the terminal said comes before what followed from it. */
const ORDER: Readonly<Record<Entry['kind'], number>> = { report: 0, step: 1, refund_asked: 2, refund_ended: 3 };

/**
 * All that happened to a charge as one story, oldest first: its own steps, what the terminal reported (also too late), and
 * its refunds. A refund tells more than the step that asked for it, which is left out.
 */
export function timelineOf({
  history,
  reports,
  refunds,
}: Pick<PaymentIntentDetail, 'history' | 'reports' | 'refunds'>) {
  const entries: Entry[] = [
    ...inOrder(history)
      .filter(({ act }) => act !== 'refund')
      .map((step) => ({ kind: 'step' as const, at: step.at, step })),
    ...reports.map((report) => ({ kind: 'report' as const, at: report.at, report })),
    ...refunds.map((refund) => ({ kind: 'refund_asked' as const, at: refund.created_at, refund })),
    ...refunds.flatMap((refund) =>
      refund.final_at ? [{ kind: 'refund_ended' as const, at: refund.final_at, refund }] : [],
    ),
  ];
  return entries.sort((one, two) => Date.parse(one.at) - Date.parse(two.at) || ORDER[one.kind] - ORDER[two.kind]);
}

/** Steps of one instant follow from each other: what begins where the step before ended comes next. */
function inOrder(history: readonly Step[]): Step[] {
  const left = [...history].sort((one, two) => Date.parse(one.at) - Date.parse(two.at));
  const ordered: Step[] = [];
  let status: string | null = null;
  for (let [first] = left; first; [first] = left) {
    const at = first.at;
    const next: Step = left.find((step) => step.at === at && step.from === status) ?? first;
    left.splice(left.indexOf(next), 1);
    ordered.push(next);
    status = next.to;
  }
  return ordered;
}

/** A text or number among facts of any shape; nothing when there is none. */
export function factOf(facts: unknown, name: string): string | number | undefined {
  if (typeof facts !== 'object' || facts === null) return undefined;
  const value: unknown = Reflect.get(facts, name);
  return typeof value === 'string' || typeof value === 'number' ? value : undefined;
}
