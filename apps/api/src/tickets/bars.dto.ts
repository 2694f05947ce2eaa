import { z } from 'zod';
import { Bar, BarChange } from '@libs/tickets/application';
import { BarRow } from '@libs/tickets/infrastructure';
import { text, uuid } from '@libs/platform';

export const barWire = z
  .object({
    id: uuid,
    name: z.string(),
    location_id: uuid.describe('Where its stock lies'),
    is_active: z.boolean().describe('Whether one can work there'),
  })
  .meta({ id: 'Bar' });

export const barList = z.object({ items: z.array(barWire) }).meta({ id: 'BarList' });

export const addBarBody = z.strictObject({ name: text(60), location_id: uuid }).meta({ id: 'AddBar' });

export const changeBarBody = z
  .strictObject({ name: text(60).optional(), location_id: uuid.optional(), is_active: z.boolean().optional() })
  .meta({ id: 'ChangeBar' });

/** What was not sent stays as it is. */
export function toBarChange(body: z.output<typeof changeBarBody>): BarChange {
  return {
    ...(body.name === undefined ? {} : { name: body.name }),
    ...(body.location_id === undefined ? {} : { locationId: body.location_id }),
    ...(body.is_active === undefined ? {} : { isActive: body.is_active }),
  };
}

export function toBar({ id, name, locationId, isActive }: Bar): BarRow {
  return { id, name, location_id: locationId, is_active: isActive };
}
