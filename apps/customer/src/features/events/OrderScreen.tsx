import { useWrite } from '@libs/screen';
import { BigButton, formatCLP, Money, useNow } from '@libs/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../app/api';
import { orderQuery } from '../../app/queries';
import type { Order } from '../../app/wire';
import { FailureNotice, Notice } from '../../parts/Notice';
import { Page } from '../../parts/Page';
import { QueryState } from '../../parts/QueryState';
import { countdown } from '../../parts/when';
import { GiveBack } from './GiveBack';
import './events.css';

/** An order: paid with its entries, or its places kept for a while. */
export function OrderScreen(): ReactNode {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/member/orders/$id' });
  const order = useQuery(orderQuery(id));
  if (!order.data) {
    return (
      <Page title={t('order.title')} back="/tickets">
        <QueryState query={order} />
      </Page>
    );
  }
  const { status, night_name: night } = order.data;
  return (
    <Page title={t(`order.${status}`)} back="/tickets">
      <p className="guest-text2">{night}</p>
      <Lines order={order.data} />
      {status === 'PENDING' && <Waiting order={order.data} />}
      {status === 'PAID' && (
        <>
          <Link to="/tickets" className="n-press n-button n-button--primary n-button--wide">
            {t('order.see_entries')}
          </Link>
          {order.data.total_amount > 0 && <GiveBack order={order.data} />}
        </>
      )}
      {order.data.is_refund_due && <Notice tone="info">{t('order.refund_due')}</Notice>}
      {(status === 'EXPIRED' || status === 'CANCELLED') && (
        <Link to="/events/$id" params={{ id: order.data.night_id }} className="n-press n-button n-button--plain">
          {t('order.again')}
        </Link>
      )}
    </Page>
  );
}

function Lines({ order }: { readonly order: Order }): ReactNode {
  const { t } = useTranslation();
  return (
    <div>
      <ul className="guest-lines">
        {order.lines.map(({ entry_type: type, name, qty, unit_price: price }) => (
          <li key={type}>
            <span>
              {qty} × {name}
            </span>
            <Money pesos={qty * price} size="body" />
          </li>
        ))}
      </ul>
      <div className="guest-total">
        <span>{t('buy.total')}</span>
        <Money pesos={order.total_amount} size="total" />
      </div>
      {order.refunded_amount > 0 && (
        <p className="guest-text2">{t('order.refunded', { amount: formatCLP(order.refunded_amount) })}</p>
      )}
    </div>
  );
}

/** Tries to pay that will bring nothing any more. */
const FAILED = new Set(['DECLINED', 'CANCELLED', 'EXPIRED', 'ERROR']);

/** The places are kept until the time is up; the page to pay on, or another try after one that failed. */
function Waiting({ order }: { readonly order: Order }): ReactNode {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const now = useNow(1_000);
  const left = Date.parse(order.expires_at) - now;
  const failed = order.payment_status !== null && FAILED.has(order.payment_status);
  const amount = formatCLP(order.total_amount);
  const show = (answered: Order): void => void queries.setQueryData(orderQuery(order.uuid).queryKey, answered);
  const cancel = useWrite((_: null, key) => api.cancelOrder(order.uuid, key), show);
  const again = useWrite(
    (_: null, key) => api.payOrder(order.uuid, key),
    (answered) => {
      show(answered);
      if (answered.pay_url !== null) window.location.assign(answered.pay_url);
    },
  );
  return (
    <section className="guest-section">
      <p className="guest-hold" role="timer">
        {left > 0 ? t('order.kept', { time: countdown(left) }) : t('order.looking')}
      </p>
      {failed && (
        <Notice tone="bad">{t(order.payment_status === 'DECLINED' ? 'order.declined' : 'order.not_paid')}</Notice>
      )}
      {left > 0 && !failed && order.pay_url !== null && (
        <a href={order.pay_url} className="n-press n-button n-button--primary n-button--method n-button--wide">
          {t('order.pay', { amount })}
        </a>
      )}
      {left > 0 && failed && (
        <BigButton look="primary" size="method" wide busy={again.isPending} onPress={() => again.mutate(null)}>
          {t('order.pay_again', { amount })}
        </BigButton>
      )}
      <FailureNotice error={again.error ?? cancel.error} />
      <BigButton look="quiet" busy={cancel.isPending} onPress={() => cancel.mutate(null)}>
        {t('order.cancel')}
      </BigButton>
    </section>
  );
}
