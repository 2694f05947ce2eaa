import { guardTap, TapGuard } from './guardTap';

function scene() {
  let clock = 0;
  let charged = 0;
  const guard = new TapGuard(() => clock);
  const charge = guardTap(() => (charged += 1), guard);
  return { guard, tapAt: (ms: number) => ((clock = ms), charge(), charged) };
}

describe('taps that were not meant', () => {
  it('do nothing for 300 ms after the sheet opened under the finger', () => {
    const { tapAt } = scene();
    expect(tapAt(299)).toBe(0);
    expect(tapAt(300)).toBe(1);
  });

  it('count once when the finger shakes', () => {
    const { tapAt } = scene();
    tapAt(400);
    expect(tapAt(500)).toBe(1);
    expect(tapAt(760)).toBe(2);
  });

  it('are held again when the sheet opens again', () => {
    const { guard, tapAt } = scene();
    tapAt(1_000);
    guard.open();
    expect(tapAt(1_200)).toBe(1);
    expect(tapAt(1_300)).toBe(2);
  });
});
