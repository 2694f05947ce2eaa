import { BigButton, EmptyState, formatCLP } from '@libs/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { transactionsQuery } from '../../app/queries';
import type { Transaction } from '../../app/wire';
import { QueryState } from '../../parts/QueryState';
import { momentInWords } from '../../parts/when';

/** What moved my pesos, the latest first, with what was there after each. */
export function History(): ReactNode {
  const { t } = useTranslation();
  const history = useInfiniteQuery(transactionsQuery);
  const rows = history.data?.pages.flat();
  return (
    <section className="guest-section" aria-labelledby="history-title">
      <h2 id="history-title" className="guest-section__title">
        {t('history.title')}
      </h2>
      {!rows && <QueryState query={history} />}
      {rows?.length === 0 && <EmptyState title={t('history.none')} detail={t('history.none_detail')} />}
      {rows && rows.length > 0 && (
        <ul className="guest-history">
          {rows.map((row) => (
            <Row key={row.uuid} row={row} />
          ))}
        </ul>
      )}
      {history.hasNextPage && (
        <BigButton look="quiet" busy={history.isFetchingNextPage} onPress={() => void history.fetchNextPage()}>
          {t('history.more')}
        </BigButton>
      )}
    </section>
  );
}

function Row({ row }: { readonly row: Transaction }): ReactNode {
  const { t, i18n } = useTranslation();
  const came = row.amount > 0;
  return (
    <li className="guest-move">
      <span className="guest-move__what">
        <span className="guest-move__kind">{t(`history.kind.${row.kind}`)}</span>
        <span className="guest-small">
          {momentInWords(row.occurred_at, i18n.language)}
          {row.reason ? ` · ${row.reason}` : ''}
        </span>
      </span>
      <span className="guest-move__sums">
        <span className="guest-move__amount">{came ? `+${formatCLP(row.amount)}` : formatCLP(row.amount)}</span>
        <span className="guest-small">{t('history.after', { amount: formatCLP(row.balance) })}</span>
      </span>
    </li>
  );
}
