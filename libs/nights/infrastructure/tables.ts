import { EntitySchema } from 'typeorm';
import { NightState } from '../domain';

/** `nights.nights`; its rows are the states of the aggregate. */
export const NIGHTS = new EntitySchema<NightState>({
  name: 'Night',
  schema: 'nights',
  tableName: 'nights',
  columns: {
    id: { type: 'uuid', primary: true },
    venueId: { name: 'venue_id', type: 'uuid' },
    date: { type: 'date' },
    name: { type: 'text' },
    djs: { type: 'text', array: true },
    description: { type: 'text' },
    imageUrl: { name: 'image_url', type: 'text', nullable: true },
    doorsOpenAt: { name: 'doors_open_at', type: 'timestamptz', nullable: true },
    doorsCloseAt: { name: 'doors_close_at', type: 'timestamptz', nullable: true },
    capacity: { type: 'integer', nullable: true },
    priceTiers: { name: 'price_tiers', type: 'jsonb' },
    checklist: { type: 'jsonb' },
    responsibleIds: { name: 'responsible_ids', type: 'uuid', array: true },
    status: { type: 'text' },
    openedAt: { name: 'opened_at', type: 'timestamptz', nullable: true },
    openedBy: { name: 'opened_by', type: 'uuid', nullable: true },
    closedAt: { name: 'closed_at', type: 'timestamptz', nullable: true },
    closedBy: { name: 'closed_by', type: 'uuid', nullable: true },
    deletedAt: { name: 'deleted_at', type: 'timestamptz', nullable: true },
    deletedReason: { name: 'deleted_reason', type: 'text', nullable: true },
    version: { type: 'integer' },
  },
});

export const NIGHTS_TABLES = [NIGHTS];
