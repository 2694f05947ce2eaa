/** A line to the terminal. Both kinds carry bytes without frames. */
export abstract class Transport {
  /** @throws Error when the terminal cannot be reached; nothing was written then */
  abstract open(events: TransportEvents): Promise<void>;
  /** Resolves when the bytes were handed to the operating system; a rejection says nothing about what arrived. */
  abstract write(text: string): Promise<void>;
  /** Ends the line; `closed` is not called after it. */
  abstract close(): Promise<void>;
}

export interface TransportEvents {
  readonly data: (chunk: Uint8Array) => void;
  /** The line ended by itself. */
  readonly closed: (why: string) => void;
}
