import { shownKind } from './shown';

describe('a code at the door', () => {
  it('is an entry when it is a ticket’s QR or the number beside it', () => {
    expect(shownKind('7K2M9QXW4RTA8BCDEFGH0123456JMRZV')).toBe('entry');
    expect(shownKind('BMB 11725')).toBe('entry');
    expect(shownKind('anything else')).toBe('entry');
  });

  it('is a guest when it comes from the guest’s screen or card', () => {
    expect(shownKind('UQ7K2M9QXW4RTA8BCDEFGH0123456JMRZV')).toBe('guest');
    expect(shownKind('uk7k2m9qxw4rta8bcdefgh0123456jmrzv')).toBe('guest');
  });

  it('is an identity card, also when a Spanish keyboard garbled its address', () => {
    const address = 'https://portal.sidiv.registrocivil.cl/docstatus?RUN=12345678-5&type=CEDULA&serial=100200300';
    expect(shownKind(`${address}&mrz=100200300299011553101159`)).toBe('id_card');
    expect(shownKind('httpsÑ--portal.sidiv.registrocivil.cl-docstatus_RUN¿1-9/mrz¿100200300299011553101159')).toBe(
      'id_card',
    );
    expect(shownKind('MRZ=100200300299011553101159')).toBe('id_card');
  });
});
