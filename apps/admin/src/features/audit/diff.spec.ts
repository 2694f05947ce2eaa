import { isMoney, readData } from './diff';

describe('the data of an audit entry', () => {
  it('shows only what changed, from what to what', () => {
    const { changes, facts } = readData({
      name: 'Piscola',
      before: { price: 5_000, is_active: true },
      after: { price: 5_500, is_active: true },
    });
    expect(changes).toEqual([{ field: 'price', before: 5_000, after: 5_500 }]);
    expect(facts).toEqual([['name', 'Piscola']]);
  });

  it('shows what was added from nothing', () => {
    expect(readData({ after: { name: 'Caja 6' } }).changes).toEqual([
      { field: 'name', before: undefined, after: 'Caja 6' },
    ]);
  });

  it('leaves out what is not known', () => {
    expect(readData({ reason: null, total_amount: 0 }).facts).toEqual([['total_amount', 0]]);
  });

  it('leaves ids to the export', () => {
    expect(readData({ session_id: 'x', name: 'Ana' }).facts).toEqual([['name', 'Ana']]);
  });

  it('knows pesos by their name', () => {
    expect(['price', 'total_amount', 'cash_tolerance'].every(isMoney)).toBe(true);
    expect(['position', 'tolerance_pct', 'cash_session_id'].some(isMoney)).toBe(false);
  });
});
