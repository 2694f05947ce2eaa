import { formatCLP, LoadingState } from '@libs/ui';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { topUpQuery } from '../../app/queries';
import type { TopUp } from '../../app/wire';
import { Page } from '../../parts/Page';
import { QueryState } from '../../parts/QueryState';
import './wallet.css';

/** What became of a top-up. Coming back from the page proves nothing: only the server knows. */
export function TopUpStateScreen(): ReactNode {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/member/wallet/top-up/$id' });
  const queries = useQueryClient();
  const topUp = useQuery(topUpQuery(id));
  const status = topUp.data?.status;
  useEffect(() => {
    if (status !== 'PAID') return;
    for (const name of ['balance', 'transactions']) void queries.invalidateQueries({ queryKey: [name] });
  }, [status, queries]);
  return (
    <Page title={t('top_up.title')} back="/wallet">
      {topUp.data ? <State topUp={topUp.data} /> : <QueryState query={topUp} />}
    </Page>
  );
}

/** Of what was charged and could not be had the API tells a code. */
function whyFailed(outcome: string | null) {
  if (outcome === 'DECLINED') return 'top_up.declined';
  return outcome?.includes('.') ? 'top_up.charged' : 'top_up.not_paid';
}

function State({ topUp }: { readonly topUp: TopUp }): ReactNode {
  const { t } = useTranslation();
  const amount = formatCLP(topUp.amount);
  if (topUp.status === 'PAID') {
    return (
      <div className="guest-outcome" data-outcome="ok" role="status">
        <IconCheck size={56} stroke={2.2} aria-hidden />
        <h2>{t('top_up.paid', { amount })}</h2>
        <Link to="/wallet" className="n-press n-button n-button--primary n-button--wide">
          {t('top_up.to_wallet')}
        </Link>
      </div>
    );
  }
  if (topUp.status === 'FAILED') {
    return (
      <div className="guest-outcome" data-outcome="bad" role="status">
        <IconX size={56} stroke={2.2} aria-hidden />
        <h2>{t('top_up.failed')}</h2>
        <p className="guest-text2">{t(whyFailed(topUp.outcome))}</p>
        <Link to="/wallet/top-up" className="n-press n-button n-button--primary n-button--wide">
          {t('top_up.again')}
        </Link>
      </div>
    );
  }
  return (
    <div className="guest-outcome">
      <LoadingState label={t('top_up.waiting', { amount })} />
      {topUp.payment_url !== null && (
        <a href={topUp.payment_url} className="n-press n-button n-button--plain n-button--wide">
          {t('top_up.to_page')}
        </a>
      )}
      <p className="guest-text2">{t('top_up.waiting_detail')}</p>
    </div>
  );
}
