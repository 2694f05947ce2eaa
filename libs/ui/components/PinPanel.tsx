import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { signal, unlockAudio } from '../device/sound';
import { useNow } from '../device/useNow';
import { type PadKey, pressKey } from '../format/keypad';
import { NumPad } from './NumPad';
import { PinDots } from './PinDots';

const PIN_DIGITS = 6;

/** Why a PIN was not taken, as the app understood the failure. */
export type PinRefusal = { readonly lockedForS?: number | null } & (
  | { readonly kind: 'wrong'; readonly attemptsLeft: number | null }
  | { readonly kind: 'no_answer' }
  | { readonly kind: 'said'; readonly text: string }
);

interface PinPanelProps {
  readonly title: string;
  readonly detail: string;
  /** Gets the six digits. A rejection says what was wrong; the panel shakes and tells. */
  readonly onPin: (pin: string) => Promise<void>;
  /** Understands what `onPin` was rejected with. */
  readonly refusalOf: (error: unknown) => PinRefusal;
  readonly disabled?: boolean;
}

/** Six digits and no enter key: the last digit sends. Says how many attempts are left and how long a lock lasts. */
export function PinPanel({ title, detail, onPin, refusalOf, disabled = false }: PinPanelProps): ReactNode {
  const { t } = useTranslation('ui');
  const [digits, setDigits] = useState('');
  const [asking, setAsking] = useState(false);
  const [wrong, setWrong] = useState<PinRefusal | null>(null);
  const [lockedUntil, setLockedUntil] = useState(0);
  const waitS = Math.ceil((lockedUntil - useNow(500)) / 1_000);
  const locked = waitS > 0;

  const send = async (pin: string): Promise<void> => {
    setAsking(true);
    try {
      await onPin(pin);
    } catch (error) {
      signal('bad');
      const refusal = refusalOf(error);
      setWrong(refusal);
      if (refusal.lockedForS) setLockedUntil(Date.now() + refusal.lockedForS * 1_000);
      setDigits('');
    } finally {
      setAsking(false);
    }
  };

  const press = (key: PadKey): void => {
    unlockAudio();
    setWrong(null);
    const next = pressKey(digits, key, PIN_DIGITS, true);
    setDigits(next);
    if (next.length === PIN_DIGITS && next !== digits) void send(next);
  };

  return (
    <div className="n-pin">
      <h2 className="n-pin__title">{title}</h2>
      <p className="n-pin__detail" data-bad={Boolean(wrong) || locked || undefined} role="status">
        {locked ? t('pin.locked', { wait: waitInWords(waitS, t) }) : wrong ? wordsOf(wrong, t) : detail}
      </p>
      <PinDots filled={digits.length} length={PIN_DIGITS} wrong={Boolean(wrong)} />
      <NumPad kind="pin" keyboard disabled={disabled || asking || locked} onKey={press} />
    </div>
  );
}

type Words = ReturnType<typeof useTranslation<'ui'>>['t'];

function waitInWords(seconds: number, t: Words): string {
  if (seconds < 60) return t('pin.seconds', { count: seconds });
  return t('pin.minutes', { count: Math.ceil(seconds / 60) });
}

function wordsOf(refusal: PinRefusal, t: Words): string {
  if (refusal.kind === 'said') return refusal.text;
  if (refusal.kind === 'no_answer') return t('pin.no_answer');
  return refusal.attemptsLeft === null ? t('pin.wrong') : t('pin.wrong_left', { count: refusal.attemptsLeft });
}
