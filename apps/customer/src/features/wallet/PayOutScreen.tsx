import { useWrite } from '@libs/screen';
import { BigButton, EmptyState, formatCLP, Money } from '@libs/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../app/api';
import { balanceQuery } from '../../app/queries';
import { FailureNotice } from '../../parts/Notice';
import { Page } from '../../parts/Page';
import { QueryState } from '../../parts/QueryState';
import './wallet.css';

/** Takes the balance home, to the cards that it came from. */
export function PayOutScreen(): ReactNode {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const balance = useQuery(balanceQuery);
  const payOut = useWrite(
    (_: null, key) => api.payOut(key),
    () => {
      for (const name of ['balance', 'transactions']) void queries.invalidateQueries({ queryKey: [name] });
    },
  );
  if (payOut.data) {
    const { amount, balance: left } = payOut.data;
    return (
      <Page title={t('pay_out.title')} back="/wallet">
        <div className="guest-outcome" data-outcome="ok" role="status">
          <h2>{t('pay_out.done', { amount: formatCLP(amount) })}</h2>
          <p className="guest-text2">{t('pay_out.done_detail')}</p>
          {left > 0 && <p className="guest-text2">{t('pay_out.left', { amount: formatCLP(left) })}</p>}
          <Link to="/wallet" className="n-press n-button n-button--primary n-button--wide">
            {t('top_up.to_wallet')}
          </Link>
        </div>
      </Page>
    );
  }
  return (
    <Page title={t('pay_out.title')} back="/wallet">
      {!balance.data && <QueryState query={balance} />}
      {balance.data?.balance === 0 && <EmptyState title={t('pay_out.nothing')} />}
      {balance.data && balance.data.balance > 0 && (
        <>
          <div className="guest-total">
            <span>{t('pay_out.have')}</span>
            <Money pesos={balance.data.balance} size="total" />
          </div>
          <ul className="guest-list">
            {(['cards', 'days', 'cash'] as const).map((line) => (
              <li key={line}>{t(`pay_out.${line}`)}</li>
            ))}
          </ul>
          <FailureNotice error={payOut.error} />
          <BigButton look="danger" wide busy={payOut.isPending} onPress={() => payOut.mutate(null)}>
            {t('pay_out.act')}
          </BigButton>
        </>
      )}
    </Page>
  );
}
