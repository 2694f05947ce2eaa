import { Actor, newId } from '@libs/kernel';
import { LoggedBy } from './ticket-repository';

/** The actor as the ticket's log keeps them. */
export function loggedBy(actor: Actor, at: Date, barId: string | null = actor.barId): LoggedBy {
  const { venueId, employeeId, deviceId, ip } = actor;
  return { logId: newId(at.getTime()), venueId, employeeId, barId, deviceId, ip, at };
}
