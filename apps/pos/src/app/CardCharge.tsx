import { formatCLP, useToast, uuidv7 } from '@libs/ui';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CardScreen } from '../features/charge/CardScreen';
import { methodsOf } from '../parts/methods';
import type { CardAttempt } from '../till/card';
import { cardAgain, cardOver, completesSale, sharePaid } from '../till/card-attempt';
import { journalOf } from '../till/counter-store';
import { setAside } from './open-payments';
import { useTill } from './till-context';
import { useCard } from './use-card';
import type { SaleInFlight } from './use-sale';
import type { NewSale } from './wire';

interface CardChargeProps {
  readonly attempt: CardAttempt<NewSale>;
  readonly sale: SaleInFlight;
  /** The card is settled and the sale is not paid: by which way it goes on, or null when the till is free. */
  readonly onWay: (way: 'cash' | 'card' | 'split' | null) => void;
  /** The server would not even begin. */
  readonly onRefused: (error: unknown) => void;
}

/** Charges the card that is written down, and goes on to the sale, to the other guests, or to another way of payment. */
export function CardCharge({ attempt, sale, onWay, onRefused }: CardChargeProps): ReactNode {
  const { t } = useTranslation();
  const toast = useToast();
  const queries = useQueryClient();
  const { me, register } = useTill();
  const journal = journalOf<NewSale>(me.employee.id);
  const sell = (): void => {
    const now = journal.get();
    if (now?.card?.intentId !== attempt.intentId) return;
    if (completesSale(now)) return sale.place(attempt.sale);
    journal.set(sharePaid(now));
    onWay('split');
  };
  const card = useCard(me.employee.id, attempt, {
    onApproved: sell,
    onRefused: (error) => {
      onRefused(error);
      onWay(attempt.partId === null ? 'card' : 'split');
    },
  });
  return (
    <CardScreen
      key={attempt.intentId}
      attempt={attempt}
      card={card}
      primary={register?.primary_provider ?? null}
      backup={register?.backup_provider ?? null}
      cashAllowed={methodsOf(register).includes('cash')}
      refusal={sale.refusal}
      selling={sale.busy}
      onSellAgain={sell}
      onAgain={(choice) => journal.change((now) => now && cardAgain(now, uuidv7(), uuidv7(), choice))}
      onOtherWay={(way) => {
        journal.change((now) => now && cardOver(now, attempt.intentId));
        sale.forget();
        onWay(attempt.partId === null ? way : 'split');
      }}
      onAside={() => {
        setAside(me.employee.id, attempt.intentId);
        toast({ text: t('card.aside_done', { amount: formatCLP(attempt.amount) }), outcome: 'caution' });
        void queries.invalidateQueries({ queryKey: ['open-payments'] });
        onWay(null);
      }}
    />
  );
}
