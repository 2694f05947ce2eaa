import type { Translation } from '@libs/ui';
import type { es } from './es';

/** Words of this app, English. */
export const en = {
  shell: {
    place: 'Bar',
  },
} satisfies Translation<typeof es>;
