import {
  addressGroup,
  calendarDay,
  checkAge,
  checkPassword,
  mailCode,
  normalEmail,
  readCode,
  shownCode,
} from './rules';

const NIGHT = new Date('2026-11-21T02:00:00Z');

describe('the age of guests', () => {
  it('is counted by the day in Chile, which is still the day before after midnight in London', () => {
    expect(calendarDay(NIGHT)).toBe('2026-11-20');
    expect(() => checkAge('2008-11-20', NIGHT)).not.toThrow();
    expect(() => checkAge('2008-11-21', NIGHT)).toThrow(expect.objectContaining({ code: 'customer.under_age' }));
  });

  it('of who was born on 29 February is full on 1 March', () => {
    expect(() => checkAge('2008-02-29', new Date('2026-02-28T15:00:00Z'))).toThrow();
    expect(() => checkAge('2008-02-29', new Date('2026-03-01T15:00:00Z'))).not.toThrow();
  });

  it('is not asked of who does not tell', () => {
    expect(() => checkAge(null, NIGHT)).not.toThrow();
  });
});

describe('passwords of guests', () => {
  it.each([
    ['siete77', 'password.too_short'],
    ['aaaaaaaaaaaa', 'password.trivial'],
    ['Ana@Example.com', 'password.is_email'],
  ])('refuse %s', (password, code) => {
    expect(() => checkPassword(password, 'ana@example.com')).toThrow(expect.objectContaining({ code }));
  });

  it('take eight signs of any kind, counted as people count them', () => {
    expect(() => checkPassword('perro 🐕 ok', 'ana@example.com')).not.toThrow();
    expect(() => checkPassword('🐕🐈🐎🐖', 'ana@example.com')).toThrow();
  });
});

describe('where wrong passwords are counted', () => {
  it('is the address, and of IPv6 the network of a household', () => {
    expect(addressGroup('203.0.113.9')).toBe('203.0.113.9');
    expect(addressGroup('::ffff:203.0.113.9')).toBe('203.0.113.9');
    expect(addressGroup('2001:db8:1:2:3:4:5:6')).toBe(addressGroup('2001:DB8:1:2::9'));
    expect(addressGroup('2001:db8:1:2::9')).not.toBe(addressGroup('2001:db8:1:3::9'));
    expect(addressGroup('2001:db8::1')).toBe('2001:db8:0:0::/64');
    expect(addressGroup(null)).toBe('');
  });
});

describe('codes from mails', () => {
  it('are read as people type them', () => {
    const code = mailCode(Uint8Array.from([0, 1, 20, 31, 32, 64, 255, 7]));
    expect(code).toBe('01MZ00Z7');
    expect(readCode(shownCode(code).toLowerCase())).toBe(code);
    expect(readCode('oI mz-0oz7')).toBe(code);
  });

  it('belong to an address however it is written', () => {
    expect(normalEmail('  Ana@Example.COM ')).toBe('ana@example.com');
  });
});
