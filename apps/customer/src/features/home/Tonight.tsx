import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { eventsQuery, tonightQuery } from '../../app/queries';
import { EventCard } from '../../parts/EventCard';
import { QueryState } from '../../parts/QueryState';

/** Tonight's party, or the next one; silent when there is none at all. */
export function Tonight(): ReactNode {
  const { t } = useTranslation();
  const tonight = useQuery(tonightQuery);
  const events = useQuery({ ...eventsQuery, enabled: tonight.data === null });
  if (tonight.data === undefined) return <QueryState query={tonight} />;
  const event = tonight.data ?? events.data?.[0];
  if (!event) return null;
  return (
    <section className="guest-section" aria-labelledby="tonight-title">
      <h2 id="tonight-title" className="guest-section__title">
        {t(tonight.data ? 'home.tonight' : 'home.next')}
      </h2>
      <EventCard event={event} heading="h3" />
      <Link to="/events" className="n-press guest-link">
        {t('home.all_events')}
      </Link>
    </section>
  );
}
