import { useLink, useWrite } from '@libs/screen';
import {
  BigButton,
  type CashCount,
  cashCountTotal,
  DenominationCounter,
  formatCLP,
  formatTime,
  signal,
} from '@libs/ui';
import { IconArrowLeft } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../app/api';
import type { CountOutcome, Me, Session } from '../../app/wire';
import { FailureNotice, Notice } from '../../parts/Notice';
import { isHeldByPayment, OpenChargeButton } from '../../parts/OpenChargeButton';
import { type Cart, cartTotal } from '../../till/cart';
import type { HeldCart } from '../../till/held-carts';
import { keepDraft, readDraft } from './draft';
import { SignStep } from './SignStep';
import { ClosedStep } from './ClosedStep';
import './close.css';

interface CloseScreenProps {
  readonly me: Me;
  readonly session: Session;
  readonly held: readonly HeldCart[];
  readonly openCart: Cart;
  /** Leaves, with the session as it is now: open, or none once it is closed. */
  readonly onBack: (now: Session | null) => void;
}

/** Counting without knowing what is expected; one recount; then sent, signed where it has to be. */
export function CloseScreen({ me, session, held, openCart, onBack }: CloseScreenProps): ReactNode {
  const { t } = useTranslation();
  const { link } = useLink();
  const [count, setCount] = useState<CashCount>(() => readDraft(session.id));
  const [outcome, setOutcome] = useState<CountOutcome | null>(null);
  const [counting, setCounting] = useState(session.status !== 'PENDING_CLOSE');
  const [closed, setClosed] = useState<Session | null>(null);
  const send = useWrite(
    (counted: CashCount, key) => api.count(session.id, toWire(counted), key),
    (answer) => {
      signal('ok');
      setOutcome(answer);
      setCounting(false);
    },
  );
  const offline = link === 'offline';
  if (closed) return <ClosedStep session={closed} onDone={() => onBack(null)} />;
  if (!counting) {
    return (
      <SignStep
        session={session}
        outcome={outcome}
        onRecount={() => {
          setCount({});
          keepDraft(session.id, {});
          setCounting(true);
        }}
        onResumed={onBack}
        onClosed={(answer) => {
          keepDraft(session.id, {});
          setClosed(answer);
        }}
      />
    );
  }
  const blocked = held.length > 0 || openCart.length > 0;
  return (
    <div className="pos-page">
      <header className="pos-page__head">
        {outcome === null && (
          <button type="button" className="n-press pos-back" onClick={() => onBack(session)}>
            <IconArrowLeft size={24} stroke={1.8} aria-hidden />
            {t('page.back')}
          </button>
        )}
        <h1 className="pos-page__title">{t('close.title', { register: session.register.name })}</h1>
      </header>
      <div className="pos-page__body pos-count">
        {blocked ? (
          <>
            <Notice>{t('close.held')}</Notice>
            <ul className="pos-list">
              {openCart.length > 0 && (
                <li className="pos-list__row">
                  <span className="pos-list__words">
                    <strong>{t('close.open_cart')}</strong>
                    <span className="pos-text2">{formatCLP(cartTotal(openCart))}</span>
                  </span>
                </li>
              )}
              {held.map((one) => (
                <li key={one.id} className="pos-list__row">
                  <span className="pos-list__words">
                    <strong>{one.cart.map((line) => `${line.qty} ${line.name}`).join(', ')}</strong>
                    <span className="pos-text2">
                      {formatTime(one.heldAt, me.venue.time_zone)} · {formatCLP(cartTotal(one.cart))}
                    </span>
                  </span>
                </li>
              ))}
            </ul>
          </>
        ) : (
          <>
            {offline && <Notice>{t('close.offline')}</Notice>}
            {outcome && <Notice>{t('close.last_count')}</Notice>}
            <DenominationCounter
              value={count}
              disabled={send.isPending}
              onChange={(next) => {
                setCount(next);
                keepDraft(session.id, next);
              }}
            />
            <FailureNotice error={send.error} />
            {isHeldByPayment(send.error) && (
              <OpenChargeButton employeeId={me.employee.id} sessionId={session.id} onTaken={() => onBack(session)} />
            )}
          </>
        )}
      </div>
      <footer className="pos-page__foot">
        {blocked ? (
          <BigButton look="primary" wide onPress={() => onBack(session)}>
            {t('close.to_sales')}
          </BigButton>
        ) : (
          <BigButton look="primary" wide busy={send.isPending} disabled={offline} onPress={() => send.mutate(count)}>
            {t('close.send_count', { amount: formatCLP(cashCountTotal(count)) })}
          </BigButton>
        )}
      </footer>
    </div>
  );
}

/** Denominations as the server takes them: names are texts, and none is left out as nothing. */
function toWire(count: CashCount): Record<string, number> {
  return Object.fromEntries(Object.entries(count).filter(([, pieces]) => pieces > 0));
}
