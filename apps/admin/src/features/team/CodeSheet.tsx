import { QrCode, Sheet, Tabs, useNow } from '@libs/ui';
import { Button } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeviceCode } from '../../app/wire';
import { leftOf } from '../../parts/left';

/** The apps that a tablet may be paired with; their paths. */
const SCREENS = ['pos', 'bar', 'door'] as const;
type Screen = (typeof SCREENS)[number];

/** What the name of the tablet promises; a till when it says nothing. */
function screenOf(name: string): Screen {
  if (/^\s*bar/i.test(name)) return 'bar';
  return /^\s*(puerta|door|entrada|acceso)/i.test(name) ? 'door' : 'pos';
}

interface CodeSheetProps {
  readonly code: DeviceCode;
  /** The tablet used the code. */
  readonly isPaired: boolean;
  readonly onRenew: () => void;
  readonly onClose: () => void;
}

/** The code that pairs a tablet, big and as QR, with the time it has left. */
export function CodeSheet({ code, isPaired, onRenew, onClose }: CodeSheetProps): ReactNode {
  const { t } = useTranslation();
  const now = useNow(1_000);
  const left = leftOf(code.expires_at, now);
  const [screen, setScreen] = useState<Screen>(() => screenOf(code.name));
  const address = `${window.location.origin}/${screen}/`;
  return (
    <Sheet
      opened
      onClose={onClose}
      title={t('team.code_title', { name: code.name })}
      footer={
        <div className="a-actions">
          {!left && (
            <Button variant="light" onClick={onRenew}>
              {t('team.code_new')}
            </Button>
          )}
          <Button onClick={onClose}>{t('team.code_done')}</Button>
        </div>
      }
    >
      <div className="t-code">
        {left && !isPaired && (
          <Tabs
            look="small"
            label={t('team.code_for')}
            controls="pairing-qr"
            chosen={screen}
            onChoose={setScreen}
            tabs={SCREENS.map((key) => ({ key, label: t(`team.code_for_${key}`) }))}
          />
        )}
        {isPaired ? (
          <IconCircleCheck size={96} stroke={1.4} color="var(--ok)" aria-label={t('team.code_done')} />
        ) : (
          left && (
            <div id="pairing-qr" role="tabpanel" aria-label={t(`team.code_for_${screen}`)}>
              <QrCode value={`${address}?code=${encodeURIComponent(code.code)}`} size={256} />
            </div>
          )
        )}
        {left && !isPaired && <p className="t-code__code">{code.code}</p>}
        {left && !isPaired && <p className="a-quiet">{t('team.code_scan', { place: address })}</p>}
        <p role="timer" className={left ? 'a-strong' : 'a-short'}>
          {!isPaired && (left ? t('team.code_expires', { time: left }) : t('team.code_expired'))}
        </p>
      </div>
    </Sheet>
  );
}
