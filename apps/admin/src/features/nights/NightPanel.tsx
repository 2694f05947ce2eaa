import { Sheet } from '@libs/ui';
import { Button, Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../app/api';
import { useMe } from '../../app/session';
import type { Night } from '../../app/wire';
import { FormSheet } from '../../parts/FormSheet';
import { useFormat } from '../../parts/format';
import { AnswerOf, FailureNote } from '../../parts/Problem';
import { ReasonSheet } from '../../parts/ReasonSheet';
import { type Failure, useAct } from '../../parts/useAct';
import { removeNight, type Step, stepNight, tickItem } from './api';
import { formOf } from './draft';
import { NightSheet } from './NightSheet';
import { NightState } from './NightState';

interface NightPanelProps {
  readonly id: string;
  readonly onClose: () => void;
}

const NEXT: Record<Night['status'], Step | null> = {
  PLANNED: 'prepare',
  PREPARING: 'open',
  OPEN: 'closing',
  CLOSING: 'close',
  CLOSED: null,
};

/** One night: what it is, its checklist, and the one step that comes next. */
export function NightPanel({ id, onClose }: NightPanelProps): ReactNode {
  const { t } = useTranslation();
  const query = useQuery({
    queryKey: ['nights', id],
    queryFn: (): Promise<Night> => answer(api.GET('/api/v1/nights/{id}', { params: { path: { id } } })),
  });
  const [mode, setMode] = useState<'see' | 'edit' | 'remove' | 'open' | 'close'>('see');
  const { venue } = useMe();
  const step = useAct((next: Step) => stepNight(id, next), { refresh: [['nights'], ['board'], ['me']] });
  const remove = useAct((reason: string) => removeNight(id, reason), {
    refresh: [
      ['nights', 'list'],
      ['nights', 'choice'],
    ],
    says: t('nights.removed'),
    onDone: onClose,
  });
  const night = query.data;
  if (night && mode === 'edit') {
    const back = (): void => setMode('see');
    return <NightSheet initial={formOf(night, venue.time_zone)} night={night} onClose={back} onSaved={back} />;
  }
  if (night && mode === 'remove') {
    return (
      <ReasonSheet
        title={t('nights.remove')}
        detail={t('nights.remove_detail')}
        submit={t('nights.remove')}
        danger
        busy={remove.busy}
        failure={remove.failure}
        onClose={() => setMode('see')}
        onConfirm={(reason) => void remove.run(reason)}
      />
    );
  }
  if (night && (mode === 'open' || mode === 'close')) {
    return (
      <FormSheet
        title={t(`nights.${mode}`)}
        submit={t(`nights.${mode}`)}
        busy={step.busy}
        failure={null}
        onClose={() => setMode('see')}
        onSubmit={(event) => {
          event.preventDefault();
          void step.run(mode).then(() => setMode('see'));
        }}
      >
        <p className="a-lead">{t(`nights.confirm_${mode}`, { name: night.name })}</p>
      </FormSheet>
    );
  }
  return (
    <Sheet
      opened
      onClose={onClose}
      title={night?.name ?? t('nav.nights')}
      size="wide"
      locked={step.busy}
      footer={
        night && (
          <Steps
            night={night}
            busy={step.busy}
            onStep={(next) => {
              if (next === 'open' || next === 'close') setMode(next);
              else void step.run(next);
            }}
            onEdit={() => setMode('edit')}
            onRemove={() => setMode('remove')}
          />
        )
      }
    >
      <AnswerOf of={query}>
        {(found) => (
          <div className="a-stack">
            <Facts night={found} />
            <Checklist night={found} />
            <Refusal failure={step.failure} />
            {!step.failure && <p className="a-note">{t(`nights.hint.${found.status}`)}</p>}
          </div>
        )}
      </AnswerOf>
    </Sheet>
  );
}

interface StepsProps {
  readonly night: Night;
  readonly busy: boolean;
  readonly onStep: (step: Step) => void;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

function Steps({ night, busy, onStep, onEdit, onRemove }: StepsProps): ReactNode {
  const { t } = useTranslation();
  const next = NEXT[night.status];
  const isFuture = night.status === 'PLANNED' || night.status === 'PREPARING';
  return (
    <div className="a-actions">
      {isFuture && (
        <Button variant="subtle" onClick={onRemove}>
          {t('nights.remove')}
        </Button>
      )}
      {night.status !== 'CLOSED' && (
        <Button variant="light" onClick={onEdit}>
          {t('act.edit')}
        </Button>
      )}
      {!isFuture && (
        <Button variant="light" renderRoot={(props: object) => <Link to="/" search={{ night: night.id }} {...props} />}>
          {t('nights.board')}
        </Button>
      )}
      {next && (
        <Button loading={busy} onClick={() => onStep(next)}>
          {t(`nights.${next}`)}
        </Button>
      )}
    </div>
  );
}

function Facts({ night }: { readonly night: Night }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <dl className="a-facts">
        <div>
          <dt>{t('nights.date')}</dt>
          <dd>{format.date(night.date)}</dd>
        </div>
        <div>
          <dt>{t('nights.state')}</dt>
          <dd>
            <NightState status={night.status} />
          </dd>
        </div>
        <div>
          <dt>{t('nights.doors')}</dt>
          <dd>
            {[night.doors_open_at, night.doors_close_at]
              .filter((at) => at !== null)
              .map(format.time)
              .join('–') || '–'}
          </dd>
        </div>
        <div>
          <dt>{t('nights.capacity')}</dt>
          <dd>{night.capacity === null ? '–' : `${format.count(night.capacity)} ${t('nights.people')}`}</dd>
        </div>
        <div>
          <dt>{t('nights.djs')}</dt>
          <dd>{night.djs.join(', ') || '–'}</dd>
        </div>
      </dl>
      {night.description && <p>{night.description}</p>}
      {night.opened_at && (
        <p className="a-quiet a-small">
          {t('nights.opened', { at: format.moment(night.opened_at) })}
          {night.closed_at && ` · ${t('nights.closed', { at: format.moment(night.closed_at) })}`}
        </p>
      )}
    </>
  );
}

function Checklist({ night }: { readonly night: Night }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const tick = useAct(({ item, isDone }: { item: string; isDone: boolean }) => tickItem(night.id, item, isDone), {
    refresh: [['nights']],
    says: null,
  });
  const total = night.checklist.length;
  if (total === 0) return <p className="a-quiet">{t('nights.no_checklist')}</p>;
  const done = night.checklist.filter((item) => item.is_done).length;
  return (
    <section>
      <h3 className="a-title">
        {t('nights.checklist')} <span className="a-quiet a-small">{t('nights.checklist_done', { done, total })}</span>
      </h3>
      <div className="a-checks">
        {night.checklist.map((item) => (
          <Checkbox
            key={item.id}
            size="md"
            label={item.label}
            description={
              item.is_done && item.done_by
                ? t('nights.done_by', { name: item.done_by, at: item.done_at ? format.time(item.done_at) : '' })
                : undefined
            }
            checked={item.is_done}
            disabled={night.status === 'CLOSED'}
            onChange={(event) => void tick.run({ item: item.id, isDone: event.currentTarget.checked })}
          />
        ))}
      </div>
      <FailureNote failure={tick.failure} />
    </section>
  );
}

/** Why the night does not take the step, with the names of what is in the way. */
function Refusal({ failure }: { readonly failure: Failure | null }): ReactNode {
  const { t } = useTranslation();
  if (!failure) return null;
  const registers = Array.isArray(failure.facts.registers) ? failure.facts.registers.map(String) : [];
  return (
    <>
      <FailureNote failure={failure} />
      {failure.code === 'night.sessions_open' && (
        <p>
          {registers.length > 0 && `${t('nights.blocked_sessions', { registers: registers.join(', ') })} `}
          <Link to="/registers" className="a-link">
            {t('nights.go_registers')}
          </Link>
        </p>
      )}
    </>
  );
}
