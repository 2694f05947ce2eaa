import { EmptyState } from '@libs/ui';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { eventsQuery } from '../../app/queries';
import { EventCard } from '../../parts/EventCard';
import { Page } from '../../parts/Page';
import { QueryState } from '../../parts/QueryState';

/** The parties to come, the next one first. */
export function EventsScreen(): ReactNode {
  const { t } = useTranslation();
  const events = useQuery(eventsQuery);
  return (
    <Page title={t('events.title')} width="wide">
      {!events.data && <QueryState query={events} />}
      {events.data?.length === 0 && <EmptyState title={t('events.none')} detail={t('events.none_detail')} />}
      {events.data && events.data.length > 0 && (
        <div className="guest-events">
          {events.data.map((event) => (
            <EventCard key={event.uuid} event={event} />
          ))}
        </div>
      )}
    </Page>
  );
}
