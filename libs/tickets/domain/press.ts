/** How long after a press its bar may take it back, in ms. */
export const UNDO_MS = 30_000;

/** Until when a press may be undone. */
export function undoUntil(pressedAt: Date): Date {
  return new Date(pressedAt.getTime() + UNDO_MS);
}

/** Whether the person may undo: somebody working at a bar what that bar pressed, others what they pressed themselves. */
export function mayUndo(
  press: { readonly barId: string; readonly employeeId: string },
  person: { readonly barId: string | null; readonly employeeId: string },
): boolean {
  return person.barId === null ? person.employeeId === press.employeeId : person.barId === press.barId;
}
