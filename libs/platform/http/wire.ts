import { z } from 'zod';
import { MAX_PESOS, Rut } from '@libs/kernel';

/** Building blocks of the wire, so that every route means the same by them. */

/** Text without control characters, trimmed, 1 to `max` characters. */
export function text(max: number, min = 1) {
  return z
    .string()
    .trim()
    .min(min)
    .max(max)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u);
}

/**
 * A UUID of any version: ids of ours are v7, tickets of the older system v4. Lower case from here on, so that one id
 * written two ways is found to be one.
 */
export const uuid = z.guid().toLowerCase();

/** Whole pesos, 0 or more. */
export const pesos = z.int().min(0).max(MAX_PESOS);

/** Whole pesos above 0. */
export const positivePesos = z.int().min(1).max(MAX_PESOS);

/** A moment, ISO-8601 UTC. */
export const instant = z.iso.datetime();

/** A calendar date, `YYYY-MM-DD`. */
export const calendarDate = z.iso.date();

export const rut = text(14).refine(Rut.isValid);

/** How many of each note and coin: `{"20000": 2, "100": 5}`. */
export const denominations = z
  .partialRecord(
    z.enum(['20000', '10000', '5000', '2000', '1000', '500', '100', '50', '10']),
    z.int().min(0).max(10_000),
  )
  .describe('How many of each note and coin, by value in pesos');

/** `/…/:id` */
export const idParam = z.object({ id: uuid });
