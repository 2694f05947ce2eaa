import { useLink, useWrite } from '@libs/screen';
import { formatCLP } from '@libs/ui';
import { IconAlertTriangle } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../app/api';
import type { CardInFlight } from '../../app/use-card';
import type { PaymentDetail } from '../../app/wire';
import { FailureNotice, Notice } from '../../parts/Notice';
import { CardStage, StageButton } from './CardStage';
import { ResolveSheet } from './ResolveSheet';

/** How long a question to the terminal counts as being asked, ms. */
const ASKING_MS = 10_000;

interface CardUnknownProps {
  readonly intent: PaymentDetail;
  readonly card: CardInFlight;
  readonly who: string;
  readonly onAside: () => void;
}

/** Nobody knows whether the guest was charged: it is asked, or a supervisor says so. Nothing here charges. */
export function CardUnknown({ intent, card, who, onAside }: CardUnknownProps): ReactNode {
  const { t } = useTranslation();
  const { link } = useLink();
  const [saying, setSaying] = useState<'approved' | 'not_charged' | null>(null);
  const [asking, setAsking] = useState(false);
  const ask = useWrite(
    (_: undefined, key) => api.askPayment(intent.id, key),
    (answer) => {
      setAsking(true);
      card.keep(answer);
    },
  );
  useEffect(() => {
    if (!asking) return;
    const timer = setTimeout(() => setAsking(false), ASKING_MS);
    return () => clearTimeout(timer);
  }, [asking]);
  const offline = link === 'offline';
  return (
    <>
      <CardStage
        look="unknown"
        icon={<IconAlertTriangle size={104} stroke={1.8} />}
        who={who}
        title={t('card.unknown')}
        amount={intent.amount}
        detail={
          <>
            <p className="pos-card__notice" role="alert">
              {whatToDo(intent, t)}
            </p>
            {offline && <Notice>{t('card.offline')}</Notice>}
            <FailureNotice error={ask.error} />
          </>
        }
        actions={
          <>
            <StageButton busy={asking || ask.isPending} disabled={offline} onPress={() => ask.mutate(undefined)}>
              {t(asking ? 'card.asking' : 'card.ask')}
            </StageButton>
            <StageButton
              lesser
              disabled={offline}
              small={t('card.by_supervisor')}
              onPress={() => setSaying('approved')}
            >
              {t('card.was_charged')}
            </StageButton>
            <StageButton
              lesser
              disabled={offline}
              small={t('card.by_supervisor')}
              onPress={() => setSaying('not_charged')}
            >
              {t('card.was_not_charged')}
            </StageButton>
            <div className="pos-card__aside">
              <StageButton lesser small={t('card.aside_detail')} onPress={onAside}>
                {t('card.aside')}
              </StageButton>
            </div>
          </>
        }
      />
      {saying && (
        <ResolveSheet
          intent={intent}
          outcome={saying}
          onClose={() => setSaying(null)}
          onResolved={(answer) => {
            setSaying(null);
            card.keep(answer);
          }}
        />
      )}
    </>
  );
}

function whatToDo(intent: PaymentDetail, t: ReturnType<typeof useTranslation>['t']): string {
  if (intent.flag === 'amount_differs') {
    const charged = formatCLP(intent.charge?.amount ?? 0);
    return t('card.unknown_differs', { charged, amount: formatCLP(intent.amount) });
  }
  return t(intent.pay_url === null ? 'card.unknown_detail' : 'card.unknown_page');
}
