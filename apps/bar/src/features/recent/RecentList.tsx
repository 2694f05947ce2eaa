import { BigButton, EmptyState, ErrorState, formatTime, LoadingState, useNow } from '@libs/ui';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Press } from '../../app/api';
import { recentQuery } from '../../app/queries';
import { secondsUntil } from '../../parts/seconds';
import './recent.css';

interface RecentListProps {
  readonly barId: string;
  readonly timeZone: string;
  /** The press that is being taken back. */
  readonly undoing: string | null;
  readonly onUndo: (press: Press) => void;
}

/** The last 30 deliveries of this bar, newest first, with undo while there is still time. */
export function RecentList({ barId, timeZone, undoing, onUndo }: RecentListProps): ReactNode {
  const { t } = useTranslation();
  const recent = useQuery(recentQuery(barId));
  const now = useNow(1_000);
  if (recent.data === undefined) {
    if (recent.isPending) return <LoadingState />;
    const retry = (): void => void recent.refetch();
    return <ErrorState title={t('recent.failed')} detail={t('recent.failed_detail')} onRetry={retry} />;
  }
  if (recent.data.items.length === 0) return <EmptyState title={t('recent.empty')} detail={t('recent.empty_detail')} />;
  return (
    <ul className="bar-recent">
      {recent.data.items.map((press) => (
        <RecentRow
          key={press.press_id}
          press={press}
          time={formatTime(press.at, timeZone)}
          seconds={press.undone_at === null ? secondsUntil(press.undo_until, now) : 0}
          undoing={undoing === press.press_id}
          onUndo={() => onUndo(press)}
        />
      ))}
    </ul>
  );
}

interface RecentRowProps {
  readonly press: Press;
  readonly time: string;
  /** Left to take it back. */
  readonly seconds: number;
  readonly undoing: boolean;
  readonly onUndo: () => void;
}

function RecentRow({ press, time, seconds, undoing, onUndo }: RecentRowProps): ReactNode {
  const { t } = useTranslation();
  return (
    <li className="bar-recent__row" data-undone={press.undone_at !== null || undefined}>
      <time className="bar-recent__time" dateTime={press.at}>
        {time}
      </time>
      <div className="bar-recent__what">
        <p className="bar-recent__items">
          {press.items.map(({ name, qty }, index) => (
            <span key={`${name}-${index}`}>
              {qty} × {name}
            </span>
          ))}
        </p>
        <p className="bar-recent__who">
          {press.display_code} · {press.employee_name}
          {press.undone_at !== null && ` · ${t('recent.undone')}`}
        </p>
      </div>
      {seconds > 0 && (
        <BigButton busy={undoing} trailing={t('recent.undo_in', { seconds })} onPress={onUndo}>
          {t('recent.undo')}
        </BigButton>
      )}
    </li>
  );
}
