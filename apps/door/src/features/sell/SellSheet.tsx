import { EmptyState, ErrorState, LoadingState, Money, Sheet } from '@libs/ui';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { onSaleQuery } from '../../app/queries';
import './sell.css';

interface SellSheetProps {
  readonly venueId: string;
  readonly nightId: string;
  readonly onClose: () => void;
}

/** What an entry costs and what is left; it is paid at the till of the door, which this tablet can be as well. */
export function SellSheet({ venueId, nightId, onClose }: SellSheetProps): ReactNode {
  const { t } = useTranslation();
  const { data, isPending, isError, refetch } = useQuery(onSaleQuery(venueId, nightId));
  return (
    <Sheet
      opened
      onClose={onClose}
      title={t('sell.title')}
      footer={
        <a className="n-press n-button n-button--primary n-button--method n-button--wide" href="/pos/">
          {t('sell.to_till')}
        </a>
      }
    >
      {isPending && <LoadingState />}
      {isError && !data && (
        <ErrorState title={t('sell.failed')} detail={t('sell.failed_detail')} onRetry={() => void refetch()} />
      )}
      {data?.length === 0 && <EmptyState title={t('sell.none')} detail={t('sell.none_detail')} />}
      <ul className="door-list">
        {data?.map(({ uuid, name, price, left, is_sold_out: isSoldOut }) => (
          <li key={uuid} className="door-sale">
            <div>
              <p className="door-sale__name">{name}</p>
              <p className="door-text2">{isSoldOut ? t('sell.sold_out') : t('sell.left', { count: left })}</p>
            </div>
            <Money pesos={price} size="price" struck={isSoldOut} />
          </li>
        ))}
      </ul>
      <p className="door-text2">{t('sell.how')}</p>
    </Sheet>
  );
}
