import { writtenRut } from './rut';

describe('a RUT that a guest types', () => {
  it.each([
    ['123456785', '12.345.678-5'],
    ['12.345.678-5', '12.345.678-5'],
    ['7654321k', '7.654.321-K'],
    ['12 345 678 5', '12.345.678-5'],
  ])('is written with its dots and hyphen: %s', (typed, written) => {
    expect(writtenRut(typed)).toBe(written);
  });

  it('stays as it was typed when it cannot be one', () => {
    expect(writtenRut('no tengo')).toBe('no tengo');
  });
});
