import { EmptyState } from '@libs/ui';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { eventsQuery } from '../../app/queries';
import type { PartyEvent } from '../../app/wire';
import { EventImage } from '../../parts/EventCard';
import { Page } from '../../parts/Page';
import { QueryState } from '../../parts/QueryState';
import { eveningInWords } from '../../parts/when';
import { useMember } from '../../session/current';
import { BuyEntries } from './BuyEntries';
import './events.css';

/** One party: what it is about, and its entries. */
export function EventScreen(): ReactNode {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/open/events/$id' });
  const member = useMember();
  const events = useQuery(eventsQuery);
  const event = events.data?.find(({ uuid }) => uuid === id);
  if (!events.data) return <QueryState query={events} />;
  if (!event) {
    return (
      <Page title={t('events.title')} back="/events">
        <EmptyState title={t('event.gone')} detail={t('event.gone_detail')} />
      </Page>
    );
  }
  return (
    <Page title={event.name} back={member ? '/events' : '/'} width="wide">
      <div className="guest-columns">
        <About event={event} />
        {member ? <BuyEntries event={event} /> : <WayIn path={`/events/${id}`} />}
      </div>
    </Page>
  );
}

function About({ event }: { readonly event: PartyEvent }): ReactNode {
  const { t, i18n } = useTranslation();
  return (
    <div className="guest-section">
      <EventImage src={event.image_url} />
      <p className="guest-event__when">
        {event.is_open ? t('event.now') : eveningInWords(event.date, event.doors_open_at, i18n.language)}
      </p>
      {event.djs.length > 0 && <p className="guest-event__djs">{event.djs.join(' · ')}</p>}
      {event.description !== '' && <p className="guest-event__about">{event.description}</p>}
    </div>
  );
}

/** Entries belong to an account. */
function WayIn({ path }: { readonly path: string }): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="guest-section">
      <p className="guest-text2">{t('event.account')}</p>
      <Link to="/register" search={{ next: path }} className="n-press n-button n-button--primary">
        {t('landing.register')}
      </Link>
      <Link to="/login" search={{ next: path }} className="n-press n-button n-button--plain">
        {t('login.act')}
      </Link>
    </div>
  );
}
