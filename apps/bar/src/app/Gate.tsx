import { StationGate } from '@libs/screen';
import { useSetting } from '@libs/ui';
import { lazy, type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { EnterScreen } from '../features/enter/EnterScreen';
import { api, type Device, type Me } from './api';
import { fetchWork } from './early';
import { LinkBadge } from './LinkBadge';
import { station } from './queries';
import { lockedHere } from './stored';

const BarScreen = lazy(async () => ({ default: (await fetchWork()).BarScreen }));

/** What the tablet of a bar shows before its work: pairing, and who serves where. */
export function Gate(): ReactNode {
  const { t } = useTranslation();
  const isLocked = useSetting(lockedHere);
  return (
    <StationGate
      queries={station}
      enrol={api.enrol}
      words={{ offline: t('gate.offline'), noAnswer: t('pair.no_answer') }}
      mayWork={(me) => me.bar !== null && !me.is_locked && !isLocked}
      entrance={(device, me) => <Entrance device={device} me={me} />}
      work={(me) => me.bar && <BarScreen key={me.session_id} me={me} bar={me.bar} />}
    />
  );
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
