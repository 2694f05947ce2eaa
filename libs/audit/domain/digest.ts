/** The hash that ties contents together. Hashes are 64 hex digits. */
export abstract class Digest {
  /** SHA-256 over the bytes of the hash before and the UTF-8 of the content. */
  abstract link(previousHash: string, content: string): string;
}

/** Stands before the first entry of every chain. */
export const NO_HASH = '0'.repeat(64);
