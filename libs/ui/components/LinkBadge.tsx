import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HeartbeatState } from '../device/heartbeat';
import { useNow } from '../device/useNow';
import { relativeAge } from '../format/time';
import { LinkHelp } from './LinkHelp';
import { NetBadge } from './NetBadge';

interface LinkBadgeProps {
  readonly state: HeartbeatState;
  /** Asks the server now. */
  readonly onCheck: () => void;
  /** Title of the help, and what can be done, in the words of the app. */
  readonly title: string;
  readonly steps: readonly string[];
}

/** The state of the network, always in view; a tap says what can be done without it. */
export function LinkBadge({ state: { link, since }, onCheck, title, steps }: LinkBadgeProps): ReactNode {
  const { i18n } = useTranslation('ui');
  const now = useNow(10_000);
  const [open, setOpen] = useState(false);
  return (
    <>
      <NetBadge
        state={link}
        age={link === 'offline' ? relativeAge(since, now, i18n.language) : undefined}
        onPress={() => {
          onCheck();
          setOpen(true);
        }}
      />
      {open && <LinkHelp title={title} steps={steps} onClose={() => setOpen(false)} />}
    </>
  );
}
