import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LANGUAGE_NAMES, LANGUAGES, setLanguage } from './setup';

/** Español / English, the chosen one in bone. Keeps the choice on the device. */
export function LanguageSwitch(): ReactNode {
  const { t, i18n } = useTranslation('ui');
  return (
    <div className="n-language" role="group" aria-label={t('language.label')}>
      {LANGUAGES.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          className="n-press n-language__choice"
          aria-pressed={i18n.resolvedLanguage === language}
          onClick={() => setLanguage(language)}
        >
          {LANGUAGE_NAMES[language]}
        </button>
      ))}
    </div>
  );
}
