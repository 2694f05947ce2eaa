import { LoadingState, OfflineState, useIdle } from '@libs/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { counterOf, journalOf, useStored } from '../till/counter-store';
import { afterReload } from '../till/sale-journal';
import { lockTill } from './lock';
import { rememberNight } from './night-name';
import { mySessionQuery, nightQuery, registersQuery, useRegister } from './queries';
import { useRealtime } from './realtime';
import { Recover } from './Recover';
import { TillBar } from './TillBar';
import { TillContext } from './till-context';
import type { Me, NewSale, Sale, Session } from './wire';
import { useWorker } from './worker';

const RegisterScreen = lazy(async () => ({
  default: (await import('../features/register/RegisterScreen')).RegisterScreen,
}));
const CloseScreen = lazy(async () => ({ default: (await import('../features/close/CloseScreen')).CloseScreen }));

/** Everything that belongs to the person at the till. */
export function PersonArea(): ReactNode {
  const me = useWorker();
  const journal = journalOf<NewSale>(me.employee.id);
  const pending = useStored(journal);
  const [mustAsk, setMustAsk] = useState(() => afterReload(journal.get()) === 'ask');
  const [recovered, setRecovered] = useState<{ sale: Sale; at: number } | null>(null);
  const night = useQuery(nightQuery);
  useRealtime(me.session_id);
  useIdle(me.venue.settings.idle_lock_seconds * 1_000, lockTill, { enabled: pending === null });
  const nightName = night.data === undefined ? undefined : (night.data?.name ?? null);
  useEffect(() => {
    if (nightName !== undefined) rememberNight(nightName);
  }, [nightName]);
  if (mustAsk) {
    return (
      <Recover
        me={me}
        onAnswer={(sale) => {
          setRecovered(sale && { sale, at: Date.now() });
          setMustAsk(false);
        }}
      />
    );
  }
  return <AtRegister me={me} recovered={recovered} />;
}

interface AtRegisterProps {
  readonly me: Me;
  readonly recovered: { readonly sale: Sale; readonly at: number } | null;
}

function AtRegister({ me, recovered }: AtRegisterProps): ReactNode {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const session = useQuery(mySessionQuery);
  const [closing, setClosing] = useState<Session | null>(null);
  const counter = useStored(counterOf(me.employee.id));
  const register = useRegister(session.data?.register.id ?? '');
  if (session.data === undefined) {
    const body = session.isError ? (
      <OfflineState detail={t('gate.offline')} onRetry={() => void session.refetch()} />
    ) : (
      <LoadingState />
    );
    return (
      <>
        <TillBar me={me} session={null} />
        <main className="pos-main n-page-state">{body}</main>
      </>
    );
  }
  // Kept apart from what the server says next: once it is closed, the result is still to be read.
  const counted = session.data?.status === 'PENDING_CLOSE' ? session.data : null;
  if (counted && closing?.id !== counted.id) setClosing(counted);
  const toClose = closing ?? counted;
  if (toClose) {
    return (
      <>
        <TillBar me={me} session={toClose} />
        <main className="pos-main">
          <Suspense fallback={<LoadingState />}>
            <CloseScreen
              key={toClose.id}
              me={me}
              session={toClose}
              held={counter.held}
              openCart={counter.cart}
              onBack={(now) => {
                queries.setQueryData(mySessionQuery.queryKey, now);
                setClosing(null);
                void queries.invalidateQueries(mySessionQuery);
                void queries.invalidateQueries(registersQuery);
              }}
            />
          </Suspense>
        </main>
      </>
    );
  }
  if (!session.data) {
    return (
      <>
        <TillBar me={me} session={null} />
        <main className="pos-main">
          <Suspense fallback={<LoadingState />}>
            <RegisterScreen me={me} />
          </Suspense>
        </main>
      </>
    );
  }
  const open = session.data;
  return (
    <TillContext value={{ me, session: open, register, recovered, close: () => setClosing(open) }}>
      <Suspense fallback={<LoadingState />}>
        <Outlet />
      </Suspense>
    </TillContext>
  );
}
