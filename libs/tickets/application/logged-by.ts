import { ActorRef, newId } from '@libs/kernel';
import { LoggedBy } from './ticket-repository';

/** An employee at work, or a guest who acts from somewhere. */
export type WhoActs = ActorRef & { readonly venueId: string; readonly barId: string | null };

/** Who acts, as the ticket's log keeps them. */
export function loggedBy(actor: WhoActs, at: Date, barId: string | null = actor.barId): LoggedBy {
  const { venueId, employeeId, deviceId, ip } = actor;
  return { logId: newId(at.getTime()), venueId, employeeId, barId, deviceId, ip, at };
}
