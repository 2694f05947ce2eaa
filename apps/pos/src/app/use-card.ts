import { factText, hasCode, isUnknown, needsPerson } from '@libs/screen';
import { uuidv7 } from '@libs/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import type { CardAttempt } from '../till/card';
import { cardBegun, cardOver } from '../till/card-attempt';
import { journalOf } from '../till/counter-store';
import type { PendingSale } from '../till/sale-journal';
import { api } from './api';
import { paymentQuery } from './queries';
import type { NewSale, PaymentDetail } from './wire';

/** Pause before an unanswered beginning is asked for again, ms. */
const ASK_AGAIN_MS = 2_000;

export interface CardInFlight {
  /** As the server last told it; null until it has it. */
  readonly intent: PaymentDetail | null;
  /** The last question about it got no answer; what is shown may be old. */
  readonly isStale: boolean;
  readonly keep: (intent: PaymentDetail) => void;
}

interface Events {
  /** The money is there. May be heard more than once. */
  readonly onApproved: () => void;
  /** The server would not begin: nothing was asked of any card. */
  readonly onRefused: (error: unknown) => void;
}

/** Asks for a card payment under one id and key until the server has it, and follows it from then on. */
export function useCard(employeeId: string, attempt: CardAttempt<NewSale>, events: Events): CardInFlight {
  const queries = useQueryClient();
  const { intentId, begun } = attempt;
  const query = paymentQuery(intentId);
  const { data, isError } = useQuery({ ...query, enabled: begun });

  const begin = useEffectEvent(async (isGone: () => boolean): Promise<'again' | 'done'> => {
    const journal = journalOf<NewSale>(employeeId);
    try {
      const intent = await api.beginPayment(toAsk(attempt), attempt.key);
      queries.setQueryData(query.queryKey, intent);
      const skewMs = Date.parse(intent.created_at) - Date.now();
      journal.change((now) => now && cardBegun(now, intentId, skewMs));
    } catch (error) {
      if (needsPerson(error)) void queries.invalidateQueries({ queryKey: ['me'] });
      if (isUnknown(error)) return 'again';
      const openId = hasCode(error, 'payment.still_open') ? factText(error, 'id') : '';
      if (openId !== '') journal.change((now) => now && followOther(now, openId));
      else if (!isGone()) {
        journal.change((now) => now && cardOver(now, intentId));
        events.onRefused(error);
      }
    }
    return 'done';
  });
  useEffect(() => {
    if (begun) return;
    let gone = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async (): Promise<void> => {
      const next = await begin(() => gone);
      if (next === 'again' && !gone) timer = setTimeout(() => void ask(), ASK_AGAIN_MS);
    };
    void ask();
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [intentId, begun]);

  const approved = data?.status === 'APPROVED' && data.refunded_amount < data.amount;
  const tellApproved = useEffectEvent(events.onApproved);
  useEffect(() => {
    if (approved) tellApproved();
  }, [approved, intentId]);

  return {
    intent: data ?? null,
    isStale: isError,
    keep: (intent) => queries.setQueryData(paymentQuery(intent.id).queryKey, intent),
  };
}

function toAsk(attempt: CardAttempt<NewSale>): Parameters<typeof api.beginPayment>[0] {
  const { intentId, amount, sale, useBackup, voucher } = attempt;
  return {
    id: intentId,
    amount,
    sale: { ...sale, id: sale.id ?? '' },
    use_backup: useBackup,
    ...(voucher === null ? {} : { voucher }),
  };
}

/** Another charge of this very sale is not over, begun elsewhere: that one is followed instead. */
function followOther(pending: PendingSale<NewSale>, openId: string): PendingSale<NewSale> {
  const { card } = pending;
  if (!card) return pending;
  const payments = card.sale.payments.map((payment) =>
    payment.payment_intent_id === card.intentId ? { ...payment, payment_intent_id: openId } : payment,
  );
  return {
    ...pending,
    card: { ...card, intentId: openId, key: uuidv7(), sale: { ...card.sale, payments }, begun: true },
  };
}
