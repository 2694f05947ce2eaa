import { enterEs } from './enter.es';

/** Words of the guest's app, Spanish. English is checked against this file by the compiler. */
export const es = {
  ...enterEs,
  menu: { label: 'Secciones', home: 'Inicio', profile: 'Perfil' },
  page: { back: 'Volver' },
  state: { unknown: 'No hubo respuesta, así que no sabemos si se hizo. Aprieta otra vez: no se hará dos veces.' },
  offline: { detail: 'Tus tickets y entradas guardados siguen aquí.' },
  home: { hello: 'Hola, {{name}}' },
} as const;
