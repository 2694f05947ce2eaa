import { LoadingState, OfflineState, useWakeLock } from '@libs/ui';
import { useQuery } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { LoginScreen } from '../features/login/LoginScreen';
import { PairGate } from '../features/pair/PairGate';
import { useStored } from '../till/counter-store';
import { fetchWork } from './early';
import { LinkBadge } from './LinkBadge';
import { locked as lockedHere } from './lock';
import { deviceQuery, meQuery } from './queries';
import type { Device, Me } from './wire';

const Work = lazy(async () => ({ default: (await fetchWork()).Work }));

const linkCode = new URLSearchParams(window.location.search).get('code');

/** Decides what a till shows: pair it, see who is there, and only then its work. */
export function Gate(): ReactNode {
  const { t } = useTranslation();
  useWakeLock();
  const device = useQuery(deviceQuery);
  const me = useQuery({ ...meQuery, enabled: Boolean(device.data) });
  const isLocked = useStored(lockedHere);
  const failed = (device.isError && device.data === undefined) || (me.isError && me.data === undefined);
  if (failed) {
    const retry = (): void => void (device.data === undefined ? device.refetch() : me.refetch());
    return (
      <PageState>
        <OfflineState detail={t('gate.offline')} onRetry={retry} />
      </PageState>
    );
  }
  if (device.data === undefined)
    return (
      <PageState>
        <LoadingState />
      </PageState>
    );
  if (device.data === null) return <PairGate linkCode={linkCode} />;
  if (me.data === undefined)
    return (
      <PageState>
        <LoadingState />
      </PageState>
    );
  if (me.data === null || me.data.is_locked || isLocked) return <Entrance device={device.data} me={me.data} />;
  return (
    <Suspense
      fallback={
        <PageState>
          <LoadingState />
        </PageState>
      }
    >
      <Work key={me.data.session_id} me={me.data} />
    </Suspense>
  );
}

function PageState({ children }: { readonly children: ReactNode }): ReactNode {
  return <main className="n-page-state">{children}</main>;
}

function Entrance({ device, me }: { readonly device: Device; readonly me: Me | null }): ReactNode {
  // While somebody types a PIN, the screen behind it is fetched.
  useEffect(() => {
    const fetchNow = (): void => void fetchWork();
    window.addEventListener('pointerdown', fetchNow, { once: true });
    return () => window.removeEventListener('pointerdown', fetchNow);
  }, []);
  return (
    <LoginScreen
      key={me?.session_id ?? 'nobody'}
      device={device}
      locked={me}
      badge={<LinkBadge />}
      onEntered={() => lockedHere.set(false)}
    />
  );
}
