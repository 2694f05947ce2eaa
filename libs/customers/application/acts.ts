import { ActorRef } from '@libs/kernel';
import { Act } from '../domain';

/** A guest acts: nobody of the staff. */
export function guest(ip: string | null): ActorRef {
  return { employeeId: null, employeeName: null, deviceId: null, ip };
}

/** A guest acts now. */
export function actOf(ip: string | null, at: Date): Act {
  return { by: guest(ip), at };
}
