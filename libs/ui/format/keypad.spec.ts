import { type PadKey, pressKey } from './keypad';

const type = (keys: PadKey[], max: number, keepZeros = false): string =>
  keys.reduce((digits, key) => pressKey(digits, key, max, keepZeros), '');

describe('a keypad', () => {
  it('writes thousands with one press', () => expect(type(['2', '5', '000'], 7)).toBe('25000'));
  it('drops leading zeros of an amount', () => expect(type(['0', '000', '5'], 7)).toBe('5'));
  it('keeps the zeros of a PIN', () => expect(type(['0', '0', '7'], 6, true)).toBe('007'));
  it('takes the last digit back', () => expect(type(['1', '2', 'back'], 7)).toBe('1'));
  it('does not half enter "000" at the end of the space', () => expect(type(['1', '2', '000'], 4)).toBe('12'));
});
