import { DomainError } from '@libs/kernel';
import { checkPin } from './pin';

function refusalOf(pin: string, birthDate: string | null = null): string | undefined {
  try {
    checkPin(pin, birthDate);
    return undefined;
  } catch (error) {
    return (error as DomainError).code;
  }
}

describe('a PIN', () => {
  it.each(['482915', '739184', '105728', '900417'])('may be %s', (pin) => {
    expect(refusalOf(pin)).toBeUndefined();
  });

  it.each(['12345', '1234567', '12a456', '', ' 82915', '٤٨٢٩١٥', '48291.'])(
    'has six digits, which "%s" has not',
    (pin) => {
      expect(refusalOf(pin)).toBe('pin.malformed');
    },
  );

  it.each([
    '111111',
    '000000',
    '121212',
    '112211',
    '777778',
    '483483',
    '123456',
    '654321',
    '456789',
    '890123',
    '210987',
  ])('is not a repetition or a run like %s', (pin) => {
    expect(refusalOf(pin)).toBe('pin.trivial');
  });

  it.each(['112233', '123321', '147258', '159753'])('is no pattern of the keypad like %s', (pin) => {
    expect(refusalOf(pin)).toBe('pin.trivial');
  });

  it.each(['241198', '981124', '112498', '241119', '411199', '199811', '111998'])(
    'is not a way to write the birth date, like %s',
    (pin) => {
      expect(refusalOf(pin, '1998-11-24')).toBe('pin.is_birthday');
    },
  );

  it('may be the birth date of somebody else', () => {
    expect(refusalOf('241198', '1998-11-25')).toBeUndefined();
    expect(refusalOf('241198')).toBeUndefined();
  });
});
