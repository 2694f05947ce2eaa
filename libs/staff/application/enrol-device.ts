import { Injectable } from '@nestjs/common';
import { Clock, DomainError, domainEvent, Transactions } from '@libs/kernel';
import { DeviceRepository, EnrolledDevice, Journal, readCode } from '../domain';
import { Secrets } from './secrets';

/** A tablet shows a one-time code and becomes one of the house's. */
@Injectable()
export class EnrolDevice {
  constructor(
    private readonly transactions: Transactions,
    private readonly devices: DeviceRepository,
    private readonly journal: Journal,
    private readonly secrets: Secrets,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `device.code_unknown`: wrong, too old or used */
  async execute(code: string, ip: string | null): Promise<EnrolledDevice & { readonly credential: string }> {
    const at = this.clock.now();
    const credential = this.secrets.newToken();
    const codeHash = this.secrets.hashOf(readCode(code));
    const device = await this.transactions.run(async (tx) => {
      const enrolled = await this.devices.enrol(tx, codeHash, this.secrets.hashOf(credential), at);
      if (!enrolled) throw new DomainError('device.code_unknown', 'not_found');
      const event = domainEvent({
        type: 'staff.device_enrolled',
        venueId: enrolled.venueId,
        subjectId: enrolled.id,
        actor: { employeeId: null, employeeName: null, deviceId: enrolled.id, ip },
        data: { name: enrolled.name },
        occurredAt: at,
      });
      await this.journal.write(tx, [event]);
      return enrolled;
    });
    return { ...device, credential };
  }
}
