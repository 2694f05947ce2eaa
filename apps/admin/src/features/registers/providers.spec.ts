import type { CardProvider } from '../../app/wire';
import { backupsOf, withPrimary } from './providers';

const ALL: readonly CardProvider[] = ['getnet_terminal', 'manual', 'klap'];

describe('with what a register takes cards', () => {
  it('has no backup without a primary', () => {
    expect(withPrimary({ primary: 'klap', backup: 'manual' }, null)).toEqual({ primary: null, backup: null });
    expect(backupsOf(null, ALL)).toEqual([]);
  });

  it('never falls back on the same provider', () => {
    expect(withPrimary({ primary: 'klap', backup: 'manual' }, 'manual')).toEqual({ primary: 'manual', backup: null });
    expect(backupsOf('manual', ALL)).toEqual(['getnet_terminal', 'klap']);
  });

  it('keeps a backup that is another one', () => {
    const kept = { primary: 'getnet_terminal', backup: 'manual' };
    expect(withPrimary({ primary: 'klap', backup: 'manual' }, 'getnet_terminal')).toEqual(kept);
  });
});
