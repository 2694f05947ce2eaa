import { isUnknown, sentenceOf } from '@libs/screen';
import { BigButton, LoadingState, signal } from '@libs/ui';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { HeadCount } from '../../app/api';
import { headsQuery } from '../../app/queries';
import './count.css';
import type { Clicker } from './useClicker';

type Fill = 'free' | 'near' | 'full';

/** How many are inside over all doors, how many may be, and the clicker for people without an entry. */
export function HeadCountPanel({ clicker }: { readonly clicker: Clicker }): ReactNode {
  const { t } = useTranslation();
  const { data: heads, error } = useQuery(headsQuery);
  const { pending, refusal, click } = clicker;
  const fill = heads ? fillOf(heads, pending) : 'free';
  useAlarm(fill);
  if (!heads) {
    return (
      <section className="door-count" aria-label={t('count.label')}>
        {error ? (
          <p className="door-count__none" role="alert">
            {isUnknown(error) ? t('count.unknown') : (sentenceOf(error) ?? t('count.unknown'))}
          </p>
        ) : (
          <LoadingState />
        )}
      </section>
    );
  }
  const inside = heads.inside + pending;
  const { capacity } = heads;
  return (
    <section className="door-count" aria-label={t('count.label')} data-fill={fill}>
      <p className="door-count__number">
        <span className="door-count__inside">{inside}</span>
        {capacity !== null && <span className="door-count__capacity">/ {capacity}</span>}
        <span className="door-count__word">{t('count.inside')}</span>
      </p>
      {capacity !== null && (
        <div
          className="door-count__meter"
          role="meter"
          aria-label={t('count.of_capacity')}
          aria-valuemin={0}
          aria-valuemax={capacity}
          aria-valuenow={Math.min(inside, capacity)}
        >
          <span style={{ width: `${Math.min(100, (inside / capacity) * 100)}%` }} />
        </div>
      )}
      <p className="door-count__alarm" role="status">
        {refusal ? sentenceOf(refusal) : null}
        {!refusal && fill === 'full' && t('count.full')}
        {!refusal && fill === 'near' && capacity !== null && t('count.near', { count: Math.max(0, capacity - inside) })}
        {!refusal && fill === 'free' && pending !== 0 && t('count.pending')}
      </p>
      <div className="door-count__keys" role="group" aria-label={t('count.by_hand')}>
        <BigButton size="method" icon={<IconMinus size={34} stroke={2.4} />} onPress={() => click(-1)}>
          <span className="n-hidden">{t('count.one_out')}</span>
        </BigButton>
        <BigButton size="method" icon={<IconPlus size={34} stroke={2.4} />} onPress={() => click(1)}>
          <span className="n-hidden">{t('count.one_in')}</span>
        </BigButton>
      </div>
    </section>
  );
}

function fillOf({ inside, capacity, alarm_at: alarmAt }: HeadCount, pending: number): Fill {
  const now = inside + pending;
  if (capacity !== null && now >= capacity) return 'full';
  return alarmAt !== null && now >= alarmAt ? 'near' : 'free';
}

const LEVEL: Readonly<Record<Fill, number>> = { free: 0, near: 1, full: 2 };

/** Sounds once each time that the house fills up to the next level. */
function useAlarm(fill: Fill): void {
  const before = useRef(fill);
  useEffect(() => {
    if (LEVEL[fill] > LEVEL[before.current]) signal(fill === 'full' ? 'bad' : 'caution');
    before.current = fill;
  }, [fill]);
}
