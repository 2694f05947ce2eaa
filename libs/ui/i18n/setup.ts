import i18next, { type i18n, type Resource } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en';
import { es } from './es';

export const LANGUAGES = ['es', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Each language by its own name, for the switch. */
export const LANGUAGE_NAMES: Record<Language, string> = { es: 'Español', en: 'English' };

const STORE_KEY = 'noche.language';

/** One catalogue of an app per language; the compiler checks the others against Spanish (see `Translation`). */
export type AppCatalogues = Record<Language, Resource[string][string]>;

/**
 * Starts the texts of an app: its own catalogues as namespace `app` (the default of `t`), the shared ones as `ui`.
 * Spanish unless the person chose another language on this device. Call once, before the first render.
 */
export function startI18n(app: AppCatalogues): i18n {
  const language = storedLanguage();
  void i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'es',
    supportedLngs: LANGUAGES,
    defaultNS: 'app',
    resources: { es: { app: app.es, ui: es }, en: { app: app.en, ui: en } },
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  document.documentElement.lang = language;
  return i18next;
}

/** Changes the language now and keeps it on this device. */
export function setLanguage(language: Language): void {
  try {
    localStorage.setItem(STORE_KEY, language);
  } catch {
    // Storage refused (private mode): the choice lasts until the page closes.
  }
  document.documentElement.lang = language;
  void i18next.changeLanguage(language);
}

/** The language chosen on this device, Spanish when none was. */
export function storedLanguage(): Language {
  try {
    const stored = localStorage.getItem(STORE_KEY);
    return LANGUAGES.find((language) => language === stored) ?? 'es';
  } catch {
    return 'es';
  }
}
