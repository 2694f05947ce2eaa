import { guestsOf } from './guests';

describe('a pasted list of guests', () => {
  it('reads a name a line, with how many come along', () => {
    expect(guestsOf('Ana Rojas +2\n\n  José Díaz\nM. Soto+1  ')).toEqual([
      { name: 'Ana Rojas', plus: 2 },
      { name: 'José Díaz', plus: 0 },
      { name: 'M. Soto', plus: 1 },
    ]);
  });

  it('is empty when nothing was written', () => {
    expect(guestsOf(' \n')).toEqual([]);
  });
});
