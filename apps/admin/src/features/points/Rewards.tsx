import { StatusDot } from '@libs/ui';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Reward } from '../../app/wire';
import { useFormat } from '../../parts/format';
import { Grid, MIDDLE } from '../../parts/Grid';
import { AnswerOf } from '../../parts/Problem';
import { rewardsQuery } from './api';
import { NewButton } from './NewButton';
import { RewardSheet } from './RewardSheet';

/** What points buy. */
export function Rewards(): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const query = useQuery(rewardsQuery);
  const [shown, setShown] = useState<Reward | 'new' | null>(null);
  return (
    <>
      <NewButton word={t('points.new_reward')} onPress={() => setShown('new')} />
      <AnswerOf of={query}>
        {(rewards) => (
          <Grid<Reward>
            label={t('points.tab.rewards')}
            rows={rewards}
            empty={t('points.no_rewards')}
            dim={({ is_active }) => !is_active}
            columns={[
              {
                accessor: 'name',
                title: t('points.name'),
                render: (reward) => (
                  <button type="button" className="a-rowlink" onClick={() => setShown(reward)}>
                    <strong>{reward.name}</strong>
                  </button>
                ),
              },
              {
                accessor: 'cost',
                title: t('points.cost'),
                textAlign: 'right',
                noWrap: true,
                render: ({ cost }) => format.count(cost),
              },
              {
                accessor: 'items',
                title: t('points.gets'),
                visibleMediaQuery: MIDDLE,
                render: ({ items }) => items.map(({ name, qty }) => `${qty} × ${name}`).join(', '),
              },
              {
                accessor: 'taken',
                title: t('points.taken'),
                visibleMediaQuery: MIDDLE,
                render: ({ taken, stock_limit: limit }) =>
                  limit === null ? format.count(taken) : `${format.count(taken)} / ${format.count(limit)}`,
              },
              {
                accessor: 'is_active',
                title: t('points.state'),
                render: ({ is_active: active }) => (
                  <StatusDot tone={active ? 'ok' : 'idle'}>{t(active ? 'act.active' : 'act.inactive')}</StatusDot>
                ),
              },
            ]}
          />
        )}
      </AnswerOf>
      {shown && <RewardSheet reward={shown === 'new' ? undefined : shown} onClose={() => setShown(null)} />}
    </>
  );
}
