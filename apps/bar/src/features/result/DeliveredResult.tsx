import { ResultButton, ScanLine, ScanResult, useNow } from '@libs/ui';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Delivery } from '../../app/api';
import { FailureNotice } from '../../parts/Notice';
import { secondsUntil } from '../../parts/seconds';
import { restOf } from '../../scan/portions';
import { listOf } from './words';

interface DeliveredResultProps {
  readonly delivery: Delivery;
  readonly undoing: boolean;
  /** Why the undo did not work. */
  readonly problem: unknown;
  readonly onUndo: () => void;
  readonly onClose: () => void;
}

/** How long a confirmation stays unless it is touched, ms. The undo outlives it in the list. */
const SHOWN_MS = 4_000;

/** Written down: what was handed over, what is still owed, and half a minute to take it back. */
export function DeliveredResult({ delivery, undoing, problem, onUndo, onClose }: DeliveredResultProps): ReactNode {
  const { t } = useTranslation();
  const now = useNow(500);
  const { ticket, delivery: done } = delivery;
  const rest = restOf(ticket);
  const seconds = secondsUntil(done.undo_until, now);
  return (
    <ScanResult
      outcome="ok"
      word={t('confirm.delivered')}
      corner={ticket.display_code}
      closeAfterMs={undoing || problem ? undefined : SHOWN_MS}
      onClose={onClose}
      detail={
        <>
          <p className={rest.length > 0 ? 'bar-rest' : undefined}>
            {rest.length > 0 ? t('confirm.rest', { items: listOf(rest) }) : t('confirm.nothing')}
          </p>
          <FailureNotice error={problem} />
        </>
      }
      actions={
        <>
          {seconds > 0 && (
            <ResultButton lesser busy={undoing} onPress={onUndo}>
              {t('confirm.undo', { seconds })}
            </ResultButton>
          )}
          <ResultButton disabled={undoing} onPress={onClose}>
            {t('confirm.next')}
          </ResultButton>
        </>
      }
    >
      {done.items.map((item) => (
        <ScanLine key={item.name} quantity={item.qty} name={item.name} />
      ))}
    </ScanResult>
  );
}
