import { tidyCode } from './pairing-code';

describe('a pairing code', () => {
  it('gets its capitals and its dash while it is typed', () => {
    expect(tidyCode('k7p')).toBe('K7P');
    expect(tidyCode('k7pm2')).toBe('K7PM-2');
    expect(tidyCode(' k7pm 2xqd ')).toBe('K7PM-2XQD');
  });

  it('stays as it is when it was typed or linked with the dash', () => {
    expect(tidyCode('K7PM-2XQD')).toBe('K7PM-2XQD');
  });

  it('never grows beyond eight letters', () => {
    expect(tidyCode('K7PM2XQDZZZ')).toBe('K7PM-2XQD');
  });
});
