import { readPaid, readSearch } from './search';

describe('where a guest goes after the login', () => {
  it('is the page that they had asked for', () => {
    expect(readSearch({ next: '/wallet' })).toEqual({ next: '/wallet' });
  });

  it.each(['//evil.example', '/\\evil.example', 'https://evil.example', 'wallet', 7, null])(
    'is never another site: %s',
    (next) => {
      expect(readSearch({ next })).toEqual({});
    },
  );
});

describe('what a payment page tells', () => {
  const order = '01a20f78-1132-7718-8964-49b1feb9dd16';

  it('leads to what was paid', () => {
    expect(readPaid({ kind: 'top_up', order, how: 'paid' })).toEqual({ kind: 'top_up', order });
  });

  it.each([{ kind: 'other', order }, { kind: 'top_up', order: '../profile' }, {}])(
    'leads nowhere when it is odd: %j',
    (told) => {
      expect(readPaid(told).kind).toBeNull();
    },
  );
});
