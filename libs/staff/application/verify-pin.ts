import { Injectable } from '@nestjs/common';
import { Clock, domainEvent, DomainError, Transactions } from '@libs/kernel';
import {
  DEVICE_ATTEMPTS,
  Journal,
  PIN_LOCK_SECONDS,
  PinBook,
  ReservedAttempt,
  wrongPin,
  wrongPinAtDesk,
} from '../domain';
import { SecretHasher } from './secrets';

interface Reserved {
  readonly attempt: ReservedAttempt | undefined;
  readonly deviceFailures: number;
}

/**
 * Checks a PIN. Every try is counted before its PIN is looked at. Call it before opening a transaction of your own: it
 * commits its counts by itself.
 */
@Injectable()
export class VerifyPin {
  constructor(
    private readonly transactions: Transactions,
    private readonly pins: PinBook,
    private readonly journal: Journal,
    private readonly hasher: SecretHasher,
    private readonly clock: Clock,
  ) {}

  /**
   * @param deviceId the tablet; null in a session of the back office, where wrong PINs are counted apart
   * @throws DomainError `pin.wrong` (facts attemptsLeft), `pin.locked` (facts retryAfterS), `pin.needs_supervisor`,
   * `device.locked`, `device.not_enrolled`
   */
  async execute(employeeId: string, pin: string, deviceId: string | null): Promise<void> {
    const at = this.clock.now();
    const reserved = await this.reserve(employeeId, deviceId, at);
    const isRight = await this.hasher.matches(reserved.attempt?.pinHash ?? null, pin);
    if (reserved.attempt && isRight) {
      await this.transactions.run((tx) => this.pins.succeed(tx, employeeId, deviceId));
      return;
    }
    await this.tellWhoIsLocked(employeeId, deviceId, reserved, at);
    throw refusal(reserved.attempt, deviceId);
  }

  /** A try that may not be made at all is not counted: the refusal rolls back the tablet's count too. */
  private reserve(employeeId: string, deviceId: string | null, at: Date): Promise<Reserved> {
    return this.transactions.run(async (tx) => {
      if (deviceId === null) {
        return { attempt: await this.pins.reserveAtDesk(tx, employeeId, at), deviceFailures: 0 };
      }
      const deviceFailures = await this.pins.reserveOnDevice(tx, deviceId, at);
      return { attempt: await this.pins.reserveOfPerson(tx, employeeId, deviceId, at), deviceFailures };
    });
  }

  private async tellWhoIsLocked(
    employeeId: string,
    deviceId: string | null,
    { attempt, deviceFailures }: Reserved,
    at: Date,
  ): Promise<void> {
    if (!attempt || deviceId === null) return;
    const actor = { employeeId: null, employeeName: null, deviceId, ip: null };
    const about = { venueId: attempt.venueId, actor, occurredAt: at, data: { name: attempt.employeeName } };
    const events = [
      ...(attempt.failures === PIN_LOCK_SECONDS.length
        ? [domainEvent({ ...about, type: 'staff.pin_blocked', subjectId: employeeId })]
        : []),
      ...(deviceFailures === DEVICE_ATTEMPTS
        ? [domainEvent({ ...about, type: 'staff.device_locked', subjectId: deviceId })]
        : []),
    ];
    if (events.length > 0) await this.transactions.run((tx) => this.journal.write(tx, events));
  }
}

/** Somebody unknown is answered like somebody at the first wrong PIN. */
function refusal(attempt: ReservedAttempt | undefined, deviceId: string | null): DomainError {
  const failures = attempt?.failures ?? 1;
  return deviceId === null ? wrongPinAtDesk(failures) : wrongPin(failures);
}
