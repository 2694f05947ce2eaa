import type { CardProvider } from '../../app/wire';

/** With what a register takes cards. There is no backup without a primary, and it is another one. */
export interface Providers {
  readonly primary: CardProvider | null;
  readonly backup: CardProvider | null;
}

export function withPrimary({ backup }: Providers, primary: CardProvider | null): Providers {
  return { primary, backup: primary === null || primary === backup ? null : backup };
}

/** What may follow when the primary certainly charged nothing. */
export function backupsOf(primary: CardProvider | null, all: readonly CardProvider[]): CardProvider[] {
  return primary === null ? [] : all.filter((one) => one !== primary);
}
