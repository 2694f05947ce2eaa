import { startI18n } from '@libs/ui';
import { en } from './i18n/en';
import { es } from './i18n/es';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    app: typeof es;
  }
}

startI18n({ es, en });
