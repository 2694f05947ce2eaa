import { ActorRef } from '@libs/kernel';

/** A guest with an account, acting from somewhere. */
export interface GuestCaller {
  readonly customerId: string;
  readonly venueId: string;
  readonly ip: string | null;
}

/** A guest acts: nobody of the staff. */
export function guest(ip: string | null): ActorRef {
  return { employeeId: null, employeeName: null, deviceId: null, ip };
}

/** Nobody did it: its time was up, or a provider said so. */
export const NOBODY: ActorRef = guest(null);
