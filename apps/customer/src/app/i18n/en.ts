import type { Translation } from '@libs/ui';
import { enterEn } from './enter.en';
import type { es } from './es';

/** Words of the guest's app, English. */
export const en = {
  ...enterEn,
  menu: { label: 'Sections', home: 'Home', profile: 'Profile' },
  page: { back: 'Back' },
  state: { unknown: 'No answer came, so nobody knows whether it was done. Press again: it will not be done twice.' },
  offline: { detail: 'Your saved tickets and entries are still here.' },
  home: { hello: 'Hello, {{name}}' },
} satisfies Translation<typeof es>;
