import {
  displayCode,
  encodeCrockford,
  normalizeCrockford,
  parseScannedCode,
  promiseText,
  statusOf,
  TicketPromise,
} from '.';

describe('the token of a QR', () => {
  it('is 32 characters of the QR’s alphanumeric set for 160 bits', () => {
    expect(encodeCrockford(new Uint8Array(20).fill(255))).toBe('Z'.repeat(32));
    expect(encodeCrockford(new Uint8Array(20))).toBe('0'.repeat(32));
  });

  it('puts the first bits first', () => {
    expect(encodeCrockford(Uint8Array.of(0b00001_000, 0b10_00011_0, 0b0100_0010, 0b1_00110_00, 0b111_01000))).toBe(
      '12345678',
    );
  });

  it('fills the last character with zero bits', () => {
    expect(encodeCrockford(Uint8Array.of(255))).toBe('ZW');
  });

  it('forgives lower case, spaces and look-alikes, and nothing else', () => {
    expect(normalizeCrockford(' ab c oil ')).toBe('ABC011');
    expect(normalizeCrockford('AB-C')).toBeUndefined();
    expect(normalizeCrockford('ABU')).toBeUndefined();
    expect(normalizeCrockford('')).toBeUndefined();
  });
});

describe('what a bartender scanned or typed', () => {
  const token = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

  it.each([token, token.toLowerCase(), ` ${token.slice(0, 16)} ${token.slice(16)} `])('is the token %s', (text) => {
    expect(parseScannedCode(text)).toEqual({ kind: 'token', token });
  });

  it('is a UUID v4 of the older system, also from a scanner that types apostrophes for dashes', () => {
    const uuid = '3f0c8f5e-2c1a-4f7b-9d1e-0a1b2c3d4e5f';
    expect(parseScannedCode(uuid.toUpperCase())).toEqual({ kind: 'legacy', uuid });
    expect(parseScannedCode(uuid.replaceAll('-', "'"))).toEqual({ kind: 'legacy', uuid });
  });

  it('is no UUID of another version', () => {
    expect(parseScannedCode('3f0c8f5e-2c1a-7f7b-9d1e-0a1b2c3d4e5f')).toBeUndefined();
  });

  it.each(['BMB 11725', 'bmb11725', 'BMB-11725', ' bmb  11725 '])('is the display code %s', (text) => {
    expect(parseScannedCode(text)).toEqual({ kind: 'display', prefix: 'BMB', number: 11725 });
  });

  it('is a display code without its letters', () => {
    expect(parseScannedCode('11725')).toEqual({ kind: 'display', prefix: null, number: 11725 });
  });

  it.each(['', 'hola', 'BMB', 'https://club.example/t/1', `${token}0`, '9'.repeat(16), "'; DROP TABLE"])(
    'is nothing of ours: %s',
    (text) => {
      expect(parseScannedCode(text)).toBeUndefined();
    },
  );

  it('reads out its display code again', () => {
    expect(parseScannedCode(displayCode('BMB', 11725))).toEqual({ kind: 'display', prefix: 'BMB', number: 11725 });
  });
});

describe('the state of a ticket', () => {
  const piscolas = (deliveredQty: number) => ({ qty: 2, deliveredQty });

  it('follows from what was delivered', () => {
    expect(statusOf([piscolas(0), piscolas(0)], null)).toBe('OPEN');
    expect(statusOf([piscolas(1), piscolas(0)], null)).toBe('PARTIAL');
    expect(statusOf([piscolas(2), piscolas(0)], null)).toBe('PARTIAL');
    expect(statusOf([piscolas(2), piscolas(2)], null)).toBe('DELIVERED');
  });

  it('is void once voided, whatever was delivered', () => {
    expect(statusOf([piscolas(2)], new Date())).toBe('VOID');
  });

  it('is open as long as it is good when it holds nothing to deliver', () => {
    expect(statusOf([], null)).toBe('OPEN');
    expect(statusOf([], new Date())).toBe('VOID');
  });
});

describe('what a ticket promises', () => {
  const items = [
    { id: 'a', productId: 'piscola', qty: 2 },
    { id: 'b', productId: 'agua', qty: 1 },
  ];
  const promise: TicketPromise = {
    ...{ id: 't', venueId: 'v', nightId: 'n', ticketType: 'delivery', items },
    origin: { kind: 'sale', id: 's' },
  };

  it('is for tickets of sales the text that was sealed before there were other origins', () => {
    expect(promiseText(promise)).toBe('ticket.v1|t|v|n|s|a:piscola:2|b:agua:1');
  });

  it('is the same in any order of its items', () => {
    expect(promiseText({ ...promise, items: [...items].reverse() })).toBe(promiseText(promise));
  });

  it.each([
    { ...promise, id: 'x' },
    { ...promise, venueId: 'x' },
    { ...promise, nightId: 'x' },
    { ...promise, origin: { kind: 'sale', id: 'x' } },
    { ...promise, origin: { kind: 'redemption', id: 's' } },
    { ...promise, items: items.slice(1) },
    { ...promise, items: [{ id: 'a', productId: 'piscola', qty: 3 }, items[1] as (typeof items)[0]] },
    { ...promise, items: [{ id: 'a', productId: 'champaña', qty: 2 }, items[1] as (typeof items)[0]] },
  ] satisfies TicketPromise[])('is another text when any of it is another', (other) => {
    expect(promiseText(other)).not.toBe(promiseText(promise));
  });

  it('holds an entry to being one', () => {
    const entry: TicketPromise = { ...promise, ticketType: 'entry', origin: { kind: 'entry', id: 'e' }, items: [] };
    expect(promiseText({ ...entry, ticketType: 'delivery' })).not.toBe(promiseText(entry));
  });
});
