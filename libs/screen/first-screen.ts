/** How long the first picture may wait for the server, ms; later it says that it is loading. */
const PATIENCE_MS = 400;

/** Done when the answers are there that decide which screen is the first, or when that takes too long. */
export function soon(...asked: readonly Promise<unknown>[]): Promise<unknown> {
  return Promise.race([Promise.all(asked), new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
}
