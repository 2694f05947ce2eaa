import { cashCountTotal } from '@libs/ui/format/clp';
import { suggestedCount } from './suggested-count';

describe('the float that is suggested', () => {
  it('adds up to what was suggested', () => {
    for (const pesos of [50_000, 60_000, 85_500, 123_450, 10]) {
      expect(cashCountTotal(suggestedCount(pesos))).toBe(pesos);
    }
  });

  it('holds small notes, not one large one', () => {
    const count = suggestedCount(60_000);
    expect(count[20_000]).toBeUndefined();
    expect(count[1_000]).toBeGreaterThan(5);
  });

  it('is empty where none is suggested', () => {
    expect(suggestedCount(0)).toEqual({});
  });
});
