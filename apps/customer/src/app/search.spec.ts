import { readSearch } from './search';

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
