import { BigButton, EmptyState, ErrorState, formatTime, LoadingState, Sheet } from '@libs/ui';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { refusalsQuery } from '../../app/queries';
import type { Allowable } from './AllowSheet';

interface RefusalsSheetProps {
  readonly timeZone: string;
  readonly onAllow: (ticket: Allowable) => void;
  readonly onClose: () => void;
}

/** Refused tickets of all bars as they come in, for a supervisor. */
export function RefusalsSheet({ timeZone, onAllow, onClose }: RefusalsSheetProps): ReactNode {
  const { t } = useTranslation();
  const refusals = useQuery(refusalsQuery);
  const items = refusals.data?.items;
  return (
    <Sheet opened onClose={onClose} title={t('refusals.title')} size="wide">
      {refusals.isPending && <LoadingState />}
      {refusals.isError && !items && (
        <ErrorState
          title={t('refusals.failed')}
          detail={t('refusals.failed_detail')}
          onRetry={() => void refusals.refetch()}
        />
      )}
      {items?.length === 0 && <EmptyState title={t('refusals.empty')} />}
      <ul className="bar-recent">
        {items?.map(({ id, ticket_id, display_code, detail, bar_name, employee_name, at, can_be_allowed }) => (
          <li key={id} className="bar-recent__row">
            <time className="bar-recent__time" dateTime={at}>
              {formatTime(at, timeZone)}
            </time>
            <div className="bar-recent__what">
              <p className="bar-recent__items">{detail}</p>
              <p className="bar-recent__who">{[display_code, bar_name, employee_name].filter(Boolean).join(' · ')}</p>
            </div>
            {can_be_allowed && ticket_id && (
              <BigButton onPress={() => onAllow({ id: ticket_id, code: display_code ?? '' })}>
                {t('refusals.allow')}
              </BigButton>
            )}
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
