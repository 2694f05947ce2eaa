import { Language, Message, messageFor } from '@libs/platform';
import { BoardAlert } from '@libs/sales/infrastructure';

/** What an alert of the board says, in the language of who looks at it. */
export function alertText({ kind, about, code, figure }: BoardAlert, language: Language): Message {
  const es = language === 'es';
  const amount = `$${Math.abs(figure ?? 0).toLocaleString(es ? 'es-CL' : 'en-US')}`;
  switch (kind) {
    case 'ticket_refused':
      return {
        title: es ? 'Ticket rechazado' : 'Ticket refused',
        detail: [about, code && messageFor(code, language, {})?.title].filter(Boolean).join(' · '),
      };
    case 'low_stock':
      return { title: about ?? '', detail: es ? `quedan ${String(figure)}` : `${String(figure)} left` };
    case 'register_difference': {
      const short = (figure ?? 0) < 0;
      const word = es ? (short ? 'Falta' : 'Sobra') : short ? 'Short' : 'Over';
      return { title: about ?? '', detail: `${word} ${amount}` };
    }
    case 'sale_cancelled':
      return { title: es ? `Venta anulada, ${amount}` : `Sale cancelled, ${amount}`, detail: about ?? '' };
  }
}
