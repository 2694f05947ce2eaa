import { toCsv } from './csv';

describe('an exported table', () => {
  it.each(['=1+1', '+56 9', '-2', '@SUM(A1)', '\tx', '\r=1'])('runs nothing in a spreadsheet: %j', (text) => {
    expect(
      toCsv([[text]])
        .replace(/^"/, '')
        .startsWith("'"),
    ).toBe(true);
  });

  it('keeps commas, quotes and new lines inside their cell', () => {
    expect(toCsv([['a,b', 'dice "hola"', 'dos\nlíneas', 'simple']])).toBe('"a,b","dice ""hola""","dos\nlíneas",simple');
  });

  it('has one line a row', () => {
    expect(toCsv([['a'], ['b']])).toBe('a\r\nb');
  });
});
