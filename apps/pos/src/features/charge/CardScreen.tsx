import { useLink, useWrite } from '@libs/screen';
import { BigButton, formatCLP, QrCode, Sheet, signal, useNow } from '@libs/ui';
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCreditCard,
  IconHourglass,
  IconPlugConnectedX,
  IconQrcode,
} from '@tabler/icons-react';
import { type ReactNode, useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../app/api';
import type { CardInFlight } from '../../app/use-card';
import type { CardProvider, NewSale } from '../../app/wire';
import { FailureNotice, Notice } from '../../parts/Notice';
import type { CardAttempt } from '../../till/card';
import type { CardChoice } from '../../till/card-attempt';
import { CardFailed } from './CardFailed';
import { CardStage, StageButton } from './CardStage';
import { CardUnknown } from './CardUnknown';
import { CardUnsold } from './CardUnsold';
import { clockOf, isFailure, mayCancel, type Phase, phaseOf } from './charge-state';
import { VoucherPanel } from './VoucherPanel';

interface CardScreenProps {
  readonly attempt: CardAttempt<NewSale>;
  readonly card: CardInFlight;
  readonly primary: CardProvider | null;
  readonly backup: CardProvider | null;
  readonly cashAllowed: boolean;
  /** Why the approved card could not be sold with; null while it can. */
  readonly refusal: unknown;
  readonly selling: boolean;
  readonly onSellAgain: () => void;
  /** Charges the same amount once more, with the same or the other provider. */
  readonly onAgain: (choice: CardChoice) => void;
  /** It is certain that this card paid nothing: back to the ways of payment. */
  readonly onOtherWay: (way: 'cash' | 'card') => void;
  readonly onAside: () => void;
}

const SOUNDS: Partial<Record<Phase['kind'], Parameters<typeof signal>[0]>> = {
  declined: 'bad',
  error: 'bad',
  expired: 'caution',
  unknown: 'caution',
  no_terminal: 'caution',
};

/** A card payment from the wish to its outcome, each state with its own face. */
export function CardScreen(props: CardScreenProps): ReactNode {
  const { attempt, card, primary, backup } = props;
  const { t } = useTranslation();
  const now = useNow(500) + attempt.skewMs;
  const [voucher, setVoucher] = useState<'again' | 'backup' | null>(null);
  const { intent } = card;
  const phase = phaseOf(intent, now);
  const provider = intent?.provider ?? (attempt.useBackup ? backup : primary);
  const who = provider ? t(`card.provider.${provider}`) : '';
  const sound = useEffectEvent(() => {
    const outcome = SOUNDS[phase.kind];
    if (outcome) signal(outcome);
  });
  useEffect(() => sound(), [phase.kind]);

  /** A terminal that nobody drives is charged by hand first, and its voucher typed. */
  const charge = (useBackup: boolean): void => {
    if ((useBackup ? backup : primary) === 'manual') setVoucher(useBackup ? 'backup' : 'again');
    else props.onAgain({ useBackup, voucher: null });
  };
  if (phase.kind === 'unknown' && intent)
    return <CardUnknown card={card} intent={intent} who={who} onAside={props.onAside} />;
  if (phase.kind === 'given_back' || (phase.kind === 'approved' && props.refusal)) {
    const { refusal, selling, onSellAgain, onOtherWay } = props;
    const acts = { attempt, who, refusal, selling, onSellAgain, onOtherWay };
    return <CardUnsold {...acts} givenBack={phase.kind === 'given_back'} />;
  }
  if (isFailure(phase)) {
    return (
      <>
        <CardFailed
          kind={phase.kind}
          reason={intent?.reason ?? null}
          amount={attempt.amount}
          who={who}
          backup={backup}
          cashAllowed={props.cashAllowed}
          onAgain={() => charge(false)}
          onBackup={() => charge(true)}
          onOtherWay={props.onOtherWay}
        />
        {voucher && (
          <Sheet
            opened
            size="full"
            onClose={() => setVoucher(null)}
            title={t('card.voucher_title', { provider: t('card.provider.manual') })}
          >
            <VoucherPanel
              method="card"
              amount={attempt.amount}
              busy={false}
              disabled={false}
              onReference={(reference) => {
                setVoucher(null);
                props.onAgain({ useBackup: voucher === 'backup', voucher: reference });
              }}
            />
          </Sheet>
        )}
      </>
    );
  }
  return <UnderWay {...props} phase={phase} who={who} now={now} />;
}

type UnderWayProps = CardScreenProps & { readonly phase: Phase; readonly who: string; readonly now: number };

function UnderWay({ attempt, card, phase, who, now }: UnderWayProps): ReactNode {
  const { t } = useTranslation();
  const { link } = useLink();
  const { intent } = card;
  const cancel = useWrite(
    (_: undefined, key) => api.cancelPayment(attempt.intentId, key),
    (answer) => card.keep(answer),
  );
  const isPage = phase.kind === 'page' && intent?.pay_url;
  const time = intent && (isPage ? Date.parse(intent.expires_at) - now : now - Date.parse(intent.created_at));
  const offline = link === 'offline' || card.isStale;
  return (
    <CardStage
      look={phase.kind === 'approved' ? 'ok' : phase.kind === 'no_terminal' ? 'silent' : 'calm'}
      icon={<PhaseIcon phase={phase} />}
      who={who}
      title={titleOf(phase, t)}
      amount={attempt.amount}
      clock={
        time !== null &&
        phase.kind !== 'approved' && (
          <span className="pos-card__clock" role="timer" aria-label={t(isPage ? 'card.left_time' : 'card.elapsed')}>
            {isPage ? t('card.left', { time: clockOf(time) }) : clockOf(time)}
          </span>
        )
      }
      detail={
        <>
          <Details phase={phase} />
          {offline && <Notice>{t('card.offline')}</Notice>}
          <FailureNotice error={cancel.error} />
        </>
      }
      actions={
        mayCancel(phase) && (
          <StageButton
            lesser
            busy={cancel.isPending}
            disabled={link === 'offline'}
            onPress={() => cancel.mutate(undefined)}
          >
            {t('card.cancel')}
          </StageButton>
        )
      }
    >
      {isPage && (
        <div className="pos-card__qr" role="group" aria-label={t('card.page_qr')}>
          <QrCode value={isPage} size={420} />
        </div>
      )}
    </CardStage>
  );
}

function Details({ phase }: { readonly phase: Phase }): ReactNode {
  const { t } = useTranslation();
  if (phase.kind === 'no_terminal') {
    const steps = ['power', 'agent', 'wait'] as const;
    return (
      <>
        <p className="pos-card__notice">
          {t(phase.sent ? 'card.no_terminal_sent' : 'card.no_terminal_unsent')}
          {phase.cancelAsked && ` ${t('card.cancel_asked')}.`}
        </p>
        <ul>
          {steps.map((step) => (
            <li key={step}>{t(`card.no_terminal_steps.${step}`)}</li>
          ))}
        </ul>
      </>
    );
  }
  if (phase.kind === 'progress') return <p>{t('card.step_detail')}</p>;
  if (phase.kind === 'cancelling') return <p>{t(phase.sent ? 'card.cancelling_sent' : 'card.cancelling_detail')}</p>;
  if (phase.kind === 'waiting') return <p>{t('card.waiting_detail')}</p>;
  if (phase.kind === 'page') return <p>{t('card.page_detail')}</p>;
  if (phase.kind === 'approved') return <p>{t('card.approved_detail')}</p>;
  return <p>{t('card.starting_detail')}</p>;
}

function PhaseIcon({ phase }: { readonly phase: Phase }): ReactNode {
  const icon = { size: 104, stroke: 1.5 } as const;
  if (phase.kind === 'approved') return <IconCircleCheck {...icon} stroke={2} />;
  if (phase.kind === 'no_terminal') return <IconPlugConnectedX {...icon} />;
  if (phase.kind === 'page') return <IconQrcode {...icon} />;
  if (phase.kind === 'starting' || phase.kind === 'cancelling') return <IconHourglass {...icon} />;
  if (phase.kind === 'unknown') return <IconAlertTriangle {...icon} />;
  return <IconCreditCard {...icon} />;
}

function titleOf(phase: Phase, t: ReturnType<typeof useTranslation>['t']): string {
  return phase.kind === 'progress' ? t(`card.step.${phase.step}`) : t(`card.${phase.kind}`);
}

interface CardStartProps {
  readonly provider: CardProvider;
  /** Whole pesos. */
  readonly amount: number;
  readonly disabled: boolean;
  /** The cashier has just asked for the card: it goes out as soon as the amount is certain. */
  readonly atOnce: boolean;
  readonly onStart: (voucher: string | null) => void;
}

/** Before a card is asked for: one press, and the amount goes to the terminal by itself. */
export function CardStart({ provider, amount, disabled, atOnce, onStart }: CardStartProps): ReactNode {
  const { t } = useTranslation();
  const start = useEffectEvent(() => onStart(null));
  const goes = atOnce && !disabled && provider !== 'manual';
  useEffect(() => {
    if (goes) start();
  }, [goes]);
  if (provider === 'manual') {
    return <VoucherPanel method="card" amount={amount} busy={false} disabled={disabled} onReference={onStart} />;
  }
  const page = provider !== 'getnet_terminal';
  return (
    <div className="pos-card-start">
      <p className="pos-card-start__words">{t(page ? 'card.ready_page' : 'card.ready')}</p>
      <BigButton look="primary" size="result" wide disabled={disabled} onPress={() => onStart(null)}>
        {t(page ? 'card.begin_page' : 'card.begin', { amount: formatCLP(amount) })}
      </BigButton>
    </div>
  );
}
