import { BigButton, Clock, PersonBadge, type Tab, Tabs, TopBar, useIdle, useWedge } from '@libs/ui';
import { CameraView } from '@libs/ui/scan';
import {
  IconBan,
  IconDots,
  IconHistory,
  IconId,
  IconKeyboard,
  IconListSearch,
  IconLogin2,
  IconLogout2,
  IconTicket,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HeadCountPanel } from '../features/count/HeadCountPanel';
import { useClicker } from '../features/count/useClicker';
import type { Mode } from '../scan/flow';
import { useDoorFlow } from '../scan/useDoorFlow';
import { Answer } from './Answer';
import type { Device, Me } from './api';
import { LinkBadge } from './LinkBadge';
import { lockDoor } from './lock';
import { DoorSheets, type OpenSheet } from './DoorSheets';
import { headsQuery } from './queries';
import { useRealtime } from './realtime';
import { cameraFacing } from './stored';

const MODES: readonly Mode[] = ['in', 'out', 'age'];
const MODE_ICONS = { in: <IconLogin2 size={26} />, out: <IconLogout2 size={26} />, age: <IconId size={26} /> };

/** The work of a door: camera, scanner and typed number are all live, the count is always in sight. */
export function DoorScreen({ me, device }: { readonly me: Me; readonly device: Device }): ReactNode {
  const { t } = useTranslation();
  const [mode, setMode] = useState<Mode>('in');
  const [open, setOpen] = useState<OpenSheet | null>(null);
  const flow = useDoorFlow(mode);
  const heads = useQuery(headsQuery);
  const clicker = useClicker();
  const { view } = flow;
  const timeZone = me.venue.time_zone;
  const isFree = view.kind === 'ready' && open === null;

  const trigger = (code: string): void => {
    setOpen(null);
    flow.trigger(code);
  };
  const takesCodes = open === null || open.kind === 'type' || open.kind === 'log' || open.kind === 'settings';
  useWedge(trigger, { enabled: takesCodes });
  useIdle(me.venue.settings.idle_lock_seconds * 1_000, lockDoor, {
    // What was counted without network goes to the server first: it is this person's.
    enabled: isFree && clicker.pending === 0,
  });
  useRealtime(me.session_id);

  const tabs: Tab<Mode>[] = MODES.map((key) => ({ key, label: t(`mode.${key}`), icon: MODE_ICONS[key] }));
  return (
    <div className="door-app" data-mode={mode}>
      <TopBar venue={me.venue.name} place={device.name}>
        <LinkBadge />
        <Clock timeZone={timeZone} />
        <PersonBadge name={me.employee.name} action={t('door.lock')} onPress={lockDoor} />
      </TopBar>
      <main className="door-main">
        <h1 className="n-hidden">{t('door.title', { door: device.name })}</h1>
        <HeadCountPanel clicker={clicker} />
        <div className="door-modes">
          <Tabs label={t('mode.label')} tabs={tabs} chosen={mode} onChoose={setMode} controls="door-camera" />
        </div>
        <div id="door-camera" className="door-camera" role="tabpanel" aria-label={t(`mode.${mode}`)}>
          <CameraView
            facing={cameraFacing}
            hint={t(`mode.${mode}_hint`)}
            asking={view.kind === 'asking'}
            onSight={(code) => {
              if (open === null) flow.sight(code);
            }}
          />
        </div>
        <nav className="door-acts" aria-label={t('door.acts')}>
          <BigButton look="primary" size="method" icon={<IconListSearch />} onPress={() => setOpen({ kind: 'guests' })}>
            {t('guests.title')}
          </BigButton>
          <BigButton size="method" icon={<IconKeyboard />} onPress={() => setOpen({ kind: 'type' })}>
            {t('door.type')}
          </BigButton>
          <BigButton
            size="method"
            icon={<IconTicket />}
            disabled={!heads.data}
            onPress={() => setOpen({ kind: 'sell', nightId: heads.data?.night_id ?? '' })}
          >
            {t('sell.open')}
          </BigButton>
          <BigButton size="method" icon={<IconBan />} onPress={() => setOpen({ kind: 'turn_away', reason: null })}>
            {t('turn_away.open')}
          </BigButton>
          <BigButton size="method" icon={<IconHistory />} onPress={() => setOpen({ kind: 'log' })}>
            {t('log.open')}
          </BigButton>
          <BigButton size="method" icon={<IconDots />} onPress={() => setOpen({ kind: 'settings' })}>
            {t('door.more')}
          </BigButton>
        </nav>
      </main>
      <Answer
        flow={flow}
        timeZone={timeZone}
        onTurnAway={(reason) => {
          flow.close();
          setOpen({ kind: 'turn_away', reason });
        }}
      />
      <DoorSheets me={me} nightId={heads.data?.night_id} open={open} onOpen={setOpen} onCode={trigger} />
    </div>
  );
}
