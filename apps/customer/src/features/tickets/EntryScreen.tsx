import { EmptyState, QrCode, useWakeLock } from '@libs/ui';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { entriesQuery } from '../../app/queries';
import { RowLink } from '../../parts/RowLink';
import { Notice } from '../../parts/Notice';
import { Page } from '../../parts/Page';
import { QueryState } from '../../parts/QueryState';
import { eveningInWords } from '../../parts/when';
import { Offered } from './Offered';
import './tickets.css';

/** An entry with its QR, which is there without network too. */
export function EntryScreen(): ReactNode {
  const { t, i18n } = useTranslation();
  const { id } = useParams({ from: '/member/tickets/entry/$id' });
  const entries = useQuery(entriesQuery);
  useWakeLock();
  const entry = entries.data?.find(({ uuid }) => uuid === id);
  if (!entry) {
    return (
      <Page title={t('tickets.entries')} back="/tickets">
        {entries.data ? <EmptyState title={t('entry.gone')} /> : <QueryState query={entries} />}
      </Page>
    );
  }
  const { name, evento: event, status } = entry;
  return (
    <Page title={name} back="/tickets">
      <div>
        <p className="guest-event__djs">{event.name}</p>
        <p className="guest-text2">{eveningInWords(event.date, event.doors_open_at, i18n.language)}</p>
      </div>
      {status === 'VALID' ? (
        <div className="guest-code">
          <QrCode value={entry.qr} size={360} />
          <p className="guest-code__number">{entry.display_code}</p>
          <p className="guest-text2">{t('entry.show')}</p>
        </div>
      ) : (
        <Notice tone="info">{t(`entry.${status}_detail`)}</Notice>
      )}
      {status === 'VALID' && entry.offered_until !== null && <Offered entry={entry} />}
      {status === 'VALID' && entry.offered_until === null && (
        <Link to="/tickets/entry/$id/send" params={{ id }} className="n-press n-button n-button--plain n-button--wide">
          {t('send.title')}
        </Link>
      )}
      {entry.order_uuid !== null && (
        <div className="guest-rows">
          <RowLink to={`/orders/${entry.order_uuid}`}>{t('entry.order')}</RowLink>
        </div>
      )}
    </Page>
  );
}
