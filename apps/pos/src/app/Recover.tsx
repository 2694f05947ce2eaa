import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useToast } from '@libs/ui';
import { AskingScreen } from '../features/charge/AskingScreen';
import { TillBar } from './TillBar';
import { useSale } from './use-sale';
import type { Me, Sale } from './wire';

interface RecoverProps {
  readonly me: Me;
  /** The sale that stands, or null when the server never took it. */
  readonly onAnswer: (sale: Sale | null) => void;
}

/** After a reload: the sale that went out without an answer is asked for before anything else. */
export function Recover({ me, onAnswer }: RecoverProps): ReactNode {
  const { t } = useTranslation();
  const toast = useToast();
  const { pending, busy, unknown, again } = useSale(me.employee.id, onAnswer, () => {
    toast({ text: t('asking.not_taken'), outcome: 'caution', forMs: 12_000 });
    onAnswer(null);
  });
  const started = useRef(false);
  useEffect(() => {
    if (started.current) return;
    started.current = true;
    again();
  });
  return (
    <>
      <TillBar me={me} session={null} />
      <AskingScreen cart={pending?.cart ?? []} busy={busy} unknown={unknown} onAgain={again} />
    </>
  );
}
