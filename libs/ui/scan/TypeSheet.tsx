import { IconBackspace } from '@tabler/icons-react';
import { type ReactNode, useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BigButton } from '../components/BigButton';
import { KeyButton } from '../components/KeyButton';
import { Sheet } from '../components/Sheet';
import { codeText, isComplete, typeKey } from './typed-code';

interface TypeSheetProps {
  /** Letters of the house, which nearly every ticket has. */
  readonly prefix: string;
  readonly onCode: (code: string) => void;
  readonly onClose: () => void;
}

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** The number below a QR that no camera reads: letters of the house stand there, the digits are typed. */
export function TypeSheet({ prefix, onCode, onClose }: TypeSheetProps): ReactNode {
  const { t } = useTranslation('ui');
  const [code, setCode] = useState({ letters: prefix, digits: '' });
  const [spelling, setSpelling] = useState(false);
  const press = (key: string): void => setCode((now) => typeKey(now, key));
  const search = (): void => {
    if (isComplete(code)) onCode(codeText(code));
  };
  useKeyboard(press, search);
  const back = (
    <KeyButton bare label={t('typed.back')} onPress={() => press('back')}>
      <IconBackspace size={30} stroke={1.6} aria-hidden />
    </KeyButton>
  );
  return (
    <Sheet
      opened
      onClose={onClose}
      title={t('typed.title')}
      footer={
        <BigButton look="primary" size="method" wide disabled={!isComplete(code)} onPress={search}>
          {t('typed.search')}
        </BigButton>
      }
    >
      <p className="n-typed" role="status">
        {code.letters && <span className="n-typed__letters">{code.letters}</span>}
        <span>{code.digits}</span>
        <span className="n-typed__caret" aria-hidden />
      </p>
      <p className="n-typed__hint">{t('typed.empty')}</p>
      {spelling ? (
        <div className="n-letters" role="group" aria-label={t('typed.letter_keys')}>
          {LETTERS.map((letter) => (
            <KeyButton key={letter} disabled={code.digits !== ''} onPress={() => press(letter)}>
              {letter}
            </KeyButton>
          ))}
          {back}
          <KeyButton onPress={() => setSpelling(false)}>{t('typed.digits')}</KeyButton>
        </div>
      ) : (
        <div className="n-pad n-pad--pin n-digits" role="group" aria-label={t('typed.digit_keys')}>
          {DIGITS.map((digit) => (
            <KeyButton key={digit} onPress={() => press(digit)}>
              {digit}
            </KeyButton>
          ))}
          <KeyButton onPress={() => setSpelling(true)}>{t('typed.letters')}</KeyButton>
          <KeyButton onPress={() => press('0')}>0</KeyButton>
          {back}
        </div>
      )}
    </Sheet>
  );
}

/** Also hears a real keyboard. A scanner's burst never gets here: its listener takes it first. */
function useKeyboard(onKey: (key: string) => void, onEnter: () => void): void {
  const press = useEffectEvent(onKey);
  const enter = useEffectEvent(onEnter);
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const onButton = event.target instanceof HTMLButtonElement;
      if (event.key === 'Enter' && !onButton) enter();
      else if (event.key === 'Backspace') press('back');
      else if (event.key.length === 1) press(event.key);
    };
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, []);
}
