import { formatCLP, Sheet, StatusDot } from '@libs/ui';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconAlertTriangle } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/session';
import type { PaymentIntentDetail } from '../../app/wire';
import { AnswerOf, FailureNote } from '../../parts/Problem';
import { useAct } from '../../parts/useAct';
import { askAgain, intentQuery } from './api';
import { leftToRefund, outcomeOf, toneOf } from './intent';
import { IntentFacts } from './IntentFacts';
import { Pills } from './IntentsTable';
import { RefundSheet } from './RefundSheet';
import { ResolveSheet } from './ResolveSheet';
import { Timeline } from './Timeline';
import { usePaymentWords } from './useWords';

interface IntentSheetProps {
  readonly id: string;
  /** Shows another charge, such as the attempt before. */
  readonly onShow: (id: string) => void;
  readonly onClose: () => void;
}

/** One charge: what became of it, its facts, its story, and what a person can do about it. */
export function IntentSheet({ id, onShow, onClose }: IntentSheetProps): ReactNode {
  const { t } = useTranslation();
  const { permissions } = useMe();
  const query = useQuery(intentQuery(id));
  const [doing, setDoing] = useState<'refund' | 'resolve' | null>(null);
  const ask = useAct((asked: string, key) => askAgain(asked, key), {
    refresh: [['payments']],
    says: t('payments.ask_done'),
  });
  const intent = query.data;
  if (intent && doing === 'refund') return <RefundSheet intent={intent} onClose={() => setDoing(null)} />;
  if (intent && doing === 'resolve') return <ResolveSheet intent={intent} onClose={() => setDoing(null)} />;
  const isUnknown = intent?.status === 'UNKNOWN';
  const mayRefund = intent && leftToRefund(intent) > 0 && permissions.includes('payment.refund');
  return (
    <Sheet
      opened
      onClose={onClose}
      title={intent ? t('payments.payment', { amount: formatCLP(intent.amount) }) : t('payments.list')}
      size="wide"
      footer={
        intent && (isUnknown || mayRefund) ? (
          <div className="a-actions">
            {mayRefund && (
              <Button variant="light" onClick={() => setDoing('refund')}>
                {t('payments.refund')}
              </Button>
            )}
            {isUnknown && intent.provider !== 'manual' && (
              <Button variant="light" loading={ask.busy} onClick={() => void ask.run(intent.id)}>
                {t('payments.ask')}
              </Button>
            )}
            {isUnknown && permissions.includes('payment.resolve') && (
              <Button onClick={() => setDoing('resolve')}>{t('payments.resolve')}</Button>
            )}
          </div>
        ) : undefined
      }
    >
      <AnswerOf of={query}>
        {(found) => (
          <div className="a-stack" tabIndex={0} role="group" aria-label={t('payments.facts')}>
            <FailureNote failure={ask.failure} />
            <Outcome intent={found} />
            <IntentFacts intent={found} onShow={onShow} />
            <Timeline intent={found} />
          </div>
        )}
      </AnswerOf>
    </Sheet>
  );
}

/** What became of it, big, and what that means for who looks. */
function Outcome({ intent }: { readonly intent: PaymentIntentDetail }): ReactNode {
  const { t } = useTranslation();
  const words = usePaymentWords();
  const { status, reason, flag, progress } = intent;
  const doing = progress && ['READY', 'IN_PROGRESS'].includes(status) && words.progress(progress.code, progress.text);
  return (
    <div className="p-outcome">
      <div className="p-outcome__word">
        <StatusDot tone={toneOf(intent)}>
          {words.status(outcomeOf(intent))}
          {reason && `: ${words.reason(reason)}`}
        </StatusDot>
      </div>
      <Pills intent={intent} showFlag={false} />
      {doing && <p className="a-quiet">{t('payments.progress', { text: doing })}</p>}
      {status === 'UNKNOWN' && (
        <p className="a-note" data-tone="warn">
          <IconAlertTriangle size={22} stroke={1.8} aria-hidden />
          {t('payments.unknown_note')}
        </p>
      )}
      {flag && (
        <div className="a-note" data-tone="warn">
          <IconAlertTriangle size={22} stroke={1.8} aria-hidden />
          <div>
            <p>
              <strong className="a-strong">{t(`payments.findings.kinds.${flag}.title`)}.</strong>{' '}
              {t(`payments.findings.kinds.${flag}.meaning`)}
            </p>
            {intent.refunded_amount < intent.amount && <p>{t(`payments.findings.kinds.${flag}.todo`)}</p>}
          </div>
        </div>
      )}
    </div>
  );
}
