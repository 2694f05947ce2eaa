/**
 * What everybody asks for at once, asked of the database once every few seconds. Only for what may be that old and is the
 * same for everybody; each instance keeps its own.
 */
export class KeptAnswers<T> {
  private readonly kept = new Map<string, { readonly answer: Promise<T>; readonly until: number }>();

  /** @param ms how old an answer may get @param most how many are kept; the oldest go first */
  constructor(
    private readonly ms: number,
    private readonly most: number,
  ) {}

  /** @param now Unix ms. A question that fails is asked anew the next time. */
  of(key: string, now: number, ask: () => Promise<T>): Promise<T> {
    const known = this.kept.get(key);
    if (known && known.until > now) return known.answer;
    const answer = ask();
    this.kept.delete(key);
    this.kept.set(key, { answer, until: now + this.ms });
    answer.catch(() => this.kept.delete(key));
    const [oldest] = this.kept.keys();
    if (this.kept.size > this.most && oldest !== undefined) this.kept.delete(oldest);
    return answer;
  }
}
