import type { NewGuest } from './api';

/** Names as they are pasted from a message, one a line: "Ana Rojas +2". Empty lines count for nothing. */
export function guestsOf(text: string): NewGuest[] {
  return text
    .split('\n')
    .map((line) => /^(?<name>.*?)(?:\s*\+\s*(?<plus>\d{1,2}))?$/.exec(line.trim())?.groups)
    .flatMap((found) => (found?.name ? [{ name: found.name.trim(), plus: Number(found.plus ?? 0) }] : []));
}
