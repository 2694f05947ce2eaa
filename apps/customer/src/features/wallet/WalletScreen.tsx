import { formatCLP } from '@libs/ui';
import { IconPlus, IconQrcode } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { balanceQuery } from '../../app/queries';
import { Notice } from '../../parts/Notice';
import { Page } from '../../parts/Page';
import { QueryState } from '../../parts/QueryState';
import { History } from './History';
import './wallet.css';

/** What I have, my QR, and what moved it. */
export function WalletScreen(): ReactNode {
  const { t } = useTranslation();
  const balance = useQuery(balanceQuery);
  return (
    <Page title={t('wallet.title')} width="wide">
      <div className="guest-columns">
        <div className="guest-section">
          {balance.data ? (
            <p className="guest-kpi">
              <strong>{formatCLP(balance.data.balance)}</strong>
            </p>
          ) : (
            <QueryState query={balance} />
          )}
          {balance.data?.is_frozen && <Notice>{t('wallet.frozen')}</Notice>}
          <Link to="/wallet/qr" className="n-press n-button n-button--primary n-button--method n-button--wide">
            <IconQrcode size={30} stroke={1.7} aria-hidden />
            {t('wallet.pay')}
          </Link>
          <Link to="/wallet/top-up" className="n-press n-button n-button--plain n-button--wide">
            <IconPlus size={24} stroke={1.8} aria-hidden />
            {t('wallet.top_up')}
          </Link>
          {balance.data && balance.data.balance > 0 && !balance.data.is_frozen && (
            <Link to="/wallet/pay-out" className="n-press guest-link">
              {t('wallet.pay_out')}
            </Link>
          )}
        </div>
        <History />
      </div>
    </Page>
  );
}
