import { IconChevronRight, IconDoorEnter } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnEntry } from '../../app/wire';
import { eveningInWords } from '../../parts/when';

/** An entry of mine in short; leads to its QR. */
export function EntryCard({ entry }: { readonly entry: OwnEntry }): ReactNode {
  const { t, i18n } = useTranslation();
  const { uuid, name, evento: event, status, offered_until: offered } = entry;
  const word = status !== 'VALID' ? t(`entry.${status}`) : offered ? t('entry.offered') : null;
  return (
    <Link
      to="/tickets/entry/$id"
      params={{ id: uuid }}
      className="n-press guest-card"
      data-over={status !== 'VALID' || undefined}
    >
      <IconDoorEnter size={28} stroke={1.6} aria-hidden />
      <span className="guest-card__text">
        <span className="guest-card__name">{name}</span>
        <span className="guest-small">
          {event.name} · {eveningInWords(event.date, event.doors_open_at, i18n.language)}
        </span>
        {word && <span className="guest-card__word">{word}</span>}
      </span>
      <IconChevronRight size={22} stroke={1.8} aria-hidden />
    </Link>
  );
}
