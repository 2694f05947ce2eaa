import { formatCLP, QrCode } from '@libs/ui';
import { type ReactNode, useEffect } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { Printed, Sale } from '../app/wire';
import './print.css';

interface PrintedTicketProps {
  readonly sale: Sale;
  readonly ticket: Printed;
  readonly venue: string;
  readonly timeZone: string;
  readonly onPrinted: () => void;
}

/** The ticket on paper, 80 mm, through the browser's print: nothing else of the page is printed. */
export function PrintedTicket({ sale, ticket, venue, timeZone, onPrinted }: PrintedTicketProps): ReactNode {
  const { t } = useTranslation();
  useEffect(() => {
    window.addEventListener('afterprint', onPrinted, { once: true });
    window.print();
    return () => window.removeEventListener('afterprint', onPrinted);
  }, [onPrinted]);
  return createPortal(
    <article className="pos-ticket" aria-hidden>
      <h1>{venue}</h1>
      {sale.is_test && <p className="pos-ticket__mark">{t('print.test')}</p>}
      {ticket.is_reprint && <p className="pos-ticket__mark">{t('print.reprint', { count: ticket.print_count })}</p>}
      <QrCode value={ticket.qr} size={264} />
      <p className="pos-ticket__code">{ticket.display_code}</p>
      <ul>
        {sale.lines.map((line) => (
          <li key={line.id}>
            <span>
              {line.qty} × {line.name}
              {line.note && <em> ({line.note})</em>}
            </span>
            <span>{formatCLP(line.total_amount)}</span>
          </li>
        ))}
        <li className="pos-ticket__total">
          <span>{sale.is_courtesy ? t('cart.courtesy') : t('cart.total')}</span>
          <span>{formatCLP(sale.total_amount)}</span>
        </li>
      </ul>
      {sale.cash_rounding !== 0 && <p>{t('print.rounding', { amount: formatCLP(sale.cash_rounding) })}</p>}
      <p>{t('print.iva', { amount: formatCLP(sale.iva_amount) })}</p>
      <p>
        {sale.register_name} · {sale.employee.name} · {dayAndTime(sale.placed_at, timeZone)}
      </p>
    </article>,
    document.body,
  );
}

/** Day and time on the venue's clock, as Chile writes it. */
function dayAndTime(instant: string, timeZone: string): string {
  const words = new Intl.DateTimeFormat('es-CL', {
    dateStyle: 'short',
    timeStyle: 'short',
    hourCycle: 'h23',
    timeZone,
  });
  return words.format(new Date(instant));
}
