import { Dedupe } from './dedupe';

describe('a code in front of the scanner', () => {
  it('is one scan for as long as it stays in sight', () => {
    const dedupe = new Dedupe(2_500);
    const sightings = [0, 100, 2_000, 4_000, 6_400].map((at) => dedupe.see('A', at));
    expect(sightings).toEqual([true, false, false, false, false]);
  });

  it('counts again after it was out of sight for 2.5 s, and not a moment sooner', () => {
    const dedupe = new Dedupe(2_500);
    dedupe.see('A', 0);
    expect(dedupe.see('A', 2_499)).toBe(false);
    expect(dedupe.see('A', 4_999)).toBe(true);
  });

  it('does not keep another code waiting', () => {
    const dedupe = new Dedupe(2_500);
    dedupe.see('A', 0);
    expect(dedupe.see('B', 10)).toBe(true);
  });

  it('counts again at once when nothing came of its scan', () => {
    const dedupe = new Dedupe(2_500);
    dedupe.see('A', 0);
    dedupe.forget('A');
    expect(dedupe.see('A', 50)).toBe(true);
  });
});
