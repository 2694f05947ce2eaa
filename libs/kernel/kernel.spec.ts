import { Money, newId, Rut } from '.';

describe('pesos', () => {
  it.each([
    [24_700, 24_700],
    [1_991, 1_990],
    [1_995, 1_990],
    [1_996, 2_000],
    [1_999, 2_000],
    [5, 0],
    [6, 10],
    [-1_996, -2_000],
  ])('%d pesos are paid as %d in cash, by Ley 20.956', (pesos, cash) => {
    expect(Money.of(pesos).roundedForCash().pesos).toBe(cash);
  });

  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53 + 1, 1_000_000_001])('refuses %d pesos', (pesos) => {
    expect(() => Money.of(pesos)).toThrow('money.not_whole');
  });

  it('finds the IVA inside a document total', () => {
    expect(Money.of(11_900).ivaInside().pesos).toBe(1_900);
    expect(Money.of(13_000).ivaInside().pesos).toBe(2_076);
    expect(Money.zero.ivaInside().pesos).toBe(0);
  });
});

describe('a RUT', () => {
  it.each(['12.345.678-5', '12345678-5', '123456785', ' 6-k'])('is read from %s', (text) => {
    expect(Rut.isValid(text)).toBe(true);
  });

  it.each(['12.345.678-9', '', '-', 'K', '123456789012', 'abc-1'])('is refused when it is %j', (text) => {
    expect(Rut.isValid(text)).toBe(false);
  });
});

describe('ids', () => {
  it('are UUIDs of version 7 that carry their millisecond and never repeat', () => {
    const at = Date.UTC(2026, 10, 24, 3, 0, 0, 123);
    const ids = Array.from({ length: 5_000 }, () => newId(at));
    expect(new Set(ids).size).toBe(5_000);
    for (const id of ids) {
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      expect(parseInt(id.replace('-', '').slice(0, 12), 16)).toBe(at);
    }
  });
});
