import { DomainEvent } from '@libs/kernel';
import { Principal } from '../security/principal';

/** What a screen receives: what kind of thing changed, and which one. */
export interface Hint {
  readonly type: string;
  readonly subject_id: string;
  readonly night_id: string | null;
  readonly register_session_id: string | null;
}

export function hintOf(event: DomainEvent): Hint {
  return {
    type: event.type,
    subject_id: event.subjectId,
    night_id: event.nightId,
    register_session_id: event.registerSessionId,
  };
}

/** Everybody hears that menus, prices and nights changed; who leads the house hears everything; bars hear of tickets. */
export function roomsOfPrincipal(principal: Principal): string[] {
  const rooms = [`venue:${principal.venueId}:staff`];
  if (principal.permissions.has('report.read')) rooms.push(`venue:${principal.venueId}:lead`);
  if (principal.station === 'bar') rooms.push(`venue:${principal.venueId}:bars`);
  if (principal.station === 'register') rooms.push(`employee:${principal.employeeId}`);
  return rooms;
}

export function roomsOfEvent(event: DomainEvent): string[] {
  const lead = `venue:${event.venueId}:lead`;
  const [context] = event.type.split('.');
  if (context === 'catalog' || context === 'nights') return [lead, `venue:${event.venueId}:staff`];
  if (context === 'tickets') return [lead, `venue:${event.venueId}:bars`];
  if (context === 'sales' && event.actor.employeeId) return [lead, `employee:${event.actor.employeeId}`];
  return [lead];
}
