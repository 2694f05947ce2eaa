import { useWrite } from '@libs/screen';
import { BigButton, EmptyState, Sheet, signal } from '@libs/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../app/api';
import { rewardsQuery } from '../../app/queries';
import type { Reward } from '../../app/wire';
import { FailureNotice, Notice } from '../../parts/Notice';
import { QueryState } from '../../parts/QueryState';

/** What there is for points, the cheapest first. */
export function RewardList(): ReactNode {
  const { t } = useTranslation();
  const rewards = useQuery(rewardsQuery);
  const [chosen, setChosen] = useState<Reward | null>(null);
  return (
    <section className="guest-section" aria-labelledby="rewards-title">
      <h2 id="rewards-title" className="guest-section__title">
        {t('rewards.title')}
      </h2>
      {!rewards.data && <QueryState query={rewards} />}
      {rewards.data?.items.length === 0 && <EmptyState title={t('rewards.none')} detail={t('rewards.none_detail')} />}
      {rewards.data && rewards.data.items.length > 0 && !rewards.data.is_night_open && (
        <Notice tone="info">{t('rewards.closed')}</Notice>
      )}
      <ul className="guest-rewards">
        {rewards.data?.items.map((reward) => (
          <li key={reward.id} className="guest-reward">
            <div>
              <h3 className="guest-reward__name">{reward.name}</h3>
              {reward.description !== '' && <p className="guest-small">{reward.description}</p>}
              <p>{t('rewards.cost', { count: reward.cost, points: reward.cost.toLocaleString('es-CL') })}</p>
            </div>
            {whyNot(reward) === null ? (
              <BigButton disabled={!rewards.data.is_night_open} onPress={() => setChosen(reward)}>
                {t('rewards.redeem')}
              </BigButton>
            ) : (
              <span className="guest-text2">{t(`rewards.${whyNot(reward) ?? 'gone'}`)}</span>
            )}
          </li>
        ))}
      </ul>
      {chosen && <RedeemSheet reward={chosen} onClose={() => setChosen(null)} />}
    </section>
  );
}

/** Why a guest cannot have it, or null. */
function whyNot({ left, left_for_me: mine, is_affordable: affordable }: Reward): 'gone' | 'had' | 'missing' | null {
  if (left === 0) return 'gone';
  if (mine === 0) return 'had';
  return affordable ? null : 'missing';
}

interface RedeemSheetProps {
  readonly reward: Reward;
  readonly onClose: () => void;
}

/** Points go out: that is asked once more. */
function RedeemSheet({ reward, onClose }: RedeemSheetProps): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const redeem = useWrite(
    (id: string, key) => api.redeem(id, key),
    async ({ ticket }) => {
      signal('ok');
      for (const name of ['points', 'rewards', 'redemptions', 'balance']) {
        void queries.invalidateQueries({ queryKey: [name] });
      }
      await queries.invalidateQueries({ queryKey: ['tickets'], refetchType: 'all' });
      onClose();
      await navigate({ to: '/tickets/$id', params: { id: ticket.id } });
    },
    (id) => id,
  );
  return (
    <Sheet
      opened
      onClose={onClose}
      title={reward.name}
      footer={
        <>
          <BigButton onPress={onClose}>{t('rewards.keep')}</BigButton>
          <BigButton look="primary" busy={redeem.isPending} onPress={() => redeem.mutate(reward.id)}>
            {t('rewards.redeem')}
          </BigButton>
        </>
      }
    >
      <div className="guest-section">
        <p>{t('rewards.sure', { count: reward.cost, points: reward.cost.toLocaleString('es-CL') })}</p>
        <ul className="guest-list">
          {reward.items.map(({ product_id: product, name, qty }) => (
            <li key={product}>
              {qty} × {name}
            </li>
          ))}
        </ul>
        <FailureNotice error={redeem.error} />
      </div>
    </Sheet>
  );
}
