import { KeptAnswers } from './kept-answers';

describe('answers that are kept', () => {
  const counting = () => {
    let asked = 0;
    return { ask: () => Promise.resolve((asked += 1)), asked: () => asked };
  };

  it('are asked for once, however many want them, until they are too old', async () => {
    const kept = new KeptAnswers<number>(1_000, 10);
    const source = counting();
    expect(await Promise.all([1, 2, 3].map(() => kept.of('a', 0, source.ask)))).toEqual([1, 1, 1]);
    expect(await kept.of('a', 999, source.ask)).toBe(1);
    expect(await kept.of('a', 1_000, source.ask)).toBe(2);
  });

  it('do not keep a failure', async () => {
    const kept = new KeptAnswers<number>(1_000, 10);
    await expect(kept.of('a', 0, () => Promise.reject(new Error('away')))).rejects.toThrow('away');
    expect(await kept.of('a', 1, counting().ask)).toBe(1);
  });

  it('take no more room than allowed: the oldest goes', async () => {
    const kept = new KeptAnswers<number>(1_000, 2);
    const source = counting();
    for (const key of ['a', 'b', 'c']) await kept.of(key, 0, source.ask);
    await kept.of('c', 1, source.ask);
    expect(source.asked()).toBe(3);
    await kept.of('a', 1, source.ask);
    expect(source.asked()).toBe(4);
  });
});
