import { changesOf, merged, onWire } from './changes';

describe('the changes that an event keeps', () => {
  it('are those fields alone that became something else, by the names of the wire', () => {
    const before = { name: 'Pisco', packageSize: 700, openedAt: new Date(0), tags: ['a'] };
    const after = { ...before, packageSize: 750, openedAt: new Date(0), tags: ['a', 'b'] };
    expect(changesOf(before, after)).toEqual({
      before: { package_size: 700, tags: ['a'] },
      after: { package_size: 750, tags: ['a', 'b'] },
    });
  });

  it('are none when nothing differs', () => {
    expect(changesOf({ name: 'Pisco', at: new Date(5) }, { name: 'Pisco', at: new Date(5) })).toBeUndefined();
  });

  it('show a whole new thing by the names of the wire', () => {
    expect(onWire({ isActive: true, name: 'Ron' })).toEqual({ is_active: true, name: 'Ron' });
  });

  it('leave alone what was not asked for, and can empty a field', () => {
    const before: { name: string; note: string | null } = { name: 'Ron', note: 'x' };
    expect(merged(before, { name: undefined, note: null })).toEqual({ name: 'Ron', note: null });
  });
});
