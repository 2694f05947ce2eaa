import { DomainEvent } from '@libs/kernel';
import { CustomerCaller, Principal } from '../security/principal';

/** What a screen receives: what kind of thing changed, and which one. */
export interface Hint {
  readonly type: string;
  readonly subject_id: string;
  readonly night_id: string | null;
  readonly register_session_id: string | null;
}

function hintOf(event: DomainEvent): Hint {
  return {
    type: event.type,
    subject_id: event.subjectId,
    night_id: event.nightId,
    register_session_id: event.registerSessionId,
  };
}

/**
 * Everybody hears that menus, prices and nights changed; who leads the house hears everything; bars hear of tickets,
 * doors of who comes in, and registers of card payments. Those change by terminals and providers, whom no person sent, and a session may have been
 * handed over meanwhile: each till knows its own by the session in the hint.
 */
export function roomsOfPrincipal(principal: Principal): string[] {
  const rooms = [`venue:${principal.venueId}:staff`];
  if (principal.permissions.has('report.read')) rooms.push(`venue:${principal.venueId}:lead`);
  if (principal.station === 'bar') rooms.push(`venue:${principal.venueId}:bars`);
  if (principal.station === 'door') rooms.push(`venue:${principal.venueId}:doors`);
  if (principal.station === 'register') {
    rooms.push(`employee:${principal.employeeId}`, `venue:${principal.venueId}:registers`);
  }
  return rooms;
}

/** A guest hears of what is theirs, and of nothing else. */
export function roomsOfCustomer({ customerId }: CustomerCaller): string[] {
  return [roomOf(customerId)];
}

function roomOf(customerId: string): string {
  return `customer:${customerId}`;
}

/** What happens to a guest's things: money, drinks, entries. */
const GUESTS_HEAR = new Set(['wallet', 'tickets', 'sales', 'entries']);

/** The guest whose thing it is, by the fact that events of such things carry. */
function customerOf(event: DomainEvent): string | undefined {
  const [context] = event.type.split('.');
  const customerId = event.data['customer_id'];
  return typeof customerId === 'string' && GUESTS_HEAR.has(context ?? '') ? customerId : undefined;
}

function roomsOfEvent(event: DomainEvent): string[] {
  const lead = `venue:${event.venueId}:lead`;
  const [context] = event.type.split('.');
  if (context === 'catalog' || context === 'nights') return [lead, `venue:${event.venueId}:staff`];
  if (context === 'tickets') return [lead, `venue:${event.venueId}:bars`];
  if (context === 'entries') return [lead, `venue:${event.venueId}:doors`];
  if (context === 'payments') return [lead, `venue:${event.venueId}:registers`];
  if (context === 'sales' && event.actor.employeeId) return [lead, `employee:${event.actor.employeeId}`];
  return [lead];
}

/** Hints for everybody who is in one of the rooms. */
export interface RoomHints {
  readonly rooms: string[];
  readonly hints: Hint[];
}

/** The hints of a batch of events, put together for those who hear the same of them. */
export function hintsByRooms(events: readonly DomainEvent[]): RoomHints[] {
  const byRooms = new Map<string, RoomHints>();
  const add = (rooms: string[], hint: Hint): void => {
    const key = rooms.join(' ');
    const message = byRooms.get(key) ?? { rooms, hints: [] };
    byRooms.set(key, message);
    message.hints.push(hint);
  };
  for (const event of events) {
    add(roomsOfEvent(event), hintOf(event));
    const customerId = customerOf(event);
    // At which till is the house's business.
    if (customerId) add([roomOf(customerId)], { ...hintOf(event), register_session_id: null });
  }
  return [...byRooms.values()];
}

/** A parcel costs the database one NOTIFY, whose 8,000 bytes hold this many hints with ease. */
const HINTS_A_PARCEL = 20;

/** Puts messages for several rooms into one parcel, as many hints as travel together. */
export function inParcels(messages: readonly RoomHints[]): RoomHints[][] {
  const parcels: RoomHints[][] = [];
  let room = 0;
  for (const { rooms, hints } of messages) {
    for (let at = 0; at < hints.length;) {
      if (room === 0) {
        parcels.push([]);
        room = HINTS_A_PARCEL;
      }
      const part = hints.slice(at, at + room);
      parcels.at(-1)?.push({ rooms, hints: part });
      at += part.length;
      room -= part.length;
    }
  }
  return parcels;
}
