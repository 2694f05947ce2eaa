import { QrCode, Tabs } from '@libs/ui';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeviceCode } from '../../app/wire';
import { OneTimeCodeSheet } from '../../parts/OneTimeCodeSheet';
import type { Failure } from '../../parts/useAct';

/** The apps that a tablet may be paired with; their paths. */
const SCREENS = ['pos', 'bar'] as const;
type Screen = (typeof SCREENS)[number];

/** What the name of the tablet promises; a till when it says nothing. */
function screenOf(name: string): Screen {
  return /^\s*bar/i.test(name) ? 'bar' : 'pos';
}

interface CodeSheetProps {
  readonly code: DeviceCode;
  /** The tablet used the code. */
  readonly isPaired: boolean;
  readonly busy: boolean;
  readonly failure: Failure | null;
  readonly onRenew: () => void;
  readonly onClose: () => void;
}

/** The code that pairs a tablet, also as QR. */
export function CodeSheet({ code, isPaired, ...acts }: CodeSheetProps): ReactNode {
  const { t } = useTranslation();
  const [screen, setScreen] = useState<Screen>(() => screenOf(code.name));
  const address = `${window.location.origin}/${screen}/`;
  return (
    <OneTimeCodeSheet
      title={t('team.code_title', { name: code.name })}
      code={code.code}
      expiresAt={code.expires_at}
      used={isPaired ? t('team.code_used') : null}
      above={
        <>
          <Tabs
            look="small"
            label={t('team.code_for')}
            controls="pairing-qr"
            chosen={screen}
            onChoose={setScreen}
            tabs={SCREENS.map((key) => ({ key, label: t(`team.code_for_${key}`) }))}
          />
          <div id="pairing-qr" role="tabpanel" aria-label={t(`team.code_for_${screen}`)}>
            <QrCode value={`${address}?code=${encodeURIComponent(code.code)}`} size={256} />
          </div>
        </>
      }
      {...acts}
    >
      <p className="a-quiet">{t('team.code_scan', { place: address })}</p>
    </OneTimeCodeSheet>
  );
}
