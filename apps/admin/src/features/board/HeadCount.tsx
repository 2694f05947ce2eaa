import { StatusDot } from '@libs/ui';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/session';
import { useFormat } from '../../parts/format';
import { headCountQuery } from './api';

/** How many are inside against how many may be, over all doors. Nothing while no door counts. */
export function HeadCount(): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { permissions } = useMe();
  const { data: heads } = useQuery({ ...headCountQuery, enabled: permissions.includes('entry.read') });
  if (!heads) return null;
  const { inside, capacity, is_full: isFull, is_near: isNear } = heads;
  const state = isFull ? 'full' : isNear ? 'near' : null;
  return (
    <section className="b-heads" aria-label={t('board.heads')} data-state={state ?? undefined}>
      <p className="b-heads__inside" role="status">
        <strong>{format.count(inside)}</strong>{' '}
        {capacity === null ? t('board.inside') : t('board.inside_of', { capacity: format.count(capacity) })}
      </p>
      {capacity !== null && (
        <progress
          className="b-heads__bar"
          max={capacity}
          value={Math.min(inside, capacity)}
          aria-label={t('board.heads')}
        />
      )}
      {state && <StatusDot tone={state === 'full' ? 'bad' : 'warn'}>{t(`board.${state}`)}</StatusDot>}
      <p className="b-heads__facts">
        {[
          t('board.came_entries', { count: heads.checked_in, n: format.count(heads.checked_in) }),
          t('board.came_guests', { count: heads.guests, n: format.count(heads.guests) }),
          t('board.refused', { count: heads.refused, n: format.count(heads.refused) }),
        ].join(' · ')}
      </p>
    </section>
  );
}
