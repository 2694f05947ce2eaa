import { formatCLP } from '@libs/ui';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PartyEvent } from '../app/wire';
import { eveningInWords } from './when';

interface EventCardProps {
  readonly event: PartyEvent;
  readonly heading?: 'h2' | 'h3';
}

/** A party in short; leads to its entries. */
export function EventCard({ event, heading: Heading = 'h2' }: EventCardProps): ReactNode {
  const { t, i18n } = useTranslation();
  const cheapest = Math.min(...event.prices.map(({ price }) => price));
  const price =
    event.prices.length === 0
      ? null
      : Math.max(...event.prices.map(({ price: each }) => each)) === 0
        ? t('event.free')
        : t('event.from', { amount: formatCLP(cheapest) });
  return (
    <article className="guest-event">
      <EventImage src={event.image_url} />
      <div className="guest-event__text">
        <p className="guest-event__when">
          {event.is_open ? t('event.now') : eveningInWords(event.date, event.doors_open_at, i18n.language)}
        </p>
        <Heading className="guest-event__name">
          <Link to="/events/$id" params={{ id: event.uuid }} className="n-press guest-event__link">
            {event.name}
          </Link>
        </Heading>
        {event.djs.length > 0 && <p className="guest-text2">{event.djs.join(' · ')}</p>}
        <p className="guest-event__price">
          {[price, event.left === 0 ? t('event.sold_out') : null].filter(Boolean).join(' · ')}
        </p>
      </div>
    </article>
  );
}

/** The picture of a party; nothing where there is none or where it does not come. */
export function EventImage({ src }: { readonly src: string | null }): ReactNode {
  const [isGone, setGone] = useState(false);
  if (src === null || isGone) return null;
  return <img className="guest-event__image" src={src} alt="" onError={() => setGone(true)} />;
}
