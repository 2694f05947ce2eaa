import { Injectable } from '@nestjs/common';
import { ActorRef, Clock, domainEvent, newId, Transactions } from '@libs/kernel';
import { DEVICE_CODE_MS, DeviceRepository, enrolCode, Journal, shownCode } from '../domain';
import { Secrets } from './secrets';

export interface NewTablet {
  readonly venueId: string;
  readonly name: string;
  readonly by: ActorRef;
  /** How long the code may be used, in ms; 15 minutes unless told otherwise. */
  readonly validForMs?: number;
}

/** A tablet's code, to be shown once. */
export interface DeviceCode {
  readonly id: string;
  readonly name: string;
  /** `K7PM-2XQD` */
  readonly code: string;
  /** ISO-8601 */
  readonly expiresAt: string;
}

/** Announces a tablet: whoever types the code into it within its time enrols it. */
@Injectable()
export class CreateDevice {
  constructor(
    private readonly transactions: Transactions,
    private readonly devices: DeviceRepository,
    private readonly journal: Journal,
    private readonly secrets: Secrets,
    private readonly clock: Clock,
  ) {}

  async execute({ venueId, name, by, validForMs = DEVICE_CODE_MS }: NewTablet): Promise<DeviceCode> {
    const createdAt = this.clock.now();
    const id = newId(createdAt.getTime());
    const code = enrolCode(this.secrets.bytes(8));
    const codeExpiresAt = new Date(createdAt.getTime() + validForMs);
    const codeHash = this.secrets.hashOf(code);
    await this.transactions.run(async (tx) => {
      await this.devices.insert(tx, {
        id,
        venueId,
        name,
        codeHash,
        codeExpiresAt,
        createdBy: by.employeeId,
        createdAt,
      });
      const event = { type: 'staff.device_created', venueId, subjectId: id, actor: by, data: { after: { name } } };
      await this.journal.write(tx, [domainEvent({ ...event, occurredAt: createdAt })]);
    });
    return { id, name, code: shownCode(code), expiresAt: codeExpiresAt.toISOString() };
  }
}
