import { ageOutcome } from '.';

const CARD =
  'https://portal.sidiv.registrocivil.cl/docstatus?RUN=12345678-5&type=CEDULA&serial=100200300&mrz=100200300299011553101159';
const TODAY = '2026-11-21';

/** A card with right check digits. */
function mrz(number: string, born: string, expires: string): string {
  const digit = (text: string): string => {
    const values = [...text].map((char) => (char === '<' ? 0 : Number.parseInt(char, 36)));
    return String(values.reduce((sum, value, index) => sum + value * ([7, 3, 1][index % 3] ?? 0), 0) % 10);
  };
  return [number, born, expires].map((text) => text + digit(text)).join('');
}

describe('the QR of an identity card', () => {
  it('tells that its holder is of age', () => {
    expect(ageOutcome(CARD, TODAY)).toBe('of_age');
  });

  it('tells the day on which somebody turns 18 from the day before', () => {
    const card = `x?mrz=${mrz('100200300', '081121', '310115')}`;
    expect(ageOutcome(card, '2026-11-20')).toBe('under_age');
    expect(ageOutcome(card, '2026-11-21')).toBe('of_age');
  });

  it('takes the latest century that is not in the future', () => {
    expect(ageOutcome(mrz('100200300', '261122', '310115'), TODAY)).toBe('of_age');
    expect(ageOutcome(mrz('100200300', '261121', '310115'), TODAY)).toBe('under_age');
  });

  it('counts no longer once it has expired, the day itself is still good', () => {
    expect(ageOutcome(mrz('100200300', '990115', '261120'), TODAY)).toBe('expired');
    expect(ageOutcome(mrz('100200300', '990115', '261121'), TODAY)).toBe('of_age');
  });

  it('is read through a scanner with a Spanish keyboard, with letters in its number, and with a name that cannot be decoded', () => {
    const garbled = CARD.replaceAll(':', 'Ñ')
      .replaceAll('/', '-')
      .replaceAll('?', '_')
      .replaceAll('=', '¿')
      .replaceAll('&', '/');
    expect(ageOutcome(garbled, TODAY)).toBe('of_age');
    expect(ageOutcome(`https://x/docstatus?name=MU%D1OZ&mrz=${mrz('B12C34567', '990115', '310115')}`, TODAY)).toBe(
      'of_age',
    );
  });

  it.each([
    ['nothing', ''],
    ['another QR', 'https://example.com/?mrz=1'],
    ['a wrong check digit', CARD.replace('299011553101159', '299011653101159')],
    ['a month that does not exist', mrz('100200300', '991315', '310115')],
    ['a day that does not exist', mrz('100200300', '990132', '310115')],
    ['more than it should be', `${CARD}0`],
  ])('that holds %s is not believed', (_, text) => {
    expect(ageOutcome(text, TODAY)).toBe('unreadable');
  });
});
