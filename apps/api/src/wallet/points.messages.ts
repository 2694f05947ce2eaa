import { Messages } from '@libs/platform';

/** Refusals of rules and tiers. */
export const POINTS_MESSAGES: Messages = {
  'points.rule_not_found': {
    es: { title: 'Regla desconocida', detail: 'Esa regla de puntos no existe en este local.' },
    en: { title: 'Unknown rule', detail: 'There is no such point rule in this house.' },
  },
  'points.rule_ended': {
    es: { title: 'La regla ya terminó', detail: 'Otra persona la cambió o la terminó antes. Mira las vigentes.' },
    en: { title: 'The rule has ended', detail: 'Somebody changed or ended it before. Look at those in force.' },
  },
  'points.window_invalid': {
    es: { title: 'Horario inválido', detail: 'El término tiene que ser después del inicio.' },
    en: { title: 'Invalid hours', detail: 'The end has to be after the beginning.' },
  },
  'points.category_unknown': {
    es: { title: 'Categoría desconocida', detail: 'Una de las categorías no existe en este local.' },
    en: { title: 'Unknown category', detail: 'One of the categories does not exist in this house.' },
  },
  'points.night_unknown': {
    es: { title: 'Jornada desconocida', detail: 'Esa jornada no existe en este local.' },
    en: { title: 'Unknown night', detail: 'There is no such night in this house.' },
  },
  'points.tier_not_found': {
    es: { title: 'Nivel desconocido', detail: 'Ese nivel no existe en este local.' },
    en: { title: 'Unknown tier', detail: 'There is no such tier in this house.' },
  },
  'points.tier_ended': {
    es: { title: 'El nivel ya terminó', detail: 'Otra persona lo cambió o lo terminó antes. Mira los vigentes.' },
    en: { title: 'The tier has ended', detail: 'Somebody changed or ended it before. Look at those in force.' },
  },
  'points.tier_taken': {
    es: { title: 'Ya hay uno así', detail: 'Otro nivel vigente se llama {name} o empieza en los mismos puntos.' },
    en: { title: 'There is one already', detail: 'Another tier is called {name} or begins at the same points.' },
  },
};
