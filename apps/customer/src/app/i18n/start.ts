import { startI18n } from '@libs/ui';
import { es } from './es';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    app: typeof es;
  }
}

/** Done when the texts can be shown. */
export const textsReady = startI18n({ es, en: async () => (await import('./en')).en });
