import { IconChevronRight, IconGlassFull, IconHanger } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ticket } from '../../app/wire';

/** A ticket of mine in short, with what is left on it; leads to its QR. */
export function TicketCard({ ticket }: { readonly ticket: Ticket }): ReactNode {
  const { t } = useTranslation();
  const { uuid, display_code: code, status, items, night, ticket_type: type } = ticket;
  const isOver = status === 'DELIVERED' || status === 'VOID';
  const Icon = type === 'wardrobe' ? IconHanger : IconGlassFull;
  const left = items
    .filter(({ left_qty: qty }) => qty > 0)
    .map(({ left_qty: qty, name }) => `${String(qty)} × ${name}`);
  return (
    <Link to="/tickets/$id" params={{ id: uuid }} className="n-press guest-card" data-over={isOver || undefined}>
      <Icon size={28} stroke={1.6} aria-hidden />
      <span className="guest-card__text">
        <span className="guest-card__name">{isOver ? t(`ticket.${status}`) : left.join(', ')}</span>
        <span className="guest-small">
          {code} · {night.name}
        </span>
      </span>
      <IconChevronRight size={22} stroke={1.8} aria-hidden />
    </Link>
  );
}
