import { inParcels, RoomHints } from './rooms';

const to = (room: string, count: number): RoomHints => ({
  rooms: [room],
  hints: Array.from({ length: count }, (_, n) => ({ type: `${room}.${String(n)}` })) as unknown as RoomHints['hints'],
});
const sizes = (parcels: RoomHints[][]): number[] =>
  parcels.map((one) => one.reduce((n, { hints }) => n + hints.length, 0));

describe('hints on their way to other instances', () => {
  it('travel together, whoever they are for', () => {
    expect(inParcels([to('bar', 2), to('till', 3)])).toEqual([[to('bar', 2), to('till', 3)]]);
  });

  it('share no parcel larger than a notice of the database, and none is lost or doubled', () => {
    const messages = [to('bar', 19), to('till', 45), to('night', 1)];
    const parcels = inParcels(messages);
    expect(sizes(parcels)).toEqual([20, 20, 20, 5]);
    for (const { rooms, hints } of messages) {
      const received = parcels.flat().filter((one) => one.rooms[0] === rooms[0]);
      expect(received.flatMap((one) => one.hints)).toEqual(hints);
    }
  });

  it('are none when nothing happened', () => {
    expect(inParcels([])).toEqual([]);
  });
});
