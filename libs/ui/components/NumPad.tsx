import { IconBackspace } from '@tabler/icons-react';
import { type ReactNode, useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { isField } from '../device/useWedge';
import type { Digit, PadKey } from '../format/keypad';
import { KeyButton } from './KeyButton';

interface NumPadProps {
  /** Feed it to `pressKey` to get the next digits. */
  readonly onKey: (key: PadKey) => void;
  /** `cash` has a 000 key and fills the height it is given; `pin` has keys of 76 px. */
  readonly kind?: 'cash' | 'pin';
  /** Also hears the digits of a real keyboard. Not together with `useWedge` on one screen. */
  readonly keyboard?: boolean;
  readonly disabled?: boolean;
}

const DIGITS: readonly Digit[] = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

/** Digits under the thumb: `<NumPad kind="cash" onKey={(key) => setDigits((now) => pressKey(now, key, 7))} />` */
export function NumPad({ onKey, kind = 'pin', keyboard = false, disabled = false }: NumPadProps): ReactNode {
  const { t } = useTranslation('ui');
  useKeyboardDigits(onKey, keyboard && !disabled);
  return (
    <div className={`n-pad n-pad--${kind}`} role="group" aria-label={t('pad.keys')}>
      {DIGITS.map((digit) => (
        <KeyButton key={digit} disabled={disabled} onPress={() => onKey(digit)}>
          {digit}
        </KeyButton>
      ))}
      {kind === 'cash' ? (
        <KeyButton disabled={disabled} onPress={() => onKey('000')}>
          000
        </KeyButton>
      ) : (
        <span />
      )}
      <KeyButton disabled={disabled} onPress={() => onKey('0')}>
        0
      </KeyButton>
      <KeyButton bare disabled={disabled} label={t('pad.back')} onPress={() => onKey('back')}>
        <IconBackspace size={30} stroke={1.6} aria-hidden />
      </KeyButton>
    </div>
  );
}

function useKeyboardDigits(onKey: (key: PadKey) => void, enabled: boolean): void {
  const press = useEffectEvent(onKey);
  useEffect(() => {
    if (!enabled) return;
    const hear = (event: KeyboardEvent): void => {
      if (isField(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
      const key = event.key === 'Backspace' ? 'back' : [...DIGITS, '0' as const].find((digit) => digit === event.key);
      if (key) press(key);
    };
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, [enabled]);
}
