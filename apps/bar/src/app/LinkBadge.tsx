import { NetBadge, relativeAge, Sheet, useNow } from '@libs/ui';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLink } from './link';

/** The state of the network, always in view; a tap says what can be done without it. */
export function LinkBadge(): ReactNode {
  const { t, i18n } = useTranslation();
  const { link, since, check } = useLink();
  const now = useNow(10_000);
  const [open, setOpen] = useState(false);
  const offline = link === 'offline';
  const steps = offline ? (['stop', 'sure', 'wait', 'tell'] as const) : (['fine'] as const);
  return (
    <>
      <NetBadge
        state={link}
        age={offline ? relativeAge(since, now, i18n.language) : undefined}
        onPress={() => {
          check();
          setOpen(true);
        }}
      />
      <Sheet opened={open} onClose={() => setOpen(false)} title={t(offline ? 'net.offline_title' : 'net.online_title')}>
        <ul className="bar-steps">
          {steps.map((step) => (
            <li key={step}>{t(`net.${step}`)}</li>
          ))}
        </ul>
      </Sheet>
    </>
  );
}
