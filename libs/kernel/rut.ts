import { DomainError } from './domain-error';

/** A Chilean tax number with its check digit (modulo 11), kept as `12345678-5`. */
export class Rut {
  private constructor(readonly value: string) {}

  /** Accepts `12.345.678-5`, `12345678-5`, `123456785`. @throws DomainError `rut.invalid` */
  static parse(text: string): Rut {
    const compact = text.replace(/[.\s-]/g, '').toUpperCase();
    const body = compact.slice(0, -1);
    if (!/^\d{1,8}$/.test(body) || Rut.checkDigit(Number(body)) !== compact.slice(-1)) {
      throw new DomainError('rut.invalid', 'invalid');
    }
    return new Rut(`${Number(body)}-${compact.slice(-1)}`);
  }

  static isValid(text: string): boolean {
    try {
      Rut.parse(text);
      return true;
    } catch {
      return false;
    }
  }

  /** Check digit of a RUT body: `0`-`9` or `K`. */
  static checkDigit(body: number): string {
    let sum = 0;
    let factor = 2;
    for (let rest = body; rest > 0; rest = Math.floor(rest / 10)) {
      sum += (rest % 10) * factor;
      factor = factor === 7 ? 2 : factor + 1;
    }
    const digit = 11 - (sum % 11);
    return digit === 11 ? '0' : digit === 10 ? 'K' : String(digit);
  }
}
