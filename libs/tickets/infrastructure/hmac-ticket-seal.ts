import { Injectable } from '@nestjs/common';
import { AppConfig, hmacSha256, sameBytes, sha256 } from '@libs/platform';
import { TicketSeal } from '../application';
import { encodeCrockford, promiseText, TicketPromise } from '../domain';

const TOKEN_BYTES = 20;

/** {@link TicketSeal} by HMAC-SHA-256 under the house's QR secret. */
@Injectable()
export class HmacTicketSeal extends TicketSeal {
  constructor(private readonly config: AppConfig) {
    super();
  }

  tokenOf(ticketId: string): string {
    return encodeCrockford(hmacSha256(this.config.qrSecret, `ticket:${ticketId}`).subarray(0, TOKEN_BYTES));
  }

  hashOf(token: string): Buffer {
    return sha256(token);
  }

  sealOf(promise: TicketPromise): Buffer {
    return hmacSha256(this.config.qrSecret, promiseText(promise));
  }

  isIntact(promise: TicketPromise, seal: Uint8Array): boolean {
    return sameBytes(this.sealOf(promise), Buffer.from(seal));
  }
}
