import { StationGate } from '@libs/screen';
import { useSetting } from '@libs/ui';
import { lazy, type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { LoginScreen } from '../features/login/LoginScreen';
import { api, type Device, type Me } from './api';
import { fetchWork } from './early';
import { LinkBadge } from './LinkBadge';
import { station } from './queries';
import { lockedHere } from './stored';

const DoorScreen = lazy(async () => ({ default: (await fetchWork()).DoorScreen }));

/** What the tablet of a door shows before its work: pairing, and who stands there. */
export function Gate(): ReactNode {
  const { t } = useTranslation();
  const isLocked = useSetting(lockedHere);
  return (
    <StationGate
      queries={station}
      enrol={api.enrol}
      words={{ offline: t('gate.offline'), noAnswer: t('pair.no_answer') }}
      mayWork={(me) => !me.is_locked && !isLocked}
      entrance={(device, me) => <Entrance device={device} me={me} />}
      work={(me, device) => <DoorScreen key={me.session_id} me={me} device={device} />}
    />
  );
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
