import { TicketPromise } from '../domain';

/** What only the house can make: tokens for QRs and seals over what a ticket promises. */
export abstract class TicketSeal {
  /** The token in the QR of this ticket: always the same, and kept nowhere. */
  abstract tokenOf(ticketId: string): string;
  /** What is stored of a token. */
  abstract hashOf(token: string): Uint8Array;
  /** Keyed hash over the promise. */
  abstract sealOf(promise: TicketPromise): Uint8Array;
  abstract isIntact(promise: TicketPromise, seal: Uint8Array): boolean;
}
