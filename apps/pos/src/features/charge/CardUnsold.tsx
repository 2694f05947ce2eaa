import { formatCLP } from '@libs/ui';
import { IconAlertTriangle, IconReceiptRefund } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { paymentQuery } from '../../app/queries';
import type { NewSale } from '../../app/wire';
import { FailureNotice } from '../../parts/Notice';
import { RefundSheet } from '../../parts/RefundSheet';
import type { CardAttempt } from '../../till/card';
import { CardStage, StageButton } from './CardStage';

interface CardUnsoldProps {
  readonly attempt: CardAttempt<NewSale>;
  readonly who: string;
  /** The money went back already. */
  readonly givenBack: boolean;
  readonly refusal: unknown;
  readonly selling: boolean;
  readonly onSellAgain: () => void;
  readonly onOtherWay: (way: 'card') => void;
}

/** The card paid and the sale was refused: it is tried once more, or the money goes back. */
export function CardUnsold(props: CardUnsoldProps): ReactNode {
  const { attempt, who, givenBack, refusal, selling, onSellAgain, onOtherWay } = props;
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [refunding, setRefunding] = useState(false);
  const amount = formatCLP(attempt.amount);
  if (givenBack) {
    return (
      <CardStage
        look="neutral"
        icon={<IconReceiptRefund size={104} stroke={1.5} />}
        who={who}
        title={t('card.given_back')}
        amount={attempt.amount}
        detail={<p>{t('card.given_back_detail', { amount })}</p>}
        actions={<StageButton onPress={() => onOtherWay('card')}>{t('card.other')}</StageButton>}
      />
    );
  }
  return (
    <>
      <CardStage
        look="unknown"
        icon={<IconAlertTriangle size={104} stroke={1.8} />}
        who={who}
        title={t('card.unsold')}
        amount={attempt.amount}
        detail={
          <>
            <p className="pos-card__notice">{t('card.unsold_detail', { amount })}</p>
            <FailureNotice error={refusal} />
          </>
        }
        actions={
          <>
            <StageButton busy={selling} onPress={onSellAgain}>
              {t('card.sell_again')}
            </StageButton>
            <StageButton lesser disabled={selling} onPress={() => setRefunding(true)}>
              {t('card.give_back')}
            </StageButton>
          </>
        }
      />
      {refunding && (
        <RefundSheet
          intentId={attempt.intentId}
          amount={attempt.amount}
          onClose={() => setRefunding(false)}
          onDone={() => {
            setRefunding(false);
            void queries.invalidateQueries(paymentQuery(attempt.intentId));
          }}
        />
      )}
    </>
  );
}
