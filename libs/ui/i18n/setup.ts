import i18next, { type ResourceLanguage } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { es } from './es';

export const LANGUAGES = ['es', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Each language by its own name, for the switch. */
export const LANGUAGE_NAMES: Record<Language, string> = { es: 'Español', en: 'English' };

const STORE_KEY = 'noche.language';

type Catalogue = ResourceLanguage[string];

/** Spanish comes with the app; another language is fetched when somebody wants it. See `Translation` for its shape. */
export interface AppCatalogues {
  readonly es: Catalogue;
  readonly en: () => Promise<Catalogue>;
}

let fetchEnglish: () => Promise<void> = () => Promise.resolve();

/**
 * Starts the texts of an app: its own catalogues as namespace `app` (the default of `t`), the shared ones as `ui`.
 * Spanish unless the person chose another language on this device, and Spanish too when that one cannot be fetched.
 * Call once; render when it is done.
 */
export async function startI18n(app: AppCatalogues): Promise<void> {
  fetchEnglish = async () => {
    const [own, shared] = await Promise.all([app.en(), import('./en')]);
    i18next.addResourceBundle('en', 'app', own);
    i18next.addResourceBundle('en', 'ui', shared.en);
  };
  void i18next.use(initReactI18next).init({
    lng: 'es',
    fallbackLng: 'es',
    supportedLngs: LANGUAGES,
    defaultNS: 'app',
    resources: { es: { app: app.es, ui: es } },
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  await speak(storedLanguage());
}

async function speak(language: Language): Promise<void> {
  try {
    if (language === 'en' && !i18next.hasResourceBundle('en', 'app')) await fetchEnglish();
  } catch {
    return;
  }
  document.documentElement.lang = language;
  await i18next.changeLanguage(language);
}

/** Changes the language now and keeps it on this device. */
export function setLanguage(language: Language): void {
  try {
    localStorage.setItem(STORE_KEY, language);
  } catch {
    // Storage refused (private mode): the choice lasts until the page closes.
  }
  void speak(language);
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
