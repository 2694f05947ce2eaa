import { Injectable } from '@nestjs/common';
import { Actor, actorRef, Clock, domainEvent, Transactions } from '@libs/kernel';
import { DeviceRepository, Journal } from '../domain';

/** Takes a tablet out of service for good, and with it every session on it. */
@Injectable()
export class RevokeDevice {
  constructor(
    private readonly transactions: Transactions,
    private readonly devices: DeviceRepository,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Asking twice changes nothing. @throws DomainError `device.unknown` */
  async execute(actor: Actor, id: string): Promise<void> {
    const at = this.clock.now();
    const { venueId } = actor;
    await this.transactions.run(async (tx) => {
      const name = await this.devices.revoke(tx, venueId, id, at);
      if (name === undefined) return;
      const event = { type: 'staff.device_revoked', venueId, subjectId: id, actor: actorRef(actor) };
      await this.journal.write(tx, [domainEvent({ ...event, data: { name }, occurredAt: at })]);
    });
  }
}
