import { BigButton, EmptyState, ErrorState, formatTime, LoadingState, Sheet, Tabs } from '@libs/ui';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Crossing, Refusal } from '../../app/api';
import { crossingsQuery, refusalsQuery } from '../../app/queries';
import './log.css';

interface LogSheetProps {
  readonly nightId: string | undefined;
  readonly timeZone: string;
  /** Present when the person may take a crossing back. */
  readonly onUndo?: (crossing: Crossing) => void;
  readonly onClose: () => void;
}

/** What happened at all doors tonight, the latest first: who crossed, and who did not come in. */
export function LogSheet({ nightId, timeZone, onUndo, onClose }: LogSheetProps): ReactNode {
  const { t } = useTranslation();
  const [list, setList] = useState<'crossings' | 'refusals'>('crossings');
  const crossings = useQuery(crossingsQuery(nightId));
  const refusals = useQuery(refusalsQuery(nightId));
  const shown = list === 'crossings' ? crossings : refusals;
  return (
    <Sheet opened onClose={onClose} title={t('log.title')} size="wide">
      <Tabs
        label={t('log.title')}
        tabs={[
          { key: 'crossings', label: t('log.crossings') },
          { key: 'refusals', label: t('log.refusals') },
        ]}
        chosen={list}
        onChoose={setList}
        controls="door-log"
      />
      <div id="door-log" role="tabpanel" aria-label={t(`log.${list}`)}>
        {shown.isPending && <LoadingState />}
        {shown.isError && !shown.data && (
          <ErrorState title={t('log.failed')} detail={t('log.failed_detail')} onRetry={() => void shown.refetch()} />
        )}
        {shown.data?.items.length === 0 && <EmptyState title={t(`log.no_${list}`)} />}
        <ul className="door-list">
          {list === 'crossings'
            ? crossings.data?.items.map((crossing) => (
                <CrossingRow
                  key={crossing.id}
                  crossing={crossing}
                  time={formatTime(crossing.at, timeZone)}
                  onUndo={onUndo && isUndoable(crossing) ? () => onUndo(crossing) : undefined}
                />
              ))
            : refusals.data?.items.map((refusal) => (
                <RefusalRow key={refusal.id} refusal={refusal} time={formatTime(refusal.at, timeZone)} />
              ))}
        </ul>
        {list === 'crossings' && !onUndo && <p className="door-text2">{t('log.undo_by')}</p>}
      </div>
    </Sheet>
  );
}

function isUndoable({ kind, is_undone: isUndone }: Crossing): boolean {
  return kind !== 'undo' && !isUndone;
}

interface CrossingRowProps {
  readonly crossing: Crossing;
  readonly time: string;
  readonly onUndo?: (() => void) | undefined;
}

const KINDS = ['check_in', 'exit', 're_entry', 'guests', 'clicker', 'undo'] as const;

function CrossingRow({ crossing, time, onUndo }: CrossingRowProps): ReactNode {
  const { t } = useTranslation();
  const { delta, display_code, type_name, guest_name, door_name, employee_name, is_undone, at } = crossing;
  const kind = KINDS.find((one) => one === crossing.kind) ?? 'clicker';
  return (
    <li className="door-log" data-undone={is_undone || undefined}>
      <time className="door-log__time" dateTime={at}>
        {time}
      </time>
      <div className="door-log__what">
        <p className="door-log__line">
          <strong>{delta > 0 ? `+${String(delta)}` : delta}</strong> {t(`kind.${kind}`)}
          {guest_name && `: ${guest_name}`}
        </p>
        <p className="door-log__who">
          {[display_code, type_name, door_name, employee_name, is_undone && t('log.undone')]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      {onUndo && <BigButton onPress={onUndo}>{t('log.undo')}</BigButton>}
    </li>
  );
}

const REASONS = [
  ...(['used', 'wrong_night', 'not_paid', 'void', 'too_early', 'no_entry', 'unknown', 'full'] as const),
  ...(['under_age', 'no_document', 'intoxicated', 'banned', 'dress_code', 'other'] as const),
];

function RefusalRow({ refusal, time }: { readonly refusal: Refusal; readonly time: string }): ReactNode {
  const { t } = useTranslation();
  const { note, display_code, guest_name, door_name, employee_name, at } = refusal;
  const reason = REASONS.find((one) => one === refusal.reason) ?? 'other';
  return (
    <li className="door-log">
      <time className="door-log__time" dateTime={at}>
        {time}
      </time>
      <div className="door-log__what">
        <p className="door-log__line">{[t(`reason.${reason}`), note].filter(Boolean).join(': ')}</p>
        <p className="door-log__who">
          {[display_code, guest_name, door_name, employee_name].filter(Boolean).join(' · ')}
        </p>
      </div>
    </li>
  );
}
