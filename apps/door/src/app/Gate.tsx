import { LoadingState, OfflineState, useSetting, useWakeLock } from '@libs/ui';
import { useQuery } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { LoginScreen } from '../features/login/LoginScreen';
import { PairGate } from '../features/pair/PairGate';
import type { Device, Me } from './api';
import { fetchWork } from './early';
import { LinkBadge } from './LinkBadge';
import { deviceQuery, meQuery } from './queries';
import { lockedHere } from './stored';

const DoorScreen = lazy(async () => ({ default: (await fetchWork()).DoorScreen }));

const linkCode = new URLSearchParams(window.location.search).get('code');

/** Decides what the tablet shows: pair it, see who stands at the door, and only then let people in. */
export function Gate(): ReactNode {
  const { t } = useTranslation();
  useWakeLock();
  const device = useQuery(deviceQuery);
  const me = useQuery({ ...meQuery, enabled: Boolean(device.data) });
  const isLocked = useSetting(lockedHere);
  const failed = (device.isError && device.data === undefined) || (me.isError && me.data === undefined);
  if (failed) {
    const retry = (): void => void (device.data === undefined ? device.refetch() : me.refetch());
    return (
      <PageState>
        <OfflineState detail={t('gate.offline')} onRetry={retry} />
      </PageState>
    );
  }
  if (device.data === null) return <PairGate linkCode={linkCode} />;
  if (device.data === undefined || me.data === undefined) {
    return (
      <PageState>
        <LoadingState />
      </PageState>
    );
  }
  if (!me.data || me.data.is_locked || isLocked) return <Entrance device={device.data} me={me.data} />;
  return (
    <Suspense
      fallback={
        <PageState>
          <LoadingState />
        </PageState>
      }
    >
      <DoorScreen key={me.data.session_id} me={me.data} device={device.data} />
    </Suspense>
  );
}

function PageState({ children }: { readonly children: ReactNode }): ReactNode {
  return <main className="n-page-state">{children}</main>;
}

function Entrance({ device, me }: { readonly device: Device; readonly me: Me | null }): ReactNode {
  // While somebody types a PIN, the screen behind it is fetched.
  useEffect(() => void fetchWork().catch(() => undefined), []);
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
