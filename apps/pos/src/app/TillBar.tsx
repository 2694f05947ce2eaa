import { Clock, Initial, Wordmark } from '@libs/ui';
import { IconChevronDown, IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LinkBadge } from './LinkBadge';
import { lockTill } from './lock';
import { OpenPaymentsBadge } from './OpenPaymentsBadge';
import type { Me, Session } from './wire';

interface TillBarProps {
  readonly me: Me;
  readonly session: Session | null;
  /** Opens what can be done at this register; absent where nothing can. */
  readonly onMenu?: () => void;
  /** Shows the card payments of the session that are not settled. */
  readonly withPayments?: boolean;
}

/** The first line of a till: where, how the network is, what time, and whose it is. One tap on the own name locks. */
export function TillBar({ me, session, onMenu, withPayments = false }: TillBarProps): ReactNode {
  const { t } = useTranslation();
  const place = session && [session.register.name, session.register.place].filter(Boolean).join(', ');
  return (
    <header className="n-topbar pos-bar">
      <Wordmark>{me.venue.name}</Wordmark>
      {place &&
        (onMenu ? (
          <button type="button" className="n-press pos-bar__place" aria-haspopup="dialog" onClick={onMenu}>
            <span>{place}</span>
            <IconChevronDown size={20} stroke={1.8} aria-hidden />
          </button>
        ) : (
          <span className="n-topbar__place">{place}</span>
        ))}
      <div className="n-topbar__end">
        {withPayments && session && <OpenPaymentsBadge employeeId={me.employee.id} sessionId={session.id} />}
        <LinkBadge />
        <Clock timeZone={me.venue.time_zone} />
        <button type="button" className="n-press pos-bar__person" onClick={lockTill}>
          <Initial name={me.employee.name} />
          <span className="pos-bar__name">{me.employee.name.split(' ')[0]}</span>
          <span className="n-hidden">, {t('bar.lock')}</span>
          <IconLock size={22} stroke={1.7} aria-hidden />
        </button>
      </div>
    </header>
  );
}
