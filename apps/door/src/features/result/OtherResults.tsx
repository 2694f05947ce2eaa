import { ResultButton, ScanResult } from '@libs/ui';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgeOutcome } from '../../app/api';

interface Closes {
  readonly onClose: () => void;
}

/** How long somebody who went out stays on the screen, ms. */
const SHOWN_MS = 3_500;

/** Somebody went out, and may come in again by the same entry. */
export function OutResult({ inside, onClose }: Closes & { readonly inside: number }): ReactNode {
  const { t } = useTranslation();
  return (
    <ScanResult
      outcome="ok"
      word={t('result.out')}
      closeAfterMs={SHOWN_MS}
      onClose={onClose}
      detail={<p>{t('result.inside', { count: inside })}</p>}
      actions={<ResultButton onPress={onClose}>{t('result.next')}</ResultButton>}
    >
      {t('result.out_detail')}
    </ScanResult>
  );
}

interface RefusedResultProps extends Closes {
  readonly title: string;
  readonly detail: string;
}

/** Red: the server's no, in one sentence. Nothing was counted. */
export function RefusedResult({ title, detail, onClose }: RefusedResultProps): ReactNode {
  const { t } = useTranslation();
  return (
    <ScanResult outcome="bad" word={title} actions={<ResultButton onPress={onClose}>{t('result.next')}</ResultButton>}>
      {detail}
    </ScanResult>
  );
}

const AGE_LOOKS = { of_age: 'ok', under_age: 'bad', expired: 'caution', unreadable: 'caution' } as const;

interface AgeResultProps extends Closes {
  readonly age: AgeOutcome;
  /** Opens what is written down about somebody who does not come in. */
  readonly onTurnAway: () => void;
}

/** What an identity card says of its holder's age. The photo decides, and only the outcome is kept. */
export function AgeResult({ age, onTurnAway, onClose }: AgeResultProps): ReactNode {
  const { t } = useTranslation();
  return (
    <ScanResult
      outcome={AGE_LOOKS[age]}
      word={t(`age.${age}`)}
      detail={<p>{t('age.kept')}</p>}
      actions={
        <>
          {age !== 'of_age' && (
            <ResultButton lesser onPress={onTurnAway}>
              {t('age.turn_away')}
            </ResultButton>
          )}
          <ResultButton onPress={onClose}>{t('result.next')}</ResultButton>
        </>
      }
    >
      {t(`age.${age}_detail`)}
    </ScanResult>
  );
}

interface UnansweredResultProps extends Closes {
  readonly busy: boolean;
  readonly onAgain: () => void;
}

/** Dark: nobody could say whether it counts, so nobody comes in on it. The same question is sent again, with its key. */
export function UnansweredResult({ busy, onAgain, onClose }: UnansweredResultProps): ReactNode {
  const { t } = useTranslation();
  return (
    <ScanResult
      outcome="unknown"
      word={t('result.unanswered')}
      detail={<p>{t('result.unanswered_more')}</p>}
      actions={
        <>
          <ResultButton lesser disabled={busy} onPress={onClose}>
            {t('result.leave')}
          </ResultButton>
          <ResultButton busy={busy} onPress={onAgain}>
            {t('result.retry')}
          </ResultButton>
        </>
      }
    >
      {t('result.unanswered_detail')}
    </ScanResult>
  );
}
