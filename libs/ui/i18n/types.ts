import type { es } from './es';

/**
 * The shape another language must have: every key of the Spanish catalogue and no other.
 * `export const en = { … } satisfies Translation<typeof es>`
 */
export type Translation<Catalogue> = {
  readonly [Key in keyof Catalogue]: Catalogue[Key] extends string ? string : Translation<Catalogue[Key]>;
};

/**
 * The namespaces that `t` knows. An app adds its own beside `ui` (in `src/app/i18n.ts`):
 * `declare module '@libs/ui/i18n/types' { interface Namespaces { app: typeof es } }`
 */
export interface Namespaces {
  ui: typeof es;
}

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app';
    resources: Namespaces;
  }
}
