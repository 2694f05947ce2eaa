import { Transaction } from '@libs/kernel';

export interface NewDevice {
  readonly id: string;
  readonly venueId: string;
  readonly name: string;
  readonly codeHash: Buffer;
  readonly codeExpiresAt: Date;
  readonly createdBy: string | null;
  readonly createdAt: Date;
}

export interface EnrolledDevice {
  readonly id: string;
  readonly venueId: string;
  readonly name: string;
}

/** Keeps tablets. Methods that name a venue throw DomainError `device.unknown` for a tablet of another one. */
export abstract class DeviceRepository {
  abstract insert(tx: Transaction, device: NewDevice): Promise<void>;
  /** @returns the name @throws DomainError `device.revoked` */
  abstract renewCode(tx: Transaction, venueId: string, id: string, codeHash: Buffer, expiresAt: Date): Promise<string>;
  /**
   * Takes the code and gives the tablet its credential, in one step: of eight tablets with one code, one gets in.
   * Whatever was logged in with an earlier credential is out. @returns undefined when no such code is open
   */
  abstract enrol(
    tx: Transaction,
    codeHash: Buffer,
    credentialHash: Buffer,
    at: Date,
  ): Promise<EnrolledDevice | undefined>;
  /** Ends the tablet and every session on it. @returns the name; undefined when it was revoked before */
  abstract revoke(tx: Transaction, venueId: string, id: string, at: Date): Promise<string | undefined>;
  /** Forgets wrong PINs. @returns the name */
  abstract unlock(tx: Transaction, venueId: string, id: string): Promise<string>;
}
