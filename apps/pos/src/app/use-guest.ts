import { ApiProblem } from '@libs/api-client';
import { factNumber } from '@libs/screen';
import { signal } from '@libs/ui';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { guestOf, journalOf, useStored } from '../till/counter-store';
import { forNobody, isOver, type TillGuest } from '../till/guest';
import { unpayWallet } from '../till/split';
import { api } from './api';
import type { IdentifiedGuest, NewSale } from './wire';

export interface GuestHere {
  readonly guest: TillGuest | null;
  /** They have to show the QR again. */
  readonly isOver: boolean;
  readonly busy: boolean;
  /** Why a code was not taken, or what the server would not do. */
  readonly error: unknown;
  /** Reads a QR or a card's code; one QR after another, never two at once. */
  readonly identify: (code: string, onTaken?: (guest: TillGuest) => void) => void;
  /** Somebody else's yes: the card is this guest's. */
  readonly confirm: (stepUpToken: string) => void;
  readonly remove: () => void;
  /** Money came in at this till. */
  readonly brought: (pesos: number) => void;
  readonly forgetError: () => void;
  /** The server refused a sale: what that tells of the guest is kept, and nothing stays that it would refuse again. */
  readonly refused: (error: unknown) => void;
}

/** The guest whom the sale in progress is for. Outlives a reload, and ends with the sale. */
export function useGuest(employeeId: string): GuestHere {
  const store = guestOf(employeeId);
  const guest = useStored(store);
  const over = useIsOver(guest);
  const take = (told: IdentifiedGuest): void => {
    signal('ok');
    store.set(toGuest(told));
  };
  const reading = useMutation({
    mutationFn: api.identify,
    onSuccess: take,
    onError: () => signal('bad'),
  });
  const confirming = useMutation({
    mutationFn: (stepUpToken: string) => api.confirmGuest(store.get()?.token ?? '', stepUpToken),
    onSuccess: take,
    onError: () => signal('bad'),
  });
  const forgetError = (): void => {
    reading.reset();
    confirming.reset();
  };
  return {
    guest,
    isOver: over,
    busy: reading.isPending || confirming.isPending,
    error: reading.error ?? confirming.error,
    identify: (code, onTaken) => {
      if (reading.isPending) return;
      forgetError();
      reading.mutate(code, { onSuccess: (told) => onTaken?.(toGuest(told)) });
    },
    confirm: (token) => {
      forgetError();
      confirming.mutate(token);
    },
    remove: () => {
      forgetError();
      store.set(null);
    },
    brought: (pesos) => store.change((now) => now && withBalance(now, (now.purse?.balance ?? 0) + pesos)),
    forgetError,
    refused: (error) => {
      if (!(error instanceof ApiProblem)) return;
      const ofGuest = error.code.startsWith('guest.');
      if (!ofGuest && !error.code.startsWith('wallet.')) return;
      const balance = factNumber(error, 'balance');
      if (ofGuest) store.change((now) => now && { ...now, expiresAt: new Date(0).toISOString() });
      else if (error.code === 'wallet.frozen') store.change((now) => now && frozen(now));
      else if (balance !== null) store.change((now) => now && withBalance(now, balance));
      journalOf<NewSale>(employeeId).change(
        (now) =>
          now && {
            ...now,
            parts: unpayWallet(now.parts),
            ...(now.card && ofGuest ? { card: { ...now.card, sale: forNobody(now.card.sale) } } : {}),
          },
      );
    },
  };
}

/** Turns true by itself at the moment. */
function useIsOver(guest: TillGuest | null): boolean {
  const [now, setNow] = useState(() => Date.now());
  const endsAt = guest ? Date.parse(guest.expiresAt) : null;
  useEffect(() => {
    if (endsAt === null) return;
    const timer = setTimeout(() => setNow(Date.now()), Math.max(endsAt - Date.now(), 0) + 50);
    return () => clearTimeout(timer);
  }, [endsAt]);
  return guest !== null && isOver(guest, now);
}

function toGuest(told: IdentifiedGuest): TillGuest {
  const { wallet } = told;
  return {
    token: told.customer_token,
    expiresAt: told.expires_at,
    customerId: told.customer_id,
    firstName: told.first_name,
    isConfirmed: told.is_confirmed,
    purse: wallet ? { balance: wallet.balance, points: wallet.points, isFrozen: wallet.is_frozen } : null,
  };
}

function withBalance(guest: TillGuest, balance: number): TillGuest {
  return guest.purse ? { ...guest, purse: { ...guest.purse, balance } } : guest;
}

function frozen(guest: TillGuest): TillGuest {
  return guest.purse ? { ...guest, purse: { ...guest.purse, isFrozen: true } } : guest;
}
