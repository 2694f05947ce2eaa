let lastMs = 0;
let sequence = 0;

/**
 * A time-ordered id (RFC 9562, version 7), born on the till for keys and ids that must survive a retry.
 * Ids of one page sort in the order they were made, also within a millisecond and when the clock steps back.
 */
export function uuidv7(nowMs: number = Date.now()): string {
  const random = crypto.getRandomValues(new Uint8Array(10));
  if (nowMs > lastMs) {
    lastMs = nowMs;
    sequence = (byte(random, 0) << 3) | (byte(random, 1) & 7);
  } else if (++sequence > 0xfff) {
    lastMs += 1;
    sequence = 0;
  }
  const time = lastMs.toString(16).padStart(12, '0');
  const order = sequence.toString(16).padStart(3, '0');
  const variant = ((byte(random, 2) & 0x3f) | 0x80).toString(16);
  const tail = Array.from(random.subarray(3), (value) => value.toString(16).padStart(2, '0')).join('');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${order}-${variant}${tail.slice(0, 2)}-${tail.slice(2)}`;
}

function byte(bytes: Uint8Array, index: number): number {
  return bytes[index] ?? 0;
}
