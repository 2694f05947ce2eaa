import { z } from 'zod';
import { instant, Page, pageOf, pageQuery, text, uuid } from '@libs/platform';
import { DeviceCode } from '@libs/staff/application';
import { DeviceView } from '@libs/staff/infrastructure';
import { named } from './session.dto';

export const enrolBody = z
  .strictObject({ code: text(20).describe('As the back office shows it: K7PM-2XQD') })
  .meta({ id: 'EnrolDevice' });
export const enrolledWire = z
  .object({ id: uuid, name: z.string(), venue_name: z.string() })
  .meta({ id: 'EnrolledDevice' });
export const ownDeviceWire = z.object({ id: uuid, name: z.string(), venue: named }).meta({ id: 'OwnDevice' });

export const createDeviceBody = z.strictObject({ name: text(60) }).meta({ id: 'CreateDevice' });
export const deviceCodeWire = z
  .object({ id: uuid, name: z.string(), code: z.string().describe('Shown once'), expires_at: instant })
  .meta({ id: 'DeviceCode' });

export const devicesQuery = z.strictObject(pageQuery);
export const devicePage = pageOf(
  z
    .object({
      id: uuid,
      name: z.string(),
      enrolled_at: instant.nullable(),
      revoked_at: instant.nullable(),
      last_seen_at: instant.nullable(),
      code_expires_at: instant.nullable().describe('A code that was not used yet, also one that is too old'),
      is_locked: z.boolean().describe('Too many wrong PINs'),
    })
    .meta({ id: 'Device' }),
).meta({ id: 'DevicePage' });

export function toDeviceCode({ id, name, code, expiresAt }: DeviceCode) {
  return { id, name, code, expires_at: expiresAt };
}

export function toDevicePage({ items, nextCursor }: Page<DeviceView>): z.input<typeof devicePage> {
  const at = (moment: Date | null): string | null => moment?.toISOString() ?? null;
  const toDevice = (device: DeviceView) => ({
    id: device.id,
    name: device.name,
    enrolled_at: at(device.enrolledAt),
    revoked_at: at(device.revokedAt),
    last_seen_at: at(device.lastSeenAt),
    code_expires_at: at(device.codeExpiresAt),
    is_locked: device.isLocked,
  });
  return { items: items.map(toDevice), next_cursor: nextCursor };
}
