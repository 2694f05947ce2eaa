import { StatusDot } from '@libs/ui';
import { Button } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Redemption } from '../../app/wire';
import { useFormat } from '../../parts/format';
import { Grid, MIDDLE } from '../../parts/Grid';
import { NightSelect } from '../../parts/NightSelect';
import { AnswerOf } from '../../parts/Problem';
import { ReasonSheet } from '../../parts/ReasonSheet';
import { useAct } from '../../parts/useAct';
import { usePages } from '../../parts/usePages';
import { listRedemptions, undoRedemption } from './api';

const route = getRouteApi('/in/points');

/** Rewards that guests took. One that was not handed over can be undone: the points go back. */
export function Redemptions(): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { night } = route.useSearch();
  const navigate = route.useNavigate();
  const [undoing, setUndoing] = useState<Redemption | null>(null);
  const pages = usePages(['points', 'redemptions', night ?? null], (cursor) => listRedemptions(night, cursor));
  const undo = useAct((reason: string, key) => undoRedemption(undoing?.id ?? '', reason, key), {
    refresh: [['points'], ['wallet']],
    says: t('points.undo_done'),
    onDone: () => setUndoing(null),
  });
  const canUndo = ({ undone_at: at, items }: Redemption): boolean =>
    at === null && items.every((item) => item.delivered_qty === 0);
  return (
    <>
      <div className="a-bar">
        <NightSelect value={night} onChange={(id) => void navigate({ search: { tab: 'redemptions', night: id } })} />
      </div>
      <AnswerOf of={pages}>
        {(redemptions) => (
          <Grid<Redemption>
            label={t('points.tab.redemptions')}
            rows={redemptions}
            more={pages.more}
            empty={t('points.no_redemptions')}
            dim={({ undone_at: at }) => at !== null}
            columns={[
              {
                accessor: 'name',
                title: t('points.reward'),
                render: ({ name, customer_name: who, redeemed_at: at }) => (
                  <div>
                    <strong className="a-strong">{name}</strong>
                    <p className="a-quiet a-small">
                      {who ?? t('points.gone')} · {format.moment(at)}
                    </p>
                  </div>
                ),
              },
              {
                accessor: 'points',
                title: t('points.cost'),
                textAlign: 'right',
                render: ({ points }) => format.count(points),
              },
              { accessor: 'display_code', title: t('points.ticket'), noWrap: true, visibleMediaQuery: MIDDLE },
              {
                accessor: 'status',
                title: t('points.state'),
                render: ({ status, undone_at: at, undo_reason: why, undone_by: by }) =>
                  at === null ? (
                    <StatusDot tone={status === 'DELIVERED' ? 'ok' : 'idle'}>{t(`word.ticket.${status}`)}</StatusDot>
                  ) : (
                    <StatusDot tone="warn">{t('points.undone', { by: by ?? '', why: why ?? '' })}</StatusDot>
                  ),
              },
              {
                accessor: 'id',
                title: t('act.actions'),
                render: (redemption) =>
                  canUndo(redemption) && (
                    <Button variant="light" onClick={() => setUndoing(redemption)}>
                      {t('points.undo')}
                    </Button>
                  ),
              },
            ]}
          />
        )}
      </AnswerOf>
      {undoing && (
        <ReasonSheet
          title={t('points.undo')}
          detail={t('points.undo_detail', { name: undoing.name, points: format.count(undoing.points) })}
          submit={t('points.undo')}
          danger
          busy={undo.busy}
          failure={undo.failure}
          onClose={() => setUndoing(null)}
          onConfirm={(reason) => void undo.run(reason)}
        />
      )}
    </>
  );
}
