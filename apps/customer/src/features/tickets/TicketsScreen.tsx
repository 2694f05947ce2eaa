import { EmptyState } from '@libs/ui';
import { IconScan } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { entriesQuery, ticketsQuery } from '../../app/queries';
import { Page } from '../../parts/Page';
import { QueryState } from '../../parts/QueryState';
import { EntryCard } from './EntryCard';
import { TicketCard } from './TicketCard';
import './tickets.css';

/** Everything that lets me in or is handed over to me. What was known last stays when the network is gone. */
export function TicketsScreen(): ReactNode {
  const { t } = useTranslation();
  const entries = useQuery(entriesQuery);
  const tickets = useQuery(ticketsQuery);
  // An entry has a ticket too; it is shown as what it is.
  const drinks = tickets.data?.filter(({ ticket_type: type }) => type !== 'entry');
  return (
    <Page title={t('tickets.title')} width="wide">
      <section className="guest-section" aria-labelledby="tickets-drinks">
        <h2 id="tickets-drinks" className="guest-section__title">
          {t('tickets.drinks')}
        </h2>
        {!drinks && <QueryState query={tickets} />}
        {drinks?.length === 0 && <EmptyState title={t('tickets.no_drinks')} detail={t('tickets.no_drinks_detail')} />}
        <div className="guest-cards">
          {drinks?.map((ticket) => (
            <TicketCard key={ticket.uuid} ticket={ticket} />
          ))}
        </div>
        <Link to="/tickets/claim" className="n-press n-button n-button--plain">
          <IconScan size={24} stroke={1.8} aria-hidden />
          {t('tickets.claim')}
        </Link>
      </section>
      <section className="guest-section" aria-labelledby="tickets-entries">
        <h2 id="tickets-entries" className="guest-section__title">
          {t('tickets.entries')}
        </h2>
        {!entries.data && <QueryState query={entries} />}
        {entries.data?.length === 0 && (
          <EmptyState
            title={t('tickets.no_entries')}
            detail={t('tickets.no_entries_detail')}
            action={
              <Link to="/events" className="n-press n-button n-button--plain">
                {t('tickets.see_events')}
              </Link>
            }
          />
        )}
        <div className="guest-cards">
          {entries.data?.map((entry) => (
            <EntryCard key={entry.uuid} entry={entry} />
          ))}
        </div>
        <Link to="/tickets/receive" className="n-press n-button n-button--plain">
          {t('receive.title')}
        </Link>
      </section>
    </Page>
  );
}
