import { Injectable } from '@nestjs/common';
import { Actor, actorRef, Clock, domainEvent, Transactions } from '@libs/kernel';
import { DEVICE_CODE_MS, DeviceRepository, enrolCode, Journal, shownCode } from '../domain';
import { DeviceCode } from './create-device';
import { Secrets } from './secrets';

/** A new one-time code for a tablet that was not enrolled in time, or was replaced. The one before counts no more. */
@Injectable()
export class RenewDeviceCode {
  constructor(
    private readonly transactions: Transactions,
    private readonly devices: DeviceRepository,
    private readonly journal: Journal,
    private readonly secrets: Secrets,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `device.unknown`, `device.revoked` */
  async execute(actor: Actor, id: string): Promise<DeviceCode> {
    const at = this.clock.now();
    const code = enrolCode(this.secrets.bytes(8));
    const expiresAt = new Date(at.getTime() + DEVICE_CODE_MS);
    const { venueId } = actor;
    const name = await this.transactions.run(async (tx) => {
      const renewed = await this.devices.renewCode(tx, venueId, id, this.secrets.hashOf(code), expiresAt);
      const event = { type: 'staff.device_code_renewed', venueId, subjectId: id, actor: actorRef(actor) };
      await this.journal.write(tx, [domainEvent({ ...event, data: { name: renewed }, occurredAt: at })]);
      return renewed;
    });
    return { id, name, code: shownCode(code), expiresAt: expiresAt.toISOString() };
  }
}
