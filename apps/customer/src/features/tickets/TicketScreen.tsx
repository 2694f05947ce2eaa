import { EmptyState, QrCode, useWakeLock } from '@libs/ui';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ticketsQuery } from '../../app/queries';
import type { Ticket } from '../../app/wire';
import { Notice } from '../../parts/Notice';
import { Page } from '../../parts/Page';
import { QueryState } from '../../parts/QueryState';
import './tickets.css';

/** A ticket with its QR and what is left on it, also without network. */
export function TicketScreen(): ReactNode {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/member/tickets/$id' });
  const tickets = useQuery(ticketsQuery);
  useWakeLock();
  const ticket = tickets.data?.find(({ uuid }) => uuid === id);
  if (!ticket) {
    return (
      <Page title={t('tickets.title')} back="/tickets">
        {tickets.data ? <EmptyState title={t('ticket.gone')} /> : <QueryState query={tickets} />}
      </Page>
    );
  }
  const { status, qr, display_code: code, night } = ticket;
  return (
    <Page title={code} back="/tickets">
      <p className="guest-text2">{night.name}</p>
      {qr !== null && status !== 'DELIVERED' ? (
        <div className="guest-code">
          <QrCode value={qr} size={360} />
          <p className="guest-text2">{t('ticket.show')}</p>
        </div>
      ) : (
        <Notice tone="info">{t(status === 'VOID' ? 'ticket.void_detail' : 'ticket.delivered_detail')}</Notice>
      )}
      <Items ticket={ticket} />
    </Page>
  );
}

function Items({ ticket }: { readonly ticket: Ticket }): ReactNode {
  const { t } = useTranslation();
  return (
    <ul className="guest-items" aria-label={t('ticket.left')}>
      {ticket.items.map(({ name, note, qty, left_qty: left }, line) => (
        <li key={`${name}-${String(line)}`} data-over={left === 0 || undefined}>
          <span>
            {name}
            {note && <span className="guest-small"> {note}</span>}
          </span>
          <span>{t('ticket.left_of', { left, qty })}</span>
        </li>
      ))}
    </ul>
  );
}
