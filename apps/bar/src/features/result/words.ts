/** Things with their quantity, as one line: "2 × Piscola, 1 × Agua". */
export function listOf(items: readonly { readonly name: string; readonly qty: number }[]): string {
  return items.map(({ name, qty }) => `${qty} × ${name}`).join(', ');
}
