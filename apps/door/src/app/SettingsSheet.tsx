import { BigButton, LanguageSwitch, type Outcome, Sheet, signal } from '@libs/ui';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

const SOUNDS: readonly Outcome[] = ['ok', 'caution', 'bad'];

/** What is set once on a tablet: sounds and language. */
export function SettingsSheet({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  return (
    <Sheet opened onClose={onClose} title={t('settings.title')}>
      <div className="door-stack">
        <h3 className="door-label">{t('settings.sounds')}</h3>
        <div className="door-row">
          {SOUNDS.map((sound) => (
            <BigButton key={sound} onPress={() => signal(sound)}>
              {t(`settings.${sound}`)}
            </BigButton>
          ))}
        </div>
        <h3 className="door-label">{t('settings.language')}</h3>
        <LanguageSwitch />
      </div>
    </Sheet>
  );
}
