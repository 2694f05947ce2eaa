import { IconClockExclamation, IconCloudOff, IconCloudUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export type NetState = 'online' | 'sending' | 'offline' | 'stale';

interface NetBadgeProps {
  /** `sending` the queue drains; `offline` no server; `stale` what is on screen is old. */
  readonly state: NetState;
  /** Acts that wait to be sent. */
  readonly pending?: number;
  /** Age of the oldest data or the oldest unsent act, in words ("hace 4 min"). */
  readonly age?: string;
  /** Names what waits in the words of the app ("3 ventas por enviar") instead of "3 por enviar". */
  readonly detail?: string;
  /** Opens "qué puedo hacer". */
  readonly onPress?: () => void;
}

/** Always visible on a till: `<NetBadge state={net} pending={outbox.length} onPress={openHelp} />` */
export function NetBadge({ state, pending = 0, age, detail, onPress }: NetBadgeProps): ReactNode {
  const { t } = useTranslation('ui');
  const waiting = detail ?? (pending > 0 ? t('net.pending', { count: pending }) : undefined);
  const words: Record<NetState, string> = {
    online: t('net.online'),
    sending: t('net.sending', { count: pending }),
    offline: [t('net.offline'), waiting, age].filter(Boolean).join(' · '),
    stale: t('net.stale', { age: age ?? '' }),
  };
  const body = (
    <span className="n-net__pill" data-state={state}>
      <NetMark state={state} />
      <span>{words[state]}</span>
    </span>
  );
  if (!onPress) {
    return (
      <span className="n-net" role="status">
        {body}
      </span>
    );
  }
  return (
    <button type="button" className="n-press n-net" onClick={onPress}>
      <span role="status">{body}</span>
      <span className="n-hidden">. {t('net.what')}</span>
    </button>
  );
}

function NetMark({ state }: { readonly state: NetState }): ReactNode {
  const size = { size: 20, stroke: 1.9, 'aria-hidden': true } as const;
  if (state === 'offline') return <IconCloudOff {...size} />;
  if (state === 'sending') return <IconCloudUp {...size} />;
  if (state === 'stale') return <IconClockExclamation {...size} />;
  return <span className="n-dot" data-tone="ok" aria-hidden />;
}
