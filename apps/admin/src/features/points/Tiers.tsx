import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Tier } from '../../app/wire';
import { WholeInput } from '../../parts/fields';
import { useFormat } from '../../parts/format';
import { FormSheet } from '../../parts/FormSheet';
import { Grid } from '../../parts/Grid';
import { AnswerOf } from '../../parts/Problem';
import { useAct } from '../../parts/useAct';
import { endTier, saveTier, tiersQuery } from './api';
import { NewButton } from './NewButton';

/** What regulars earn on top. */
export function Tiers(): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const query = useQuery(tiersQuery);
  const [shown, setShown] = useState<Tier | 'new' | null>(null);
  return (
    <>
      <NewButton word={t('points.new_tier')} onPress={() => setShown('new')} />
      <AnswerOf of={query}>
        {(tiers) => (
          <Grid<Tier>
            label={t('points.tab.tiers')}
            rows={tiers}
            empty={t('points.no_tiers')}
            columns={[
              {
                accessor: 'name',
                title: t('points.name'),
                render: (tier) => (
                  <button type="button" className="a-rowlink" onClick={() => setShown(tier)}>
                    <strong>{tier.name}</strong>
                  </button>
                ),
              },
              {
                accessor: 'min_points',
                title: t('points.from'),
                render: ({ min_points: points, within_days: days }) =>
                  t('points.from_of', { points: format.count(points), days: format.count(days) }),
              },
              {
                accessor: 'multiplier_percent',
                title: t('points.times'),
                textAlign: 'right',
                render: ({ multiplier_percent: percent }) => `× ${String(percent / 100).replace('.', ',')}`,
              },
            ]}
          />
        )}
      </AnswerOf>
      {shown && <TierSheet tier={shown === 'new' ? undefined : shown} onClose={() => setShown(null)} />}
    </>
  );
}

interface TierSheetProps {
  /** None for a new one. */
  readonly tier: Tier | undefined;
  readonly onClose: () => void;
}

const FIELDS = ['min_points', 'within_days', 'multiplier_percent'] as const;

function TierSheet({ tier, onClose }: TierSheetProps): ReactNode {
  const { t } = useTranslation();
  const [name, setName] = useState(tier?.name ?? '');
  const [numbers, setNumbers] = useState<Record<(typeof FIELDS)[number], number | string>>(
    tier ?? { min_points: 1_000, within_days: 90, multiplier_percent: 125 },
  );
  const [tried, setTried] = useState(false);
  const draft = {
    name: name.trim(),
    min_points: Number(numbers.min_points),
    within_days: Number(numbers.within_days),
    multiplier_percent: Number(numbers.multiplier_percent),
  };
  const complete = draft.name !== '' && draft.within_days > 0 && draft.multiplier_percent >= 100;
  const done = { refresh: [['points']], onDone: onClose };
  const save = useAct((given: typeof draft) => saveTier(tier?.id, given), done);
  const end = useAct((id: string) => endTier(id), { ...done, says: t('points.ended') });
  return (
    <FormSheet
      title={tier ? t('points.tier') : t('points.new_tier')}
      busy={save.busy || end.busy}
      failure={save.failure ?? end.failure}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (complete) void save.run(draft);
      }}
    >
      <TextInput
        label={t('points.name')}
        required
        data-autofocus
        maxLength={40}
        value={name}
        error={tried && draft.name === '' ? t('form.required') : undefined}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      {FIELDS.map((field) => (
        <WholeInput
          key={field}
          label={t(`points.tier_field.${field}`)}
          required
          value={numbers[field]}
          error={
            tried && field !== 'min_points' && !(draft[field] >= (field === 'within_days' ? 1 : 100))
              ? t(field === 'within_days' ? 'form.positive' : 'points.at_least_100')
              : undefined
          }
          onChange={(value) => setNumbers((now) => ({ ...now, [field]: value }))}
        />
      ))}
      {tier && (
        <Button variant="light" className="a-danger" loading={end.busy} onClick={() => void end.run(tier.id)}>
          {t('points.end')}
        </Button>
      )}
    </FormSheet>
  );
}
