import { Clock, newId } from '@libs/kernel';
import { useTestPlatform } from '@libs/platform/testing';
import { CurrentNight, FindVenue } from '../application';
import { SqlRunningNights } from './sql-running-nights';
import { SqlVenueRepository } from './sql-venue.repository';

class HeldClock extends Clock {
  moment = new Date('2026-07-04T22:00:00Z');
  now(): Date {
    return this.moment;
  }
}

describe('a house', () => {
  const platform = useTestPlatform();
  const venueId = newId();

  beforeAll(async () => {
    const settings = { tipPct: 12, cashTolerance: '5', somethingOld: 1 };
    await platform.owner.query(
      `INSERT INTO nights.venues (id, name, ticket_prefix, settings) VALUES ($1, 'Bombo', 'BMB', $2)`,
      [venueId, settings],
    );
  });

  it('has its own settings and the usual ones where it decided nothing sensible', async () => {
    const findVenue = new FindVenue(new SqlVenueRepository(platform.database), new HeldClock());
    await expect(findVenue.execute(venueId)).resolves.toEqual({
      id: venueId,
      name: 'Bombo',
      ticketPrefix: 'BMB',
      timeZone: 'America/Santiago',
      settings: {
        idleLockSeconds: 60,
        cashTolerance: 2_000,
        courtesyBudget: 50_000,
        floatTolerance: 5_000,
        ticketMaxAgeHours: 24,
        ticketMaxAttempts: 3,
        tipPct: 12,
        entryHoldMinutes: 10,
        entryRefundHours: 24,
        entryRefundFeePct: 0,
        doorsEarlyMinutes: 30,
        capacityAlarmPct: 90,
      },
    });
    await expect(findVenue.execute(newId())).rejects.toMatchObject({ code: 'venue.not_found', kind: 'not_found' });
  });

  it('is remembered for a few seconds, no longer', async () => {
    const clock = new HeldClock();
    const findVenue = new FindVenue(new SqlVenueRepository(platform.database), clock);
    await findVenue.execute(venueId);
    await platform.owner.query(`UPDATE nights.venues SET name = 'Bombo II' WHERE id = $1`, [venueId]);
    await expect(findVenue.execute(venueId)).resolves.toMatchObject({ name: 'Bombo' });
    clock.moment = new Date(clock.moment.getTime() + 3_000);
    await expect(findVenue.execute(venueId)).resolves.toMatchObject({ name: 'Bombo II' });
  });

  it('has a night that is on only from its opening until it is closed', async () => {
    const currentNight = new CurrentNight(new SqlRunningNights(platform.database));
    const id = newId();
    const become = (status: string): Promise<unknown> =>
      platform.owner.query('UPDATE nights.nights SET status = $2 WHERE id = $1', [id, status]);
    await platform.owner.query(
      `INSERT INTO nights.nights (id, venue_id, date, name, status, opened_at)
       VALUES ($1, $2, '2026-07-04', 'Sábado', 'PREPARING', '2026-07-05T01:00:00Z')`,
      [id, venueId],
    );
    await expect(currentNight.execute(venueId)).resolves.toBeUndefined();
    await become('OPEN');
    const openedAt = new Date('2026-07-05T01:00:00Z');
    await expect(currentNight.execute(venueId)).resolves.toEqual({ id, name: 'Sábado', status: 'OPEN', openedAt });
    await become('CLOSING');
    await expect(currentNight.execute(venueId)).resolves.toMatchObject({ id, status: 'CLOSING' });
    await become('CLOSED');
    await expect(currentNight.execute(venueId)).resolves.toBeUndefined();
  });
});
