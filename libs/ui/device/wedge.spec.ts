import { WedgeBuffer } from './wedge';

function feed(buffer: WedgeBuffer, keys: string[], gapMs: number, startMs = 0): string | null {
  let code: string | null = null;
  keys.forEach((key, index) => (code = buffer.press(key, startMs + index * gapMs)));
  return code;
}

describe('a keyboard-wedge scanner', () => {
  it('is read when a fast burst ends with Enter', () =>
    expect(feed(new WedgeBuffer(), [...'SN7K2M9Q', 'Enter'], 12)).toBe('SN7K2M9Q'));

  it('ignores the Shift keys that a scanner sends between capitals', () =>
    expect(feed(new WedgeBuffer(), ['Shift', 'A', 'Shift', 'B', 'C', 'D', 'E', 'F', 'Enter'], 10)).toBe('ABCDEF'));

  it('is read from a slow scanner on a busy tablet', () =>
    expect(feed(new WedgeBuffer(), [...'SN7K2M9Q', 'Enter'], 140)).toBe('SN7K2M9Q'));

  it('is not a person who looks for each key', () =>
    expect(feed(new WedgeBuffer(), [...'CAMILA', 'Enter'], 600)).toBeNull());

  it('is not a short burst', () => expect(feed(new WedgeBuffer(), [...'123', 'Enter'], 10)).toBeNull());

  it('forgets a key that was pressed before the scan began', () => {
    const buffer = new WedgeBuffer();
    buffer.press('X', 0);
    expect(feed(buffer, [...'ABCDEF', 'Enter'], 10, 500)).toBe('ABCDEF');
  });

  it('reads the next code after the first', () => {
    const buffer = new WedgeBuffer();
    feed(buffer, [...'ABCDEF', 'Enter'], 10);
    expect(feed(buffer, [...'GHIJKL', 'Enter'], 10, 100)).toBe('GHIJKL');
  });

  it('knows the keys of a burst from the second on', () => {
    const buffer = new WedgeBuffer();
    buffer.press('A', 0);
    expect(buffer.inBurst).toBe(false);
    buffer.press('B', 10);
    expect(buffer.inBurst).toBe(true);
  });
});
