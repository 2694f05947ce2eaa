import { DomainError } from './domain-error';

/** Largest amount the house will handle in one figure, in pesos. Keeps every sum far below 2^53. */
export const MAX_PESOS = 1_000_000_000;

/**
 * A whole number of Chilean pesos. CLP has no cents, so a fraction is refused instead of rounded.
 * Immutable; may be negative (a difference, a refund), never a fraction.
 */
export class Money {
  static readonly zero = new Money(0);

  private constructor(readonly pesos: number) {}

  /** @throws DomainError `money.not_whole` for a fraction, NaN, or an amount beyond {@link MAX_PESOS} */
  static of(pesos: number): Money {
    if (!Number.isSafeInteger(pesos) || Math.abs(pesos) > MAX_PESOS) {
      throw new DomainError('money.not_whole', 'invalid', { pesos: String(pesos) });
    }
    return pesos === 0 ? Money.zero : new Money(pesos);
  }

  static sum(amounts: Iterable<Money>): Money {
    let pesos = 0;
    for (const amount of amounts) pesos += amount.pesos;
    return Money.of(pesos);
  }

  plus(other: Money): Money {
    return Money.of(this.pesos + other.pesos);
  }

  minus(other: Money): Money {
    return Money.of(this.pesos - other.pesos);
  }

  times(quantity: number): Money {
    return Money.of(this.pesos * quantity);
  }

  equals(other: Money): boolean {
    return this.pesos === other.pesos;
  }

  isNegative(): boolean {
    return this.pesos < 0;
  }

  isZero(): boolean {
    return this.pesos === 0;
  }

  /**
   * The amount as it is paid in cash: endings 1 to 5 go down, 6 to 9 go up to the ten.
   * Source: Ley 20.956, art. 10 (Chile). Applies to the cash part of a document only.
   */
  roundedForCash(): Money {
    const ending = Math.abs(this.pesos) % 10;
    const sign = this.pesos < 0 ? -1 : 1;
    const down = Math.abs(this.pesos) - ending;
    return Money.of(sign * (ending <= 5 ? down : down + 10));
  }

  /**
   * The value added tax inside a gross amount: gross less round(gross / 1.19), on the document total.
   * Source: DL 825, art. 14 (19 %).
   */
  ivaInside(): Money {
    return Money.of(this.pesos - Math.round(this.pesos / 1.19));
  }
}
