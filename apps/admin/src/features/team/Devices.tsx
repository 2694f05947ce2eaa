import { relativeAge, StatusDot, useNow } from '@libs/ui';
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Device, DeviceCode } from '../../app/wire';
import { ConfirmSheet } from '../../parts/ConfirmSheet';
import { Grid } from '../../parts/Grid';
import { AnswerOf, FailureNote } from '../../parts/Problem';
import { useAct } from '../../parts/useAct';
import { usePages } from '../../parts/usePages';
import { listDevices, newCode, revokeDevice, unlockDevice } from './api';
import { CodeSheet } from './CodeSheet';
import { NewDeviceSheet } from './NewDeviceSheet';
import { leftOf } from '../../parts/left';

/** How often the list looks whether a tablet was paired, ms. */
const EVERY_MS = 5_000;

/** The tablets of the house. */
export function Devices(): ReactNode {
  const { t } = useTranslation();
  const pages = usePages(['devices'], listDevices, { refetchInterval: EVERY_MS });
  const [adding, setAdding] = useState(false);
  const [code, setCode] = useState<DeviceCode | null>(null);
  const [revoked, setRevoked] = useState<Device | null>(null);
  const ask = useAct((id: string) => newCode(id), { refresh: [['devices']], says: null, onDone: setCode });
  const unlock = useAct((id: string) => unlockDevice(id), { refresh: [['devices']], says: t('team.device_unlocked') });
  return (
    <>
      <div className="a-bar">
        <div className="a-bar__end">
          <Button leftSection={<IconPlus size={20} stroke={1.7} aria-hidden />} onClick={() => setAdding(true)}>
            {t('team.new_device')}
          </Button>
        </div>
      </div>
      <FailureNote failure={(code ? null : ask.failure) ?? unlock.failure} />
      <AnswerOf of={pages}>
        {(devices) => (
          <Grid<Device>
            label={t('team.devices')}
            rows={devices}
            more={pages.more}
            empty={t('team.no_devices')}
            dim={({ revoked_at }) => revoked_at !== null}
            columns={[
              {
                accessor: 'name',
                title: t('team.device'),
                render: ({ name }) => <span className="a-strong">{name}</span>,
              },
              { accessor: 'state', title: t('team.state'), render: (device) => <DeviceState device={device} /> },
              {
                accessor: 'acts',
                title: <span className="n-hidden">{t('act.actions')}</span>,
                textAlign: 'right',
                render: (device) =>
                  device.revoked_at === null && (
                    <div className="a-actions">
                      {device.is_locked && (
                        <Button variant="light" onClick={() => void unlock.run(device.id)}>
                          {t('team.device_unlock')}
                        </Button>
                      )}
                      <Button variant="subtle" onClick={() => void ask.run(device.id)}>
                        {t('code.new')}
                      </Button>
                      <Button variant="subtle" onClick={() => setRevoked(device)}>
                        {t('team.revoke')}
                      </Button>
                    </div>
                  ),
              },
            ]}
          />
        )}
      </AnswerOf>
      {adding && (
        <NewDeviceSheet
          onClose={() => setAdding(false)}
          onCode={(made) => {
            setAdding(false);
            setCode(made);
          }}
        />
      )}
      {code && (
        <CodeSheet
          code={code}
          isPaired={pages.rows.some(
            ({ id, enrolled_at, code_expires_at }) =>
              id === code.id && enrolled_at !== null && code_expires_at === null,
          )}
          busy={ask.busy}
          failure={ask.failure}
          onRenew={() => void ask.run(code.id)}
          onClose={() => setCode(null)}
        />
      )}
      {revoked && <RevokeSheet device={revoked} onClose={() => setRevoked(null)} />}
    </>
  );
}

function DeviceState({ device }: { readonly device: Device }): ReactNode {
  const { t, i18n } = useTranslation();
  const now = useNow(1_000);
  if (device.revoked_at) return <StatusDot tone="idle">{t('team.revoked')}</StatusDot>;
  if (device.is_locked) return <StatusDot tone="bad">{t('team.device_locked')}</StatusDot>;
  if (device.code_expires_at) {
    const left = leftOf(device.code_expires_at, now);
    return left ? (
      <StatusDot tone="warn">{t('team.waiting', { time: left })}</StatusDot>
    ) : (
      <StatusDot tone="idle">{t('team.code_too_old')}</StatusDot>
    );
  }
  if (!device.enrolled_at) return <StatusDot tone="idle">{t('team.never')}</StatusDot>;
  const seen = device.last_seen_at ?? device.enrolled_at;
  return (
    <StatusDot tone={now - Date.parse(seen) < 300_000 ? 'ok' : 'idle'}>
      {t('team.seen', { age: relativeAge(seen, now, i18n.language) })}
    </StatusDot>
  );
}

interface RevokeSheetProps {
  readonly device: Device;
  readonly onClose: () => void;
}

function RevokeSheet({ device, onClose }: RevokeSheetProps): ReactNode {
  const { t } = useTranslation();
  const act = useAct((id: string) => revokeDevice(id), {
    refresh: [['devices'], ['team']],
    says: t('team.revoked_done'),
    onDone: onClose,
  });
  return (
    <ConfirmSheet
      title={t('team.revoke_title', { name: device.name })}
      lead={t('team.revoke_lead')}
      submit={t('team.revoke')}
      danger
      act={act}
      to={device.id}
      onClose={onClose}
    />
  );
}
