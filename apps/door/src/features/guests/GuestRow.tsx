import { useWrite } from '@libs/screen';
import { BigButton, formatCLP, formatTime, signal, useNow, useToast } from '@libs/ui';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type ListedGuest } from '../../app/api';
import { FailureNotice } from '../../parts/Notice';
import { guestState } from '../../parts/guest-state';

interface GuestRowProps {
  readonly guest: ListedGuest;
  readonly timeZone: string;
  readonly offline: boolean;
  /** It is asked how many come in. */
  readonly open: boolean;
  readonly onOpen: () => void;
}

/** A guest with those who come along: all of them in two presses, or a part now and the rest later. */
export function GuestRow({ guest, timeZone, offline, open, onOpen }: GuestRowProps): ReactNode {
  const { t } = useTranslation();
  const now = useNow(10_000);
  const state = guestState(guest, now);
  const { name, plus, left, price } = guest;
  const more = {
    open: t('guests.left', { left, of: plus + 1 }),
    arrived: t('guests.all_in', { count: plus + 1 }),
    must_pay: t('guests.must_pay', { price: formatCLP(price ?? 0) }),
    over: t('guests.over', { time: guest.expires_at ? formatTime(guest.expires_at, timeZone) : '' }),
    closed: t('guests.closed'),
  }[state];
  return (
    <li className="door-guest" data-state={state}>
      <div className="door-guest__head">
        <div className="door-guest__who">
          <p className="door-guest__name">{plus > 0 ? t('guests.name_plus', { name, plus }) : name}</p>
          <p className="door-guest__more">
            {[more, guest.list_name, guest.owner_name, guest.note].filter(Boolean).join(' · ')}
          </p>
        </div>
        {state === 'open' && !open && (
          <BigButton disabled={offline} onPress={onOpen}>
            {t('guests.let_in')}
            <span className="n-hidden"> {name}</span>
          </BigButton>
        )}
      </div>
      {state === 'open' && open && <HowMany key={left} guest={guest} offline={offline} onDone={onOpen} />}
    </li>
  );
}

interface HowManyProps {
  readonly guest: ListedGuest;
  readonly offline: boolean;
  readonly onDone: () => void;
}

function HowMany({ guest, offline, onDone }: HowManyProps): ReactNode {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const toast = useToast();
  const [people, setPeople] = useState(guest.left);
  const refresh = (): void => {
    for (const list of ['guests', 'heads', 'crossings']) void queries.invalidateQueries({ queryKey: [list] });
  };
  const letIn = useWrite(
    (count: number, key) => api.checkIn(guest.id, count, key),
    (_, count) => {
      signal('ok');
      toast({ text: t('guests.done', { count, name: guest.name }), outcome: 'ok' });
      refresh();
      onDone();
    },
    (count) => `${guest.id} ${String(count)}`,
  );
  const { error, isPending } = letIn;
  return (
    <div className="door-guest__many">
      {guest.left > 1 && (
        <div className="door-step" role="group" aria-label={t('guests.how_many', { name: guest.name })}>
          <button
            type="button"
            className="n-press door-step__key"
            aria-label={t('guests.one_less')}
            disabled={people === 1 || isPending}
            onClick={() => setPeople(people - 1)}
          >
            <IconMinus size={32} stroke={2.4} aria-hidden />
          </button>
          <output className="door-step__number">{people}</output>
          <button
            type="button"
            className="n-press door-step__key"
            aria-label={t('guests.one_more')}
            disabled={people === guest.left || isPending}
            onClick={() => setPeople(people + 1)}
          >
            <IconPlus size={32} stroke={2.4} aria-hidden />
          </button>
        </div>
      )}
      <BigButton
        look="primary"
        size="method"
        wide
        busy={isPending}
        disabled={offline}
        onPress={() => letIn.mutate(people, { onError: refresh })}
      >
        {t('guests.come_in', { count: people })}
      </BigButton>
      <FailureNotice error={error} />
    </div>
  );
}
