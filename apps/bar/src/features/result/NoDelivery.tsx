import { formatTime, ResultButton, ScanResult } from '@libs/ui';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Scan } from '../../app/api';
import { listOf } from './words';

interface UsedResultProps {
  readonly scan: Scan;
  readonly timeZone: string;
  readonly onClose: () => void;
}

/** Amber: it was handed over already, with when, where, by whom and what. */
export function UsedResult({ scan, timeZone, onClose }: UsedResultProps): ReactNode {
  const { t } = useTranslation();
  const last = scan.last_delivery;
  return (
    <ScanResult
      outcome="caution"
      word={t('result.used')}
      corner={scan.ticket?.display_code}
      huge={last ? formatTime(last.at, timeZone) : undefined}
      detail={
        last && (
          <>
            <p>{t('result.by', { bar: last.bar_name, name: last.employee_name })}</p>
            <p>{listOf(last.items)}</p>
          </>
        )
      }
      actions={<ResultButton onPress={onClose}>{t('result.another')}</ResultButton>}
    >
      {last ? undefined : scan.detail}
    </ScanResult>
  );
}

interface RefusedResultProps {
  readonly scan: Scan;
  /** What was scanned, for a code that is no ticket. */
  readonly code: string;
  /** Present when the person may allow it here. */
  readonly onAllow?: () => void;
  readonly onAgain: () => void;
  readonly onClose: () => void;
}

/** Longest piece of an unknown code that helps anybody. */
const CODE_SHOWN = 14;

/** Red: the reason in one sentence, and what a supervisor may do about it. */
export function RefusedResult({ scan, code, onAllow, onAgain, onClose }: RefusedResultProps): ReactNode {
  const { t } = useTranslation();
  const shown = code.length > CODE_SHOWN ? `${code.slice(0, CODE_SHOWN)}…` : code;
  return (
    <ScanResult
      outcome="bad"
      word={t('result.refused')}
      corner={scan.ticket?.display_code}
      detail={scan.ticket ? undefined : shown}
      actions={
        <>
          {scan.can_be_allowed && (
            <ResultButton lesser onPress={onAllow ?? onAgain}>
              {onAllow ? t('result.allow') : t('result.again')}
            </ResultButton>
          )}
          <ResultButton onPress={onClose}>{t('result.another')}</ResultButton>
        </>
      }
    >
      {scan.detail}
    </ScanResult>
  );
}

interface UncheckedResultProps {
  readonly kind: 'unanswered' | 'failed';
  readonly code: string;
  /** What the server said, when it said something. */
  readonly detail?: string;
  readonly onAgain: () => void;
  readonly onClose: () => void;
}

/** Dark: nobody could say what the ticket is worth, so nothing is handed over on it. Never green. */
export function UncheckedResult({ kind, code, detail, onAgain, onClose }: UncheckedResultProps): ReactNode {
  const { t } = useTranslation();
  const offline = kind === 'unanswered';
  return (
    <ScanResult
      outcome="unknown"
      word={offline ? t('result.unanswered') : t('result.failed')}
      corner={code.length > CODE_SHOWN ? undefined : code}
      detail={offline ? t('result.unanswered_more') : detail}
      actions={
        <>
          <ResultButton lesser onPress={onClose}>
            {t('result.another')}
          </ResultButton>
          <ResultButton onPress={onAgain}>{t('result.retry')}</ResultButton>
        </>
      }
    >
      {t('result.unanswered_detail')}
    </ScanResult>
  );
}
