/** Reading what stands in the address, which anybody may have typed. */
export type RawSearch = Record<string, unknown>;

/** A text of the address, nothing when it is empty or too long. */
export function textOf(raw: unknown): string | undefined {
  if (typeof raw !== 'string' && typeof raw !== 'number') return undefined;
  const text = String(raw).trim();
  return text === '' || text.length > 200 ? undefined : text;
}

/** One of the words that the screen knows, nothing for any other. */
export function oneOf<Word extends string>(raw: unknown, words: readonly Word[]): Word | undefined {
  return words.find((word) => word === raw);
}

/** Says that every part of an address may be left out. */
export function loose<Search extends object>(search: Search): Partial<Search> {
  return search;
}
