import { hasCode, isUnknown } from '@libs/screen';
import { uuidv7 } from '@libs/ui';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { counterOf, guestOf, journalOf, useStored } from '../till/counter-store';
import { EMPTY_CART } from '../till/cart';
import { type PendingSale, refused, send } from '../till/sale-journal';
import { api } from './api';
import type { NewSale, Sale } from './wire';

/** Pause before an unanswered sale is asked for again, ms. */
const ASK_AGAIN_MS = 3_000;

export interface SaleInFlight {
  readonly pending: PendingSale<NewSale> | null;
  readonly busy: boolean;
  /** Nobody knows whether the sale stands. It is asked again until somebody does. */
  readonly unknown: boolean;
  /** Why the server said no. The sale does not stand and the cart is as it was. */
  readonly refusal: unknown;
  readonly place: (sale: NewSale) => void;
  /** Asks again now, same key, same words. */
  readonly again: () => void;
  /** Forgets the refusal, when another charge begins. */
  readonly forget: () => void;
}

/** Sends the pending sale of a person until it is answered. What is sent is written down first. */
export function useSale(
  employeeId: string,
  onDone: (sale: Sale) => void,
  onRefused: (error: unknown) => void,
): SaleInFlight {
  const journal = journalOf<NewSale>(employeeId);
  const pending = useStored(journal);
  const running = useRef(false);
  const [unknown, setUnknown] = useState(false);

  const { mutate, isPending, error, reset } = useMutation({
    mutationFn: (asked: PendingSale<NewSale>) => askForSale(asked),
    onSuccess: (sale) => {
      setUnknown(false);
      journal.set(null);
      counterOf(employeeId).change((counter) => ({ ...counter, cart: EMPTY_CART }));
      guestOf(employeeId).set(null);
      onDone(sale);
    },
    onError: (failure) => {
      setUnknown(isUnknown(failure));
      if (isUnknown(failure)) return;
      journal.change((now) => now && refused(now, uuidv7));
      onRefused(failure);
    },
    onSettled: () => {
      running.current = false;
    },
  });

  const again = (): void => {
    const asked = journal.get();
    if (running.current || !asked?.sent) return;
    running.current = true;
    mutate(asked);
  };
  const place = (sale: NewSale): void => {
    if (running.current) return;
    reset();
    journal.change((now) => now && send(now, sale));
    again();
  };

  const askAgain = useEffectEvent(again);
  useEffect(() => {
    if (!unknown || isPending) return;
    const timer = setTimeout(() => askAgain(), ASK_AGAIN_MS);
    return () => clearTimeout(timer);
  }, [unknown, isPending]);

  return { pending, busy: isPending, unknown, refusal: unknown ? null : error, place, again, forget: reset };
}

/** Places the sale. One that the server knows already under this id is that very sale. */
async function askForSale({ saleId, sent, key }: PendingSale<NewSale>): Promise<Sale> {
  if (!sent) throw new TypeError('nothing was sent');
  try {
    return await api.placeSale(sent, key);
  } catch (error) {
    if (hasCode(error, 'sale.id_taken')) return api.sale(saleId);
    throw error;
  }
}
