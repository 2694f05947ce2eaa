import { useWrite } from '@libs/screen';
import { BigButton, EmptyState, formatCLP, Money } from '@libs/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../app/api';
import { balanceQuery, onSaleQuery } from '../../app/queries';
import type { EntryOnSale, NewOrder, PartyEvent } from '../../app/wire';
import { FailureNotice } from '../../parts/Notice';
import { QueryState } from '../../parts/QueryState';
import { EntryRow } from './EntryRow';
import { HiddenCode } from './HiddenCode';
import { type PayBy, PayChoice } from './PayChoice';

/** What a guest takes of each kind, by its UUID. */
type Taken = Readonly<Record<string, number>>;

/** Choose how many of which, how to pay, and order. */
export function BuyEntries({ event }: { readonly event: PartyEvent }): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [code, setCode] = useState('');
  const [taken, setTaken] = useState<Taken>({});
  const [chosen, setChosen] = useState<PayBy>('wallet');
  const balance = useQuery(balanceQuery).data?.balance;
  const onSale = useQuery(onSaleQuery(event.uuid, code));
  const types = onSale.data ?? [];
  const lines = types.flatMap(({ uuid }) => (taken[uuid] ? [{ entry_type: uuid, qty: taken[uuid] }] : []));
  const total = types.reduce((sum, { uuid, price }) => sum + price * (taken[uuid] ?? 0), 0);
  const isShort = balance !== undefined && balance < total;
  const payBy = isShort ? 'online' : chosen;
  const order = useWrite(
    (body: NewOrder, key) => api.placeOrder(body, key),
    async (placed) => {
      for (const name of ['entries', 'on-sale', 'balance', 'transactions'])
        void queries.invalidateQueries({ queryKey: [name] });
      await navigate({ to: '/orders/$id', params: { id: placed.uuid } });
      if (placed.pay_url !== null) window.location.assign(placed.pay_url);
    },
    JSON.stringify,
  );
  const place = (): void => {
    const pay = total === 0 ? 'free' : payBy;
    order.mutate({ lines, pay, ...(code === '' ? {} : { code }) });
  };
  if (!onSale.data) return <QueryState query={onSale} />;
  return (
    <section className="guest-section" aria-labelledby="buy-title">
      <h2 id="buy-title" className="guest-section__title">
        {t('buy.title')}
      </h2>
      {types.length === 0 && <EmptyState title={t('buy.none')} detail={t('buy.none_detail')} />}
      <ul className="guest-entries">
        {types.map((type) => (
          <EntryRow
            key={type.uuid}
            type={type}
            qty={taken[type.uuid] ?? 0}
            onChange={(qty) => setTaken({ ...taken, [type.uuid]: qty })}
          />
        ))}
      </ul>
      <HiddenCode used={code} found={types.some(isHidden)} onUse={setCode} />
      {lines.length > 0 && (
        <>
          {total > 0 && <PayChoice total={total} balance={balance} chosen={payBy} onChoose={setChosen} />}
          <div className="guest-total">
            <span>{t('buy.total')}</span>
            <Money pesos={total} size="total" />
          </div>
          <FailureNotice error={order.error} />
          <BigButton look="primary" size="method" wide busy={order.isPending} onPress={place}>
            {total === 0 ? t('buy.act_free') : t(`buy.act_${payBy}`, { amount: formatCLP(total) })}
          </BigButton>
        </>
      )}
    </section>
  );
}

const isHidden = ({ is_hidden: hidden }: EntryOnSale): boolean => hidden;
