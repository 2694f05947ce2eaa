import type { Portion, Ticket } from '../app/api';

/** How many of each item are handed over now, by item id. */
export type Chosen = Readonly<Record<string, number>>;

/** Everything that is left. */
export function allLeft(tickets: readonly Ticket[]): Chosen {
  return Object.fromEntries(tickets.flatMap(({ items }) => items.map((item) => [item.id, item.left_qty])));
}

/** One more or one less of an item, never less than none nor more than is left. */
export function change(ticket: Ticket, chosen: Chosen, itemId: string, by: number): Chosen {
  const left = ticket.items.find((item) => item.id === itemId)?.left_qty ?? 0;
  return { ...chosen, [itemId]: Math.min(left, Math.max(0, (chosen[itemId] ?? 0) + by)) };
}

/** What the server is asked to write down. */
export function portionsOf(ticket: Ticket, chosen: Chosen): Portion[] {
  return ticket.items
    .map((item) => ({ item_id: item.id, qty: chosen[item.id] ?? 0 }))
    .filter((portion) => portion.qty > 0);
}

export interface Rest {
  readonly id: string;
  readonly name: string;
  readonly qty: number;
}

/** What the guest still has to come for. */
export function restOf(ticket: Ticket): Rest[] {
  return ticket.items
    .filter((item) => item.left_qty > 0)
    .map((item) => ({ id: item.id, name: item.name, qty: item.left_qty }));
}

/** The same product of several tickets on one line, in the order in which they were bought. */
export function together(tickets: readonly Ticket[]): (Rest & { readonly note: string | null })[] {
  const lines = new Map<string, Rest & { readonly note: string | null }>();
  for (const item of tickets.flatMap(({ items }) => items)) {
    if (item.left_qty === 0) continue;
    const key = JSON.stringify([item.name, item.note]);
    const known = lines.get(key);
    lines.set(key, {
      id: known?.id ?? item.id,
      name: item.name,
      note: item.note,
      qty: (known?.qty ?? 0) + item.left_qty,
    });
  }
  return [...lines.values()];
}

/** Units of a list. */
export function unitsOf(items: readonly { readonly qty: number }[]): number {
  return items.reduce((sum, item) => sum + item.qty, 0);
}
