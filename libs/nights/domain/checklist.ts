import { DomainError, newId } from '@libs/kernel';

/** Something to look after before the doors open. */
export interface ChecklistItem {
  readonly id: string;
  readonly label: string;
  readonly isDone: boolean;
  readonly doneBy: { readonly id: string; readonly name: string } | null;
  /** ISO-8601 UTC. */
  readonly doneAt: string | null;
}

/** What every night begins with; the house may replace it. */
const USUAL_LABELS = [
  'Fondo de cajas contado',
  'Barras abastecidas',
  'Impresoras con papel',
  'Tablets cargadas',
  'Personal en sus puestos',
  'Puertas y aforo revisados',
];

function openItem(label: string): ChecklistItem {
  return { id: newId(), label, isDone: false, doneBy: null, doneAt: null };
}

export function checklistOf(labels: readonly string[] = USUAL_LABELS): ChecklistItem[] {
  return labels.map(openItem);
}

/** A new list; what it takes over by id from the list before stays done. */
export function replaced(
  before: readonly ChecklistItem[],
  items: readonly { readonly id?: string | undefined; readonly label: string }[],
): ChecklistItem[] {
  const known = new Map(before.map((item) => [item.id, item]));
  return items.map(({ id, label }) => {
    const kept = id === undefined ? undefined : known.get(id);
    return kept ? { ...kept, label } : openItem(label);
  });
}

/** @throws DomainError `night.checklist_item_not_found` */
export function ticked(
  items: readonly ChecklistItem[],
  itemId: string,
  done: { readonly by: { id: string; name: string }; readonly at: Date } | null,
): ChecklistItem[] {
  if (!items.some((item) => item.id === itemId)) {
    throw new DomainError('night.checklist_item_not_found', 'not_found');
  }
  return items.map((item) =>
    item.id === itemId
      ? { ...item, isDone: done !== null, doneBy: done?.by ?? null, doneAt: done?.at.toISOString() ?? null }
      : item,
  );
}
