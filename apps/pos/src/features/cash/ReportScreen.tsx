import { ErrorState, formatCLP, LoadingState } from '@libs/ui';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { reportQuery } from '../../app/queries';
import { useTill } from '../../app/till-context';
import { SubPage } from '../../parts/SubPage';
import { TotalsList } from '../../parts/TotalsList';
import './cash.css';

/** The X report: the session so far, for those who may see expected figures. */
export function ReportScreen(): ReactNode {
  const { t } = useTranslation();
  const { session } = useTill();
  const report = useQuery(reportQuery(session.id));
  return (
    <SubPage title={t('report.title')}>
      {report.isPending && <LoadingState />}
      {report.isError && !report.data && (
        <ErrorState detail={t('state.nothing_done')} onRetry={() => void report.refetch()} />
      )}
      {report.data && (
        <div className="pos-report">
          <TotalsList totals={report.data.totals} float={report.data.session.float_amount} />
          <section aria-labelledby="report-products">
            <h2 id="report-products" className="pos-label">
              {t('report.products')}
            </h2>
            <ul className="pos-list">
              {report.data.products.map((product) => (
                <li key={product.name} className="pos-list__row">
                  <span className="pos-list__words">
                    {product.qty} × {product.name}
                  </span>
                  <strong>{formatCLP(product.amount)}</strong>
                </li>
              ))}
            </ul>
          </section>
        </div>
      )}
    </SubPage>
  );
}
