import { ResultButton, ScanLine, ScanResult, useNow } from '@libs/ui';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNotice } from '../../parts/Notice';
import { secondsUntil } from '../../parts/seconds';
import type { Hand, Press } from '../../scan/flow';
import { restOf } from '../../scan/portions';
import { listOf } from './words';

interface OfGuestProps {
  /** What the server says. */
  readonly detail: string;
  readonly name: string;
  readonly onClose: () => void;
}

/** Amber: it is a guest of the house, and nothing waits for them. */
export function NothingForGuest({ detail, name, onClose }: OfGuestProps): ReactNode {
  const { t } = useTranslation();
  return (
    <ScanResult
      outcome="caution"
      word={t('guest.nothing')}
      corner={name}
      actions={<ResultButton onPress={onClose}>{t('result.another')}</ResultButton>}
    >
      {detail}
    </ScanResult>
  );
}

/** Amber: a printed card that anybody could hold. Somebody else looks at the papers first. */
export function UnconfirmedGuest(props: OfGuestProps & { readonly onConfirm: () => void }): ReactNode {
  const { detail, name, onConfirm, onClose } = props;
  const { t } = useTranslation();
  return (
    <ScanResult
      outcome="caution"
      word={t('guest.unconfirmed')}
      corner={name}
      actions={
        <>
          <ResultButton lesser onPress={onClose}>
            {t('result.another')}
          </ResultButton>
          <ResultButton onPress={onConfirm}>{t('guest.confirm')}</ResultButton>
        </>
      }
    >
      {detail}
    </ScanResult>
  );
}

interface UnsureProps {
  readonly hands: readonly Hand[];
  readonly busy: boolean;
  readonly onAgain: () => void;
  readonly onClose: () => void;
}

/** Dark: nobody knows of some of the tickets whether they counted. Only those are sent again, with their keys. */
export function GuestUnsure({ hands, busy, onAgain, onClose }: UnsureProps): ReactNode {
  const { t } = useTranslation();
  const open = hands.filter(({ fate }) => fate === 'unknown' || fate === 'sent');
  return (
    <ScanResult
      outcome="unknown"
      word={t('result.unsure')}
      corner={open.map(({ press }) => press.ticket.display_code).join(', ')}
      detail={
        <>
          <p>{listOf(open.flatMap(({ press }) => itemsOf(press)))}</p>
          <p>{t('result.unsure_more')}</p>
        </>
      }
      actions={
        <>
          <ResultButton lesser disabled={busy} onPress={onClose}>
            {t('result.leave')}
          </ResultButton>
          <ResultButton busy={busy} onPress={onAgain}>
            {t('result.retry')}
          </ResultButton>
        </>
      }
    >
      {t('result.unsure_detail')}
    </ScanResult>
  );
}

interface HandedProps {
  readonly hands: readonly Hand[];
  readonly undoing: boolean;
  /** Why the undo did not work. */
  readonly problem: unknown;
  readonly onUndo: () => void;
  readonly onClose: () => void;
}

/** How long a confirmation stays unless it is touched, ms. The undo outlives it in the list. */
const SHOWN_MS = 4_000;

/** Written down, over all tickets: what was handed over, what another bar was quicker with, and what is still owed. */
export function HandedResult({ hands, undoing, problem, onUndo, onClose }: HandedProps): ReactNode {
  const { t } = useTranslation();
  const now = useNow(500);
  const done = hands.flatMap(({ delivery }) => (delivery ? [delivery] : []));
  const refused = hands.filter(({ fate }) => fate === 'refused');
  const rest = done.flatMap(({ ticket }) => restOf(ticket));
  const seconds = Math.min(...done.map(({ delivery }) => secondsUntil(delivery.undo_until, now)));
  return (
    <ScanResult
      outcome={done.length === 0 ? 'bad' : refused.length > 0 ? 'caution' : 'ok'}
      word={done.length === 0 ? t('result.refused') : t('confirm.delivered')}
      corner={done.map(({ ticket }) => ticket.display_code).join(', ')}
      closeAfterMs={undoing || problem || refused.length > 0 ? undefined : SHOWN_MS}
      onClose={onClose}
      detail={
        <>
          {refused.map(({ press, detail }) => (
            <p key={press.key} className="bar-rest">
              {t('guest.refused', { items: listOf(itemsOf(press)), code: press.ticket.display_code })} {detail}
            </p>
          ))}
          {done.length > 0 && (
            <p className={rest.length > 0 ? 'bar-rest' : undefined}>
              {rest.length > 0 ? t('confirm.rest', { items: listOf(rest) }) : t('guest.all_given')}
            </p>
          )}
          <FailureNotice error={problem} />
        </>
      }
      actions={
        <>
          {done.length > 0 && seconds > 0 && (
            <ResultButton lesser busy={undoing} onPress={onUndo}>
              {t('confirm.undo', { seconds })}
            </ResultButton>
          )}
          <ResultButton disabled={undoing} onPress={onClose}>
            {t('confirm.next')}
          </ResultButton>
        </>
      }
    >
      {done.flatMap(({ ticket, delivery }) =>
        delivery.items.map((item) => (
          <ScanLine key={`${ticket.id}-${item.name}`} quantity={item.qty} name={item.name} />
        )),
      )}
    </ScanResult>
  );
}

function itemsOf({ ticket, items }: Press): { name: string; qty: number }[] {
  return items.map(({ item_id, qty }) => ({ name: ticket.items.find(({ id }) => id === item_id)?.name ?? '', qty }));
}
