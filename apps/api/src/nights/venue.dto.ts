import { z } from 'zod';
import { SETTINGS, Venue, VenueChanges, VenueSettings } from '@libs/nights/application';
import { text, uuid } from '@libs/platform';

function setting(name: keyof VenueSettings, description: string) {
  const { min, max, usual } = SETTINGS[name];
  return z.int().min(min).max(max).describe(`${description}. ${usual} unless decided otherwise`);
}

const settings = {
  idle_lock_seconds: setting('idleLockSeconds', 'A screen locks itself after so many seconds without a touch'),
  cash_tolerance: setting('cashTolerance', 'Pesos of difference or withdrawal above which a supervisor signs'),
  courtesy_budget: setting('courtesyBudget', 'Pesos that a person may give away in a night without asking'),
  float_tolerance: setting('floatTolerance', 'Pesos of difference of a float above which a supervisor signs'),
  ticket_max_age_hours: setting('ticketMaxAgeHours', 'Hours after which a ticket is no longer delivered'),
  ticket_max_attempts: setting('ticketMaxAttempts', 'Refused scans after which a ticket is no longer delivered'),
  tip_pct: setting('tipPct', 'Suggested tip in percent'),
  entry_hold_minutes: setting('entryHoldMinutes', 'Minutes for which an order of entries keeps its places unpaid'),
  entry_refund_hours: setting('entryRefundHours', 'Entries are taken back until so many hours before the doors open'),
  entry_refund_fee_pct: setting('entryRefundFeePct', 'Percent that the house keeps of an entry that is taken back'),
  doors_early_minutes: setting('doorsEarlyMinutes', 'Entries are let in from so many minutes before the doors open'),
  capacity_alarm_pct: setting('capacityAlarmPct', "Percent of the night's capacity from which on the doors are warned"),
};

export const venueWire = z
  .object({
    id: uuid,
    name: z.string(),
    ticket_prefix: z.string().describe("The letters before a ticket's number"),
    time_zone: z.string().describe('IANA name'),
    settings: z.object(settings).meta({ id: 'VenueSettings' }),
  })
  .meta({ id: 'Venue' });

export const changeVenueBody = z
  .strictObject({ name: text(120).optional(), settings: z.strictObject(settings).partial().optional() })
  .meta({ id: 'ChangeVenue' });

export function toVenue({ id, name, ticketPrefix, timeZone, settings: own }: Venue): z.input<typeof venueWire> {
  return {
    id,
    name,
    ticket_prefix: ticketPrefix,
    time_zone: timeZone,
    settings: {
      idle_lock_seconds: own.idleLockSeconds,
      cash_tolerance: own.cashTolerance,
      courtesy_budget: own.courtesyBudget,
      float_tolerance: own.floatTolerance,
      ticket_max_age_hours: own.ticketMaxAgeHours,
      ticket_max_attempts: own.ticketMaxAttempts,
      tip_pct: own.tipPct,
      entry_hold_minutes: own.entryHoldMinutes,
      entry_refund_hours: own.entryRefundHours,
      entry_refund_fee_pct: own.entryRefundFeePct,
      doors_early_minutes: own.doorsEarlyMinutes,
      capacity_alarm_pct: own.capacityAlarmPct,
    },
  };
}

export function toVenueChanges({ name, settings: given = {} }: z.output<typeof changeVenueBody>): VenueChanges {
  return {
    name,
    settings: {
      idleLockSeconds: given.idle_lock_seconds,
      cashTolerance: given.cash_tolerance,
      courtesyBudget: given.courtesy_budget,
      floatTolerance: given.float_tolerance,
      ticketMaxAgeHours: given.ticket_max_age_hours,
      ticketMaxAttempts: given.ticket_max_attempts,
      tipPct: given.tip_pct,
      entryHoldMinutes: given.entry_hold_minutes,
      entryRefundHours: given.entry_refund_hours,
      entryRefundFeePct: given.entry_refund_fee_pct,
      doorsEarlyMinutes: given.doors_early_minutes,
      capacityAlarmPct: given.capacity_alarm_pct,
    },
  };
}
