/** Letters of a pairing code with its dash: "K7PM-2XQD". */
export const CODE_LENGTH = 9;

/** What a person typed, as a pairing code is written: capitals, a dash after four. */
export function tidyCode(typed: string): string {
  const letters = typed
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .slice(0, CODE_LENGTH - 1);
  return letters.length > 4 ? `${letters.slice(0, 4)}-${letters.slice(4)}` : letters;
}
