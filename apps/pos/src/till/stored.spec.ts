import { readStored, type Shelf, writeStored } from './stored';

function shelf(content: Record<string, string> = {}): Shelf & { content: Record<string, string> } {
  return {
    content,
    getItem: (name) => content[name] ?? null,
    setItem: (name, text) => void (content[name] = text),
    removeItem: (name) => void delete content[name],
  };
}

describe('what a till keeps', () => {
  it('is read back as it was written', () => {
    const kept = shelf();
    expect(writeStored('cart.ana', [{ qty: 2 }], kept)).toBe(true);
    expect(readStored('cart.ana', kept)).toEqual([{ qty: 2 }]);
  });

  it('is gone once it is forgotten', () => {
    const kept = shelf();
    writeStored('cart.ana', 1, kept);
    writeStored('cart.ana', null, kept);
    expect(kept.content).toEqual({});
    expect(readStored('cart.ana', kept)).toBeNull();
  });

  it('counts as nothing when it is damaged or of another version', () => {
    expect(readStored('cart', shelf({ 'noche.pos.cart': '{"v":1,' }))).toBeNull();
    expect(readStored('cart', shelf({ 'noche.pos.cart': '{"v":0,"value":7}' }))).toBeNull();
  });

  it('says so when the device refuses to keep it', () => {
    const full: Shelf = {
      ...shelf(),
      setItem: () => {
        throw new Error('QuotaExceededError');
      },
    };
    expect(writeStored('cart', 1, full)).toBe(false);
  });
});
