import { formatCLP } from '@libs/ui';
import { IconQrcode } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { balanceQuery, entriesQuery, pointsQuery, ticketsQuery } from '../../app/queries';
import { Page } from '../../parts/Page';
import { RowLink } from '../../parts/RowLink';
import { useMember } from '../../session/current';
import { Tonight } from './Tonight';

/** What matters now: my QR, what I have, and tonight. */
export function HomeScreen(): ReactNode {
  const { t } = useTranslation();
  const member = useMember();
  const entries = useQuery(entriesQuery);
  const points = useQuery(pointsQuery);
  const balance = useQuery(balanceQuery);
  const tickets = useQuery(ticketsQuery);
  const valid = entries.data?.filter(({ status }) => status === 'VALID').length ?? 0;
  const drinks = tickets.data?.flatMap(({ ticket_type: type, items }) => (type === 'delivery' ? items : []));
  const toFetch = drinks?.reduce((sum, { left_qty: left }) => sum + left, 0) ?? 0;
  return (
    <Page title={t('home.hello', { name: member?.name.split(' ')[0] ?? '' })} width="wide">
      <div className="guest-columns">
        <div className="guest-section">
          <Link to="/wallet/qr" className="n-press n-button n-button--primary n-button--method n-button--wide">
            <IconQrcode size={30} stroke={1.7} aria-hidden />
            {t('home.qr')}
          </Link>
          <div className="guest-rows">
            <RowLink to="/wallet" value={balance.data && formatCLP(balance.data.balance)}>
              {t('home.wallet')}
            </RowLink>
            <RowLink to="/tickets" value={tickets.data && String(toFetch)}>
              {t('home.to_fetch')}
            </RowLink>
            <RowLink to="/tickets" value={entries.data && String(valid)}>
              {t('home.entries')}
            </RowLink>
            <RowLink to="/points" value={points.data?.balance.toLocaleString('es-CL')}>
              {t('home.points')}
            </RowLink>
          </div>
        </div>
        <Tonight />
      </div>
    </Page>
  );
}
