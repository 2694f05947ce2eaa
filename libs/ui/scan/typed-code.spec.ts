import { codeText, isComplete, type TypedCode, typeKey } from './typed-code';

const EMPTY: TypedCode = { letters: '', digits: '' };
const typed = (keys: readonly string[], from = EMPTY): TypedCode => keys.reduce(typeKey, from);

describe('a code that is typed', () => {
  it('takes letters first and digits after them', () => {
    expect(codeText(typed(['b', 'M', 'b', '1', '1', '7', '2', '5']))).toBe('BMB 11725');
    expect(codeText(typed(['1', 'b']))).toBe('1');
  });

  it('may be digits alone, for the letters of the house are known', () => {
    expect(codeText(typed(['1', '2']))).toBe('12');
    expect(isComplete(typed(['1', '2']))).toBe(true);
  });

  it('cannot be asked for without digits, or with a single letter', () => {
    expect(isComplete({ letters: 'BMB', digits: '' })).toBe(false);
    expect(isComplete({ letters: 'B', digits: '1' })).toBe(false);
    expect(isComplete({ letters: 'BM', digits: '1' })).toBe(true);
  });

  it('gives back the last key, digits first and then letters', () => {
    const code = { letters: 'BMB', digits: '1' };
    expect(typed(['back'], code)).toEqual({ letters: 'BMB', digits: '' });
    expect(typed(['back', 'back'], code)).toEqual({ letters: 'BM', digits: '' });
  });

  it('never grows beyond five letters and nine digits, nor takes other signs', () => {
    expect(typed([...'ABCDEFG'], EMPTY).letters).toBe('ABCDE');
    expect(typed([...'1234567890'], EMPTY).digits).toBe('123456789');
    expect(typed(['-', ' ', 'Shift', 'ñ'], EMPTY)).toEqual(EMPTY);
  });
});
