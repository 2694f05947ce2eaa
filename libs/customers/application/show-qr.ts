import { Injectable } from '@nestjs/common';
import { Clock } from '@libs/kernel';
import { CODE_BYTES, guestCode, GuestCodeBook, QR_SECONDS } from '../domain';
import { Chance } from './ports';

/** A fresh QR for the guest's screen: it counts for a minute and once. The one before stays good for its own minute. */
@Injectable()
export class ShowQr {
  constructor(
    private readonly clock: Clock,
    private readonly chance: Chance,
    private readonly codes: GuestCodeBook,
  ) {}

  async execute(customerId: string): Promise<{ readonly qr: string; readonly expiresAt: Date }> {
    const at = this.clock.now();
    const qr = guestCode('qr', this.chance.bytes(CODE_BYTES));
    const expiresAt = new Date(at.getTime() + QR_SECONDS * 1_000);
    await this.codes.addQr(customerId, qr, expiresAt, at);
    return { qr, expiresAt };
  }
}
