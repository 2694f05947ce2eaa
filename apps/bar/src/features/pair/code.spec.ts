import { CODE_LENGTH, tidyCode } from './code';

describe('the code that pairs a bar', () => {
  it('is written in capitals with its dash, however it was typed', () => {
    expect(tidyCode('k7pm2')).toBe('K7PM-2');
    expect(tidyCode(' k7pm 2xqd ')).toBe('K7PM-2XQD');
  });

  it('is complete with eight letters and takes no more', () => {
    expect(tidyCode('K7PM-2XQDZZ')).toHaveLength(CODE_LENGTH);
  });
});
