import { Actor, Clock, newId } from '@libs/kernel';
import { useTestPlatform } from '@libs/platform/testing';
import { NightState, OpenNight } from '../application';
import { NIGHTS_TABLES } from './tables';
import { TypeormNightRepository } from './typeorm-night.repository';

class HeldClock extends Clock {
  now(): Date {
    return new Date('2026-07-05T02:00:00Z');
  }
}

describe('opening a night', () => {
  const platform = useTestPlatform(NIGHTS_TABLES);
  const venueId = newId();
  const actor: Actor = {
    venueId,
    employeeId: newId(),
    employeeName: 'Ana',
    sessionId: newId(),
    deviceId: null,
    barId: null,
    ip: null,
    permissions: new Set(['night.manage']),
  };

  // Known to fail on naive code: with the look at other nights alone and no unique index on the running night, both
  // nights open; with no lock on the night's row, one night opens several times.
  it('succeeds once when two nights of a house are opened four times each at once', async () => {
    const openNight = new OpenNight(platform.transactions, new TypeormNightRepository(), new HeldClock());
    await platform.owner.query(`INSERT INTO nights.venues (id, name, ticket_prefix) VALUES ($1, 'Club', 'CLB')`, [
      venueId,
    ]);
    const nights = [newId(), newId()];
    for (const id of nights) {
      await platform.owner.query(
        `INSERT INTO nights.nights (id, venue_id, date, name, status) VALUES ($1, $2, '2026-07-04', 'Sábado', 'PREPARING')`,
        [id, venueId],
      );
    }
    const tries: Promise<NightState>[] = [];
    for (let round = 0; round < 4; round += 1) {
      for (const id of nights) tries.push(openNight.execute(actor, id));
    }
    const outcomes = await Promise.allSettled(tries);
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
    for (const outcome of outcomes) {
      if (outcome.status !== 'rejected') continue;
      expect(outcome.reason).toMatchObject({
        code: expect.stringMatching(/^night\.(other_open|wrong_state)$/) as string,
        kind: 'conflict',
      });
    }
    const open = await platform.owner.query(`SELECT id FROM nights.nights WHERE status = 'OPEN'`);
    expect(open.rowCount).toBe(1);
    const told = await platform.owner.query(`SELECT type FROM platform.outbox`);
    expect(told.rows).toEqual([{ type: 'nights.night_opened' }]);
  });
});
