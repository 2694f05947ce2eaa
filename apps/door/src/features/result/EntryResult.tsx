import { formatTime, type Outcome, ResultButton, ScanResult } from '@libs/ui';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DoorAnswer } from '../../app/api';

/** How long somebody who was let in stays on the screen, ms. The next code takes it earlier. */
const SHOWN_MS = 3_500;

/** What is a guest's mishap rather than a no: they may still come in, later or when it is settled. */
const CAUTIONS: ReadonlySet<DoorAnswer['verdict']> = new Set([
  ...(['used', 'wrong_night', 'too_early', 'not_paid', 'no_entry', 'full'] as const),
]);

interface EntryResultProps {
  readonly answer: DoorAnswer;
  readonly timeZone: string;
  readonly onClose: () => void;
}

/** Green: let in and counted. Amber and red: not, with who, where and when it was used, and one sentence. */
export function EntryResult({ answer, timeZone, onClose }: EntryResultProps): ReactNode {
  const { t } = useTranslation();
  const { entry, is_valid: isValid, verdict } = answer;
  const outcome: Outcome = isValid ? 'ok' : CAUTIONS.has(verdict) ? 'caution' : 'bad';
  const last = verdict === 'used' ? (entry?.last ?? null) : null;
  return (
    <ScanResult
      outcome={outcome}
      word={answer.title}
      corner={entry?.display_code}
      huge={last ? formatTime(last.at, timeZone) : undefined}
      closeAfterMs={isValid ? SHOWN_MS : undefined}
      onClose={onClose}
      detail={
        <>
          {entry && <p>{[isValid ? null : entry.type_name, entry.customer_name].filter(Boolean).join(' · ')}</p>}
          {last && <p>{t('result.used_by', { door: last.door_name ?? '', name: last.employee_name })}</p>}
          {answer.inside !== null && <p>{t('result.inside', { count: answer.inside })}</p>}
        </>
      }
      actions={<ResultButton onPress={onClose}>{t('result.next')}</ResultButton>}
    >
      {last ? t('result.used_detail') : answer.detail}
    </ScanResult>
  );
}
