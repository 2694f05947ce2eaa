import type { Pool } from 'pg';
import { Actor, newId } from '@libs/kernel';

/** A venue with an open night, an open register, two bars and their people: the least that a ticket needs. */
export interface House {
  readonly venueId: string;
  readonly prefix: string;
  readonly nightId: string;
  readonly locationId: string;
  readonly registerId: string;
  readonly sessionId: string;
  readonly bars: readonly [string, string];
  readonly cashier: Actor;
  readonly supervisor: Actor;
  /** One at each bar. */
  readonly bartenders: readonly [Actor, Actor];
}

/** @param prefix the venue's letters; each venue of a test needs its own */
export async function plantHouse(owner: Pool, prefix = 'BMB'): Promise<House> {
  const [venueId, nightId, locationId, registerId, sessionId] = ids(5);
  const bars = ids(2);
  const [cashier, supervisor, first, second] = ids(4);
  await owner.query(`INSERT INTO nights.venues (id, name, ticket_prefix) VALUES ($1, $2, $3)`, [
    venueId,
    `Club ${prefix}`,
    prefix,
  ]);
  await owner.query(
    `INSERT INTO nights.nights (id, venue_id, date, name, status, opened_at)
     VALUES ($1, $2, '2026-11-21', 'Sábado', 'OPEN', now() - interval '2 hours')`,
    [nightId, venueId],
  );
  await owner.query(
    `INSERT INTO staff.employees (id, venue_id, name, roles)
     SELECT e.id, $1, e.name, ARRAY[e.role] FROM unnest($2::uuid[], $3::text[], $4::text[]) AS e (id, name, role)`,
    [
      venueId,
      [cashier, supervisor, first, second],
      ['Camila', 'Sofía', 'Benjamín', 'Martina'],
      ['cashier', 'supervisor', 'bartender', 'bartender'],
    ],
  );
  await owner.query(`INSERT INTO inventory.stock_locations (id, venue_id, name) VALUES ($1, $2, 'Barra')`, [
    locationId,
    venueId,
  ]);
  await owner.query(
    `INSERT INTO tickets.bars (id, venue_id, name, location_id) VALUES ($1, $3, 'Barra central', $4), ($2, $3, 'Terraza', $4)`,
    [...bars, venueId, locationId],
  );
  await owner.query(
    `INSERT INTO sales.registers (id, venue_id, name, type, location_id) VALUES ($1, $2, 'Caja 1', 'bar', $3)`,
    [registerId, venueId, locationId],
  );
  await owner.query(
    `INSERT INTO sales.register_sessions
       (id, venue_id, register_id, night_id, employee_id, opened_by, status, opened_at, float_amount, float_denominations)
     VALUES ($1, $2, $3, $4, $5, $5, 'OPEN', now() - interval '1 hour', 0, '{}')`,
    [sessionId, venueId, registerId, nightId, cashier],
  );
  const actor = (employeeId: string, employeeName: string, barId: string | null): Actor => ({
    ...{ venueId, employeeId, employeeName, barId },
    ...{ sessionId: newId(), deviceId: newId(), ip: '10.0.0.7', permissions: new Set<string>() },
  });
  return {
    ...{ venueId, prefix, nightId, locationId, registerId, sessionId, bars },
    cashier: actor(cashier, 'Camila', null),
    supervisor: actor(supervisor, 'Sofía', null),
    bartenders: [actor(first, 'Benjamín', bars[0]), actor(second, 'Martina', bars[1])],
  };
}

/** The row of a sale, which a ticket refers to. @returns its id */
export async function plantSale(owner: Pool, house: House): Promise<string> {
  const id = newId();
  await owner.query(
    `INSERT INTO sales.sales (id, venue_id, night_id, register_session_id, employee_id, fingerprint, total_amount,
       iva_amount, placed_at) VALUES ($1, $2, $3, $4, $5, 'test', 0, 0, now())`,
    [id, house.venueId, house.nightId, house.sessionId, house.cashier.employeeId],
  );
  return id;
}

type Strings<N extends number, T extends string[] = []> = T['length'] extends N ? T : Strings<N, [...T, string]>;

function ids<N extends number>(count: N): Strings<N> {
  return Array.from({ length: count }, () => newId()) as Strings<N>;
}
