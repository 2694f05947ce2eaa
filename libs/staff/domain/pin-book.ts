import { Transaction } from '@libs/kernel';

/** A try that was counted before anybody knows whether it succeeds: eight at once cannot get around the limit. */
export interface ReservedAttempt {
  readonly employeeName: string;
  readonly venueId: string;
  /** null: the person has no PIN. */
  readonly pinHash: string | null;
  /** Wrong PINs in a row if this one is wrong too. */
  readonly failures: number;
}

/** The counters of wrong PINs. Each is moved by the statement that reads it. */
export abstract class PinBook {
  /**
   * Counts a try on the tablet. @returns wrong PINs in its window if this one is wrong too
   * @throws DomainError `device.locked`, `device.not_enrolled`
   */
  abstract reserveOnDevice(tx: Transaction, deviceId: string, at: Date): Promise<number>;
  /**
   * Counts a try of a person of the tablet's venue. @returns undefined for somebody unknown or inactive
   * @throws DomainError `pin.locked`, `pin.needs_supervisor`
   */
  abstract reserveOfPerson(
    tx: Transaction,
    employeeId: string,
    deviceId: string,
    at: Date,
  ): Promise<ReservedAttempt | undefined>;
  /** Counts a try made without a tablet, in a column of its own. @throws DomainError `pin.locked` */
  abstract reserveAtDesk(tx: Transaction, employeeId: string, at: Date): Promise<ReservedAttempt | undefined>;
  /** The PIN was right: the person's count begins anew, the tablet gets this try back. */
  abstract succeed(tx: Transaction, employeeId: string, deviceId: string | null): Promise<void>;
  /** Lets a person try again. @returns the name; undefined when nobody of the venue has that id */
  abstract unlock(tx: Transaction, venueId: string, employeeId: string): Promise<string | undefined>;
}
