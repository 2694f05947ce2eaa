import { BigButton, EmptyState, ErrorState, formatCLP, formatTime, LoadingState, StatusDot } from '@libs/ui';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nightQuery, registersQuery } from '../../app/queries';
import type { Me, Register } from '../../app/wire';
import { Notice } from '../../parts/Notice';
import { OpenRegister } from './OpenRegister';
import './register.css';

/** Which till to work on tonight. The own open one is never asked for: it is resumed before this screen. */
export function RegisterScreen({ me }: { readonly me: Me }): ReactNode {
  const { t } = useTranslation();
  const registers = useQuery({ ...registersQuery, refetchInterval: 10_000 });
  const night = useQuery(nightQuery);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const active = registers.data?.items.filter((register) => register.is_active) ?? [];
  const chosen = active.find((register) => register.id === chosenId);
  if (chosen) return <OpenRegister register={chosen} me={me} onBack={() => setChosenId(null)} />;
  const nightMissing = night.data === null;
  return (
    <div className="pos-page">
      <header className="pos-page__head">
        <h1 className="pos-page__title">{t('register.title')}</h1>
      </header>
      <div className="pos-page__body">
        {nightMissing && <Notice>{t('register.no_night')}</Notice>}
        {registers.isPending && <LoadingState />}
        {registers.isError && !registers.data && (
          <ErrorState detail={t('state.nothing_done')} onRetry={() => void registers.refetch()} />
        )}
        {registers.data && active.length === 0 && (
          <EmptyState title={t('register.none')} detail={t('register.none_detail')} />
        )}
        <ul className="pos-registers">
          {active.map((register) => (
            <li key={register.id}>
              <RegisterCard
                register={register}
                timeZone={me.venue.time_zone}
                disabled={nightMissing}
                onOpen={() => setChosenId(register.id)}
              />
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

interface RegisterCardProps {
  readonly register: Register;
  readonly timeZone: string;
  readonly disabled: boolean;
  readonly onOpen: () => void;
}

function RegisterCard({ register, timeZone, disabled, onOpen }: RegisterCardProps): ReactNode {
  const { t } = useTranslation();
  const { open_session: taken, last_close: last } = register;
  return (
    <article className="pos-register" data-taken={taken ? true : undefined}>
      <div className="pos-register__words">
        <h2 className="pos-register__name">
          {register.name}
          {register.is_test && <span className="pos-tag">{t('register.test')}</span>}
        </h2>
        <p className="pos-text2">{register.place}</p>
        {taken ? (
          <StatusDot tone="warn">
            {t('register.taken', { name: taken.employee.name, time: formatTime(taken.opened_at, timeZone) })}
          </StatusDot>
        ) : (
          <p className="pos-small">
            {last
              ? t('register.last', {
                  name: last.employee_name,
                  time: formatTime(last.closed_at, timeZone),
                  amount: formatCLP(last.counted_amount),
                })
              : t('register.never')}
          </p>
        )}
      </div>
      {!taken && (
        <BigButton look="primary" disabled={disabled} onPress={onOpen}>
          {t('register.open')}
        </BigButton>
      )}
    </article>
  );
}
