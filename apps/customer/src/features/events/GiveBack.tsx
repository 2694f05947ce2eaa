import { useWrite } from '@libs/screen';
import { BigButton, signal } from '@libs/ui';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../app/api';
import type { Order } from '../../app/wire';
import { FailureNotice } from '../../parts/Notice';

/** Gives the unused entries of an order back; the house says until when. */
export function GiveBack({ order }: { readonly order: Order }): ReactNode {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const refund = useWrite(
    (to: 'wallet' | 'original', key) => api.refundOrder(order.uuid, to, key),
    async () => {
      signal('ok');
      for (const name of ['entries', 'balance', 'transactions']) void queries.invalidateQueries({ queryKey: [name] });
      await queries.invalidateQueries({ queryKey: ['order', order.uuid] });
    },
    (to) => to,
  );
  return (
    <details className="guest-more">
      <summary>{t('give_back.title')}</summary>
      <div className="guest-section">
        <p className="guest-text2">{t('give_back.detail')}</p>
        <FailureNotice error={refund.error} />
        <BigButton look="danger" wide busy={refund.isPending} onPress={() => refund.mutate('wallet')}>
          {t('give_back.wallet')}
        </BigButton>
        {order.pay === 'online' && (
          <BigButton look="danger" wide busy={refund.isPending} onPress={() => refund.mutate('original')}>
            {t('give_back.card')}
          </BigButton>
        )}
      </div>
    </details>
  );
}
