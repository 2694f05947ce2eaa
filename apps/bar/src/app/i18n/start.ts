import { startI18n } from '@libs/ui';
import { en } from './en';
import { es } from './es';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    app: typeof es;
  }
}

startI18n({ es, en });
