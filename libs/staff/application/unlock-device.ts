import { Injectable } from '@nestjs/common';
import { Actor, actorRef, Clock, domainEvent, Transactions } from '@libs/kernel';
import { DeviceRepository, Journal } from '../domain';

/** Lets a tablet try PINs again before its lock runs out. */
@Injectable()
export class UnlockDevice {
  constructor(
    private readonly transactions: Transactions,
    private readonly devices: DeviceRepository,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `device.unknown` */
  async execute(actor: Actor, id: string): Promise<void> {
    const occurredAt = this.clock.now();
    const { venueId } = actor;
    await this.transactions.run(async (tx) => {
      const name = await this.devices.unlock(tx, venueId, id);
      const event = { type: 'staff.device_unlocked', venueId, subjectId: id, actor: actorRef(actor) };
      await this.journal.write(tx, [domainEvent({ ...event, data: { name }, occurredAt })]);
    });
  }
}
