import { StatusDot, type Tone } from '@libs/ui';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { NightStatus } from '../../app/wire';

const TONES: Record<NightStatus, Tone> = {
  PLANNED: 'idle',
  PREPARING: 'warn',
  OPEN: 'ok',
  CLOSING: 'warn',
  CLOSED: 'idle',
};

/** Where a night is between plan and close. */
export function NightState({ status }: { readonly status: NightStatus }): ReactNode {
  const { t } = useTranslation();
  return <StatusDot tone={TONES[status]}>{t(`word.night.${status}`)}</StatusDot>;
}
