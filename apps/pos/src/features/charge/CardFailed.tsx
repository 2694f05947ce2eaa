import { IconClockOff, IconCreditCardOff, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CardProvider } from '../../app/wire';
import { CardStage, StageButton } from './CardStage';
import type { Failure } from './charge-state';

interface CardFailedProps {
  readonly kind: Failure;
  /** As the provider or the house said it. */
  readonly reason: string | null;
  /** Whole pesos. */
  readonly amount: number;
  readonly who: string;
  readonly backup: CardProvider | null;
  readonly cashAllowed: boolean;
  readonly onAgain: () => void;
  readonly onBackup: () => void;
  readonly onOtherWay: (way: 'cash' | 'card') => void;
}

const ICONS = { declined: IconCreditCardOff, cancelled: IconX, expired: IconClockOff, error: IconCreditCardOff };

/** It is certain that nothing was charged: why, and how the guest may pay instead. */
export function CardFailed(props: CardFailedProps): ReactNode {
  const { kind, reason, amount, who, backup, cashAllowed, onAgain, onBackup, onOtherWay } = props;
  const { t } = useTranslation();
  const Icon = ICONS[kind];
  const words = reasonWords(reason, t);
  return (
    <CardStage
      look={kind === 'declined' || kind === 'error' ? 'bad' : 'neutral'}
      icon={<Icon size={104} stroke={1.5} />}
      who={who}
      title={t(`card.${kind}`)}
      amount={amount}
      detail={
        <>
          {words && kind !== 'cancelled' && kind !== 'expired' && (
            <p className="pos-card__notice">{t('card.why', { reason: words })}</p>
          )}
          <p>{t(`card.${kind}_detail`)}</p>
        </>
      }
      actions={
        <>
          <StageButton onPress={onAgain}>{t('card.again')}</StageButton>
          {cashAllowed && (
            <StageButton lesser onPress={() => onOtherWay('cash')}>
              {t('card.cash')}
            </StageButton>
          )}
          {backup && (
            <StageButton lesser onPress={onBackup}>
              {t('card.backup', { provider: t(`card.provider.${backup}`) })}
            </StageButton>
          )}
          <div className="pos-card__aside">
            <StageButton lesser onPress={() => onOtherWay('card')}>
              {t('card.other')}
            </StageButton>
          </div>
        </>
      }
    />
  );
}

const KNOWN = [
  'cancelled',
  'declined',
  'expired',
  'reversed_by_provider',
  'unreachable',
  'agent_silent',
  'amount_differs',
] as const;

/** The house's own reasons are codes; a terminal's are sentences already. */
function reasonWords(reason: string | null, t: ReturnType<typeof useTranslation>['t']): string | null {
  const known = KNOWN.find((code) => code === reason);
  return known ? t(`card.reason.${known}`) : reason;
}
