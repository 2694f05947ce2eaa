const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const POOL_BYTES = 10 * 256;
const pool = new Uint8Array(POOL_BYTES);
let used = POOL_BYTES;

function hex(byte: number): string {
  return HEX[byte & 0xff] as string;
}

/**
 * A fresh UUIDv7 (RFC 9562): 48 bits of Unix milliseconds, then random bits. Ordered by time, so that an index on
 * it grows at its end instead of touching a cold page for every insert.
 */
export function newId(nowMs: number = Date.now()): string {
  if (used >= POOL_BYTES) {
    globalThis.crypto.getRandomValues(pool);
    used = 0;
  }
  const r = (index: number): number => pool[used + index] as number;
  const high = Math.floor(nowMs / 0x1_0000);
  const id =
    `${hex(high >>> 24)}${hex(high >>> 16)}${hex(high >>> 8)}${hex(high)}-${hex(nowMs >>> 8)}${hex(nowMs)}-` +
    `7${hex(r(0)).slice(1)}${hex(r(1))}-${hex((r(2) & 0x3f) | 0x80)}${hex(r(3))}-` +
    `${hex(r(4))}${hex(r(5))}${hex(r(6))}${hex(r(7))}${hex(r(8))}${hex(r(9))}`;
  used += 10;
  return id;
}
