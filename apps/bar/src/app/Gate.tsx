import { LoadingState, OfflineState, useWakeLock, useSetting } from '@libs/ui';
import { useQuery } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { EnterScreen } from '../features/enter/EnterScreen';
import { PairGate } from '../features/pair/PairGate';
import type { Bar, Device, Me } from './api';
import { fetchWork } from './early';
import { LinkBadge } from './LinkBadge';
import { deviceQuery, meQuery } from './queries';
import { lockedHere } from './stored';

const BarScreen = lazy(async () => ({ default: (await fetchWork()).BarScreen }));

const linkCode = new URLSearchParams(window.location.search).get('code');

/** Decides what the tablet shows: pair it, see who serves where, and only then scan. */
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
  const bar = barOf(me.data);
  if (!me.data || !bar || me.data.is_locked || isLocked) return <Entrance device={device.data} me={me.data} />;
  return (
    <Suspense
      fallback={
        <PageState>
          <LoadingState />
        </PageState>
      }
    >
      <BarScreen key={me.data.session_id} me={me.data} bar={bar} />
    </Suspense>
  );
}

function barOf(me: Me | null): Pick<Bar, 'id' | 'name'> | null {
  return me?.bar ?? null;
}

function PageState({ children }: { readonly children: ReactNode }): ReactNode {
  return <main className="n-page-state">{children}</main>;
}

function Entrance({ device, me }: { readonly device: Device; readonly me: Me | null }): ReactNode {
  // While somebody looks for a name, the screen behind it is fetched.
  useEffect(() => void fetchWork().catch(() => undefined), []);
  return (
    <EnterScreen
      key={me?.session_id ?? 'nobody'}
      device={device}
      locked={me}
      badge={<LinkBadge />}
      onEntered={() => lockedHere.set(false)}
    />
  );
}
