/** Words of this app, Spanish. English is checked against this file by the compiler. */
export const es = {
  shell: {
    place: 'Administración',
    sections: 'Secciones',
    scheme: 'Colores',
    dark: 'Oscuro',
    light: 'Claro',
  },
  home: {
    title: 'Administración',
  },
} as const;
