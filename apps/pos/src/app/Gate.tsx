import { StationGate } from '@libs/screen';
import { lazy, type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { LoginScreen } from '../features/login/LoginScreen';
import { useStored } from '../till/counter-store';
import { api } from './api';
import { fetchWork } from './early';
import { LinkBadge } from './LinkBadge';
import { locked as lockedHere } from './lock';
import { station } from './queries';
import type { Device, Me } from './wire';

const Work = lazy(async () => ({ default: (await fetchWork()).Work }));

/** What a till shows before its work: pairing, and who is there. */
export function Gate(): ReactNode {
  const { t } = useTranslation();
  const isLocked = useStored(lockedHere);
  return (
    <StationGate
      queries={station}
      enrol={api.enrol}
      words={{ offline: t('gate.offline'), noAnswer: t('pair.no_answer') }}
      mayWork={(me) => !me.is_locked && !isLocked}
      entrance={(device, me) => <Entrance device={device} me={me} />}
      work={(me) => <Work key={me.session_id} me={me} />}
    />
  );
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
