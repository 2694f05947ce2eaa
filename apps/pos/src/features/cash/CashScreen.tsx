import { useLink, useWrite } from '@libs/screen';
import {
  BigButton,
  ErrorState,
  formatCLP,
  formatTime,
  LoadingState,
  NumPad,
  pressKey,
  signal,
  useToast,
} from '@libs/ui';
import { IconArrowDownLeft, IconArrowUpRight, IconBuildingBank } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../app/api';
import { needsStepUp } from '../../app/problems';
import { movementsQuery } from '../../app/queries';
import { useTill } from '../../app/till-context';
import { FailureNotice, Notice } from '../../parts/Notice';
import { ReasonField } from '../../parts/ReasonField';
import { StepUpSheet } from '../../parts/StepUpSheet';
import { SubPage } from '../../parts/SubPage';
import './cash.css';

const KINDS = ['in', 'out', 'drop'] as const;
type Kind = (typeof KINDS)[number];
const ICONS = { in: IconArrowDownLeft, out: IconArrowUpRight, drop: IconBuildingBank };
const PRESETS = {
  in: ['change', 'correction'],
  out: ['supplier', 'ice', 'taxi'],
  drop: ['safe', 'handed'],
} as const;

/** Money into the drawer, out of it, or away to the safe: always with a reason. */
export function CashScreen(): ReactNode {
  const { t } = useTranslation();
  const toast = useToast();
  const queries = useQueryClient();
  const { link } = useLink();
  const { me, session } = useTill();
  const [kind, setKind] = useState<Kind>('drop');
  const [digits, setDigits] = useState('');
  const [reason, setReason] = useState('');
  const [asking, setAsking] = useState(false);
  const amount = Number(digits);
  const move = useWrite(
    (token: string | null, key) =>
      api.moveCash(
        session.id,
        { kind, amount, reason: reason.trim(), ...(token === null ? {} : { step_up_token: token }) },
        key,
      ),
    () => {
      signal('ok');
      toast({ text: t('cash.done', { amount: formatCLP(amount) }), outcome: 'ok' });
      setDigits('');
      setReason('');
      void queries.invalidateQueries(movementsQuery(session.id));
    },
  );
  const send = (token: string | null): void =>
    move.mutate(token, {
      onError: (error) => {
        if (needsStepUp(error)) setAsking(true);
      },
    });
  const needsYes = kind === 'out' && amount > me.venue.settings.cash_tolerance;
  const offline = link === 'offline';
  return (
    <SubPage title={t('cash.title')}>
      {offline && <Notice>{t('cash.offline')}</Notice>}
      <div className="pos-move">
        <div className="pos-stack">
          <div className="pos-move__kinds" role="group" aria-label={t('cash.kind')}>
            {KINDS.map((one) => {
              const Icon = ICONS[one];
              return (
                <button
                  key={one}
                  type="button"
                  className="n-press pos-choice"
                  aria-pressed={kind === one}
                  onClick={() => {
                    setKind(one);
                    setReason('');
                  }}
                >
                  <Icon size={26} stroke={1.7} aria-hidden />
                  {t(`cash.${one}`)}
                </button>
              );
            })}
          </div>
          <p className="pos-text2">{t(`cash.${kind}_detail`)}</p>
          <ReasonField
            value={reason}
            onChange={setReason}
            label={t('cash.reason')}
            presets={PRESETS[kind].map((preset) => t(`cash.reason_${preset}`))}
            disabled={move.isPending}
          />
          {move.error && !needsStepUp(move.error) ? <FailureNotice error={move.error} /> : null}
          <Movements />
        </div>
        <div className="pos-cash__pad">
          <p className="pos-typed" role="status">
            <span>{t('cash.amount')}</span>
            <strong data-empty={digits === '' || undefined}>{digits === '' ? '$' : formatCLP(amount)}</strong>
          </p>
          <NumPad kind="cash" keyboard disabled={move.isPending} onKey={(key) => setDigits(pressKey(digits, key, 8))} />
          <BigButton
            look="primary"
            size="method"
            wide
            busy={move.isPending}
            disabled={offline || amount === 0 || reason.trim() === ''}
            onPress={() => (needsYes ? setAsking(true) : send(null))}
          >
            {t('cash.act')}
          </BigButton>
        </div>
      </div>
      {asking && (
        <StepUpSheet
          permission="session.sign"
          reason={t('cash.step_up', { amount: formatCLP(amount), reason: reason.trim() })}
          onClose={() => setAsking(false)}
          onGranted={(token) => {
            setAsking(false);
            send(token);
          }}
        />
      )}
    </SubPage>
  );
}

function Movements(): ReactNode {
  const { t } = useTranslation();
  const { me, session } = useTill();
  const movements = useQuery(movementsQuery(session.id));
  if (movements.isPending) return <LoadingState />;
  if (!movements.data) return <ErrorState detail={t('state.nothing_done')} onRetry={() => void movements.refetch()} />;
  if (movements.data.items.length === 0) return <p className="pos-text2">{t('cash.none')}</p>;
  return (
    <ul className="pos-list" aria-label={t('cash.list')}>
      {movements.data.items.map((movement) => {
        const kind = KINDS.find((one) => one === movement.kind);
        return (
          <li key={movement.id} className="pos-list__row">
            <span className="pos-list__words">
              <strong>{kind ? t(`cash.${kind}`) : movement.kind}</strong>
              <span className="pos-text2">
                {formatTime(movement.created_at, me.venue.time_zone)} · {movement.reason} · {movement.employee.name}
              </span>
            </span>
            <strong>{formatCLP(movement.kind === 'in' ? movement.amount : -movement.amount)}</strong>
          </li>
        );
      })}
    </ul>
  );
}
