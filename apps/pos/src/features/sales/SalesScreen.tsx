import { BigButton, EmptyState, ErrorState, formatCLP, formatTime, LoadingState } from '@libs/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../app/api';
import { useTill } from '../../app/till-context';
import type { SaleRow } from '../../app/wire';
import { SubPage } from '../../parts/SubPage';
import { METHODS } from '../../till/split';
import { SaleSheet } from './SaleSheet';
import './sales.css';

/** What this register session sold, newest first: look at one, print it again, take it back. */
export function SalesScreen(): ReactNode {
  const { t } = useTranslation();
  const { me, session } = useTill();
  const [openId, setOpenId] = useState<string | null>(null);
  const sales = useInfiniteQuery({
    queryKey: ['sales', session.id],
    queryFn: ({ pageParam }) => api.sales(session.id, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
    staleTime: 0,
  });
  const rows = sales.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <SubPage title={t('sales.title')}>
      {sales.isPending && <LoadingState />}
      {sales.isError && rows.length === 0 && (
        <ErrorState detail={t('state.nothing_done')} onRetry={() => void sales.refetch()} />
      )}
      {sales.data && rows.length === 0 && <EmptyState title={t('sales.none')} detail={t('sales.none_detail')} />}
      <ul className="pos-list">
        {rows.map((row) => (
          <li key={row.id}>
            <Row row={row} timeZone={me.venue.time_zone} onOpen={() => setOpenId(row.id)} />
          </li>
        ))}
      </ul>
      {sales.hasNextPage && (
        <BigButton wide busy={sales.isFetchingNextPage} onPress={() => void sales.fetchNextPage()}>
          {t('sales.more')}
        </BigButton>
      )}
      {openId && <SaleSheet saleId={openId} onClose={() => setOpenId(null)} />}
    </SubPage>
  );
}

interface RowProps {
  readonly row: SaleRow;
  readonly timeZone: string;
  readonly onOpen: () => void;
}

function Row({ row, timeZone, onOpen }: RowProps): ReactNode {
  const { t } = useTranslation();
  const methods = METHODS.filter((method) => row.methods.includes(method)).map((method) => t(`method.${method}`));
  const words = [
    row.is_courtesy ? t('cart.courtesy') : methods.join(' + '),
    t('done.products', { count: row.item_count }),
    row.is_test ? t('register.test') : null,
  ];
  return (
    <button
      type="button"
      className="n-press pos-salerow"
      data-cancelled={row.is_cancelled || undefined}
      onClick={onOpen}
    >
      <span className="pos-salerow__time">{formatTime(row.placed_at, timeZone)}</span>
      <span className="pos-list__words">
        <strong>{row.display_code ?? t('done.sale')}</strong>
        <span className="pos-text2">{words.filter(Boolean).join(' · ')}</span>
      </span>
      {row.is_cancelled && <span className="pos-tag">{t('sales.cancelled')}</span>}
      <span className="pos-salerow__sum">{formatCLP(row.total_amount)}</span>
    </button>
  );
}
