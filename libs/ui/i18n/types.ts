import type { es } from './es';

/**
 * The shape another language must have: every key of the Spanish catalogue and no other.
 * `export const en = { … } satisfies Translation<typeof es>`
 */
export type Translation<Catalogue> = {
  readonly [Key in keyof Catalogue]: Catalogue[Key] extends string ? string : Translation<Catalogue[Key]>;
};

/**
 * Makes the keys of `t` typed. An app adds its own namespace the same way, beside its catalogues:
 * `declare module 'i18next' { interface ResourceNamespaceMap { app: typeof es } }`
 */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app';
  }
  interface ResourceNamespaceMap {
    ui: typeof es;
  }
}
