import { BigButton, LanguageSwitch, type Outcome, Sheet, signal, useSetting } from '@libs/ui';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { leftHanded } from './stored';

const SOUNDS: readonly Outcome[] = ['ok', 'caution', 'bad'];

/** What is set once on a tablet: hand, sounds, language; for a supervisor also the refused tickets. */
export function SettingsSheet({
  onRefusals,
  onClose,
}: {
  readonly onRefusals?: () => void;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const left = useSetting(leftHanded);
  return (
    <Sheet opened onClose={onClose} title={t('settings.title')}>
      <div className="bar-stack">
        {onRefusals && <BigButton onPress={onRefusals}>{t('refusals.title')}</BigButton>}
        <h3 className="bar-label">{t('settings.hand')}</h3>
        <div className="bar-row" role="group" aria-label={t('settings.hand')}>
          {([false, true] as const).map((hand) => (
            <button
              key={String(hand)}
              type="button"
              className="n-press bar-option"
              aria-pressed={left === hand}
              onClick={() => leftHanded.set(hand)}
            >
              {t(hand ? 'settings.left' : 'settings.right')}
            </button>
          ))}
        </div>
        <h3 className="bar-label">{t('settings.sounds')}</h3>
        <div className="bar-row">
          {SOUNDS.map((sound) => (
            <BigButton key={sound} onPress={() => signal(sound)}>
              {t(`settings.${sound}`)}
            </BigButton>
          ))}
        </div>
        <h3 className="bar-label">{t('settings.language')}</h3>
        <LanguageSwitch />
      </div>
    </Sheet>
  );
}
