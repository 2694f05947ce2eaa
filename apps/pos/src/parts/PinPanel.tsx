import { ApiProblem } from '@libs/api-client';
import { NumPad, type PadKey, PinDots, pressKey, signal, unlockAudio, useNow } from '@libs/ui';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { factNumber, isUnknown } from '../app/problems';

const PIN_DIGITS = 6;

interface PinPanelProps {
  readonly title: string;
  readonly detail: string;
  /** Gets the six digits. A rejection says what was wrong; the panel shakes and tells. */
  readonly onPin: (pin: string) => Promise<void>;
  readonly disabled?: boolean;
}

/** Six digits and no enter key: the last digit sends. Says how many attempts are left and how long a lock lasts. */
export function PinPanel({ title, detail, onPin, disabled = false }: PinPanelProps): ReactNode {
  const { t } = useTranslation();
  const [digits, setDigits] = useState('');
  const [asking, setAsking] = useState(false);
  const [wrong, setWrong] = useState<unknown>(null);
  const [lockedUntil, setLockedUntil] = useState(0);
  const waitS = Math.ceil((lockedUntil - useNow(500)) / 1_000);
  const locked = waitS > 0;

  const send = async (pin: string): Promise<void> => {
    setAsking(true);
    try {
      await onPin(pin);
    } catch (error) {
      signal('bad');
      setWrong(error);
      const retryAfterS = factNumber(error, 'retry_after_s');
      if (retryAfterS) setLockedUntil(Date.now() + retryAfterS * 1_000);
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
    <div className="pos-pin">
      <h2 className="pos-pin__title">{title}</h2>
      <p className="pos-pin__detail" data-bad={Boolean(wrong) || locked || undefined} role="status">
        {locked ? t('pin.locked', { wait: waitInWords(waitS, t) }) : wrong ? wordsOf(wrong, t) : detail}
      </p>
      <PinDots filled={digits.length} length={PIN_DIGITS} wrong={Boolean(wrong)} />
      <NumPad kind="pin" keyboard disabled={disabled || asking || locked} onKey={press} />
    </div>
  );
}

type Words = ReturnType<typeof useTranslation>['t'];

function waitInWords(seconds: number, t: Words): string {
  if (seconds < 60) return t('pin.seconds', { count: seconds });
  return t('pin.minutes', { count: Math.ceil(seconds / 60) });
}

function wordsOf(error: unknown, t: Words): string {
  const left = factNumber(error, 'attempts_left');
  if (error instanceof ApiProblem && error.code === 'pin.wrong') {
    return left === null ? t('pin.wrong') : t('pin.wrong_left', { count: left });
  }
  if (isUnknown(error) || !(error instanceof ApiProblem)) return t('pin.no_answer');
  return error.detail;
}
