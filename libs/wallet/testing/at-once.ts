/** Runs eight at once. @returns what succeeded, and the codes of those that did not */
export async function eightAtOnce<T>(act: (n: number) => Promise<T>): Promise<{ done: T[]; refused: string[] }> {
  const settled = await Promise.allSettled(Array.from({ length: 8 }, (_, n) => act(n)));
  const done: T[] = [];
  const refused: string[] = [];
  for (const outcome of settled) {
    if (outcome.status === 'fulfilled') done.push(outcome.value);
    else refused.push((outcome.reason as { code?: string }).code ?? String(outcome.reason));
  }
  return { done, refused };
}
