import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Sale, TicketDetail } from '../../app/wire';
import { useFormat } from '../../parts/format';
import { AnswerOf } from '../../parts/Problem';
import { ticketQuery } from './api';

type Ticket = NonNullable<Sale['ticket']>;

/** What is left on a ticket, and everything that happened to it. */
export function TicketStory({ ticket }: { readonly ticket: Ticket }): ReactNode {
  const { t } = useTranslation();
  const query = useQuery(ticketQuery(ticket.id));
  return (
    <section className="a-stack">
      <div>
        <h3 className="a-title">
          {t('sales.ticket', { code: ticket.display_code })}{' '}
          <span className="a-pill">{t(`word.ticket.${ticket.status}`)}</span>
        </h3>
        <p className="a-quiet a-small">{t('sales.printed', { count: ticket.print_count })}</p>
        <table className="a-lines">
          <tbody>
            {ticket.items.map((item) => (
              <tr key={item.id}>
                <th scope="row">
                  {item.name}
                  {item.note && <span className="s-under">{item.note}</span>}
                </th>
                <td data-figure>{t('sales.delivered', { delivered: item.delivered_qty, qty: item.qty })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <AnswerOf of={query}>{({ log }) => <Log log={log} />}</AnswerOf>
    </section>
  );
}

function Log({ log }: { readonly log: TicketDetail['log'] }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div>
      <h3 className="a-title">{t('sales.log')}</h3>
      {log.length === 0 && <p className="a-quiet">{t('sales.no_log')}</p>}
      <ol className="s-log">
        {log.map((entry, index) => (
          <li key={`${entry.at} ${String(index)}`}>
            <time dateTime={entry.at}>{format.time(entry.at)}</time>
            <p>
              <strong>{t(`sales.actions.${entry.action}`)}</strong>
              {entry.note && ` · ${entry.note}`}
              <span className="s-under">
                {[entry.bar_name, entry.employee_name, entry.device_name].filter((part) => part !== null).join(' · ')}
              </span>
            </p>
          </li>
        ))}
      </ol>
    </div>
  );
}
