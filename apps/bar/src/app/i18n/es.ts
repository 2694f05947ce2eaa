/** Words of this app, Spanish. English is checked against this file by the compiler. */
export const es = {
  shell: {
    place: 'Barra',
  },
} as const;
