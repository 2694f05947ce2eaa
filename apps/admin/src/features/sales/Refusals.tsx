import { Button } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Refusal } from '../../app/wire';
import { useFormat } from '../../parts/format';
import { Grid, MIDDLE, ROOMY } from '../../parts/Grid';
import { AnswerOf } from '../../parts/Problem';
import { ReasonSheet } from '../../parts/ReasonSheet';
import { useAct } from '../../parts/useAct';
import { usePages } from '../../parts/usePages';
import { allowTicket, listRefusals } from './api';

const route = getRouteApi('/in/sales');
/** Asked again this often even when no hint comes, ms. */
const EVERY_MS = 10_000;

/** What the bars refuse, as it happens; what may pass is let through with a reason. */
export function Refusals(): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { night } = route.useSearch();
  const pages = usePages(['tickets', 'refusals', night ?? 'all'], (cursor) => listRefusals(night, cursor), {
    refetchInterval: EVERY_MS,
  });
  const [chosen, setChosen] = useState<Refusal | null>(null);
  return (
    <>
      <p className="a-quiet">{t('sales.refused_lead')}</p>
      <AnswerOf of={pages}>
        {(rows) => (
          <Grid<Refusal>
            label={t('sales.refused')}
            rows={rows}
            more={pages.more}
            empty={t('sales.no_refused')}
            columns={[
              { accessor: 'at', title: t('sales.at'), noWrap: true, render: ({ at }) => format.moment(at) },
              {
                accessor: 'display_code',
                title: t('sales.code'),
                noWrap: true,
                visibleMediaQuery: MIDDLE,
                render: ({ display_code }) => (
                  <span className="a-strong">{display_code ?? t('sales.unknown_code')}</span>
                ),
              },
              { accessor: 'detail', title: t('sales.reason') },
              {
                accessor: 'bar_name',
                title: t('sales.where'),
                visibleMediaQuery: ROOMY,
                render: ({ bar_name, employee_name }) =>
                  [bar_name, employee_name].filter((part) => part !== null).join(' · '),
              },
              {
                accessor: 'act',
                title: <span className="n-hidden">{t('act.actions')}</span>,
                textAlign: 'right',
                render: (refusal) =>
                  refusal.can_be_allowed && refusal.ticket_id ? (
                    <Button variant="light" onClick={() => setChosen(refusal)}>
                      {t('sales.allow')}
                    </Button>
                  ) : (
                    <span className="a-quiet a-small">{t('sales.not_allowable')}</span>
                  ),
              },
            ]}
          />
        )}
      </AnswerOf>
      {chosen?.ticket_id && (
        <AllowSheet ticket={chosen.ticket_id} code={chosen.display_code ?? ''} onClose={() => setChosen(null)} />
      )}
    </>
  );
}

interface AllowSheetProps {
  readonly ticket: string;
  readonly code: string;
  readonly onClose: () => void;
}

function AllowSheet({ ticket, code, onClose }: AllowSheetProps): ReactNode {
  const { t } = useTranslation();
  const act = useAct((reason: string, key) => allowTicket(ticket, reason, key), {
    refresh: [['tickets'], ['board']],
    says: t('sales.allow_done'),
    onDone: onClose,
  });
  return (
    <ReasonSheet
      title={t('sales.allow_title', { code })}
      detail={t('sales.allow_lead')}
      submit={t('sales.allow')}
      busy={act.busy}
      failure={act.failure}
      onClose={onClose}
      onConfirm={(reason) => void act.run(reason)}
    />
  );
}
