import { formatRut, isRut } from './rut';

describe('a RUT typed into the form of a person', () => {
  it.each(['12.345.678-5', '12345678-5', '123456785', '7.654.321-6', '10.000.013-K', '10000013k'])(
    'is right with its check digit, however it is written: %s',
    (text) => expect(isRut(text)).toBe(true),
  );

  it.each(['12.345.678-6', '', '5', 'abc', '123.456.789-0', '12.345.678-K'])('is refused: %s', (text) =>
    expect(isRut(text)).toBe(false),
  );

  it('is shown with its dots', () => {
    expect(formatRut('12345678-5')).toBe('12.345.678-5');
    expect(formatRut('nada')).toBe('nada');
  });
});
