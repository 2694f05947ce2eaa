import { z } from 'zod';
import { Venue } from '@libs/nights/application';
import { instant, text, uuid } from '@libs/platform';
import { PERMISSIONS, ROLES, STATIONS } from '@libs/staff/application';
import { MeView, PickablePerson } from '@libs/staff/infrastructure';
import { toVenue, venueWire } from '../nights/venue.dto';

export const role = z.enum(ROLES);
export const permission = z.enum(PERMISSIONS);
const tabletStation = z.enum(['register', 'bar', 'wardrobe', 'door']);
export const named = z.object({ id: uuid, name: z.string() });
export const pin = z.string().max(12).describe('Six digits');

export const meWire = z
  .object({
    session_id: uuid,
    employee: z.object({ id: uuid, name: z.string(), roles: z.array(role) }),
    permissions: z.array(permission).describe('What this session may do: fewer than the person on a tablet'),
    station: z.enum(STATIONS),
    kind: z.enum(['admin', 'staff', 'bartender']).describe('Proved by password, by PIN, by being at the bar'),
    device: named.nullable(),
    bar: named.nullable(),
    is_locked: z.boolean().describe('Nothing but unlocking, logging out and asking who one is works now'),
    venue: venueWire,
    must_change_password: z.boolean(),
  })
  .meta({ id: 'Me' });

export const pickableQuery = z.strictObject({ station: tabletStation });
export const pickableWire = z
  .object({
    items: z.array(
      z.object({
        id: uuid,
        name: z.string(),
        roles: z.array(role),
        last_used_at: instant.nullable().describe('Last login of this person at this station of this tablet'),
      }),
    ),
  })
  .meta({ id: 'PickablePeople' });

const withPin = { employee_id: uuid, pin };
export const staffLoginBody = z
  .discriminatedUnion('station', [
    z.strictObject({ station: z.literal('register'), ...withPin }),
    z.strictObject({ station: z.literal('wardrobe'), ...withPin }),
    z.strictObject({ station: z.literal('door'), ...withPin }),
    z.strictObject({ station: z.literal('bar'), employee_id: uuid, bar_id: uuid }),
  ])
  .meta({ id: 'StaffLogin' });

export const unlockBody = z
  .strictObject({ pin: pin.optional().describe('Not asked of a session at the bar') })
  .meta({ id: 'Unlock' });

export const stepUpPeopleQuery = z.strictObject({ permission });
export const peopleWire = z.object({ items: z.array(named) }).meta({ id: 'People' });
export const stepUpBody = z.strictObject({ employee_id: uuid, pin, permission }).meta({ id: 'StepUpRequest' });
export const stepUpWire = z
  .object({
    token: z.string().describe('Counts once, for this permission, in this session'),
    expires_at: instant,
    granted_by: named,
  })
  .meta({ id: 'StepUp' });

export const adminLoginBody = z
  .strictObject({
    username: text(60),
    password: z.string().min(1).max(200),
    totp: z
      .string()
      .regex(/^\d{6}$/)
      .optional()
      .describe('Code of the authenticator app, when the account has one'),
  })
  .meta({ id: 'AdminLogin' });

export function toMe(me: MeView, venue: Venue) {
  return {
    session_id: me.sessionId,
    employee: me.employee,
    permissions: me.permissions,
    station: me.station,
    kind: me.kind,
    device: me.device,
    bar: me.bar,
    is_locked: me.isLocked,
    venue: toVenue(venue),
    must_change_password: false,
  };
}

export function toPickable(people: readonly PickablePerson[]) {
  return {
    items: people.map(({ id, name, roles, lastUsedAt }) => ({
      id,
      name,
      roles,
      last_used_at: lastUsedAt?.toISOString() ?? null,
    })),
  };
}
