import type { Translation } from '@libs/ui';
import type { es } from './es';

/** Words of this app, English. */
export const en = {
  shell: {
    place: 'Administration',
    sections: 'Sections',
    scheme: 'Colours',
    dark: 'Dark',
    light: 'Light',
  },
  home: {
    title: 'Administration',
  },
} satisfies Translation<typeof es>;
