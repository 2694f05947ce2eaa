import { BigButton, Money, QrCode, useNow } from '@libs/ui';
import { IconCheck, IconPrinter, IconReceiptRefund, IconSwitchHorizontal } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Sale } from '../../app/wire';
import type { PrintState } from '../../parts/usePrintTicket';
import { methodWords } from './method-words';
import './receipt.css';

/** How long the way of payment may be changed, ms; the server decides in the end. */
const CHANGE_FOR_MS = 120_000;

interface DonePanelProps {
  readonly sale: Sale;
  /** When the answer came, ms since the epoch. */
  readonly doneAt: number;
  /** What the guest earned by it; null while that is not counted, or without a guest. */
  readonly points: number | null;
  readonly print: PrintState;
  readonly onPrint: () => void;
  readonly onChangeMethod: () => void;
  readonly onCancel: () => void;
}

/** The sale stands: the change, the QR, and what may still be done about it. The next product starts the next sale. */
export function DonePanel(props: DonePanelProps): ReactNode {
  const { sale, doneAt, print, onPrint, onChangeMethod, onCancel } = props;
  const { t } = useTranslation();
  const now = useNow(1_000);
  const [shownAt] = useState(() => Date.now());
  const leftS = Math.ceil((doneAt + CHANGE_FOR_MS - Math.max(now, shownAt)) / 1_000);
  const { ticket } = sale;
  // The provider or the wallet has the money: that is a refund, and not a slip of the finger.
  const byProvider = sale.payments.some((payment) => payment.payment_intent_id !== null || payment.method === 'wallet');
  const units = sale.lines.reduce((sum, line) => sum + line.qty, 0);
  const figure = figureOf(sale);
  const words = [
    methodWords(sale, t),
    t('done.products', { count: units }),
    print.printed ? t('done.printed') : null,
    sale.is_test ? t('register.test') : null,
  ];
  return (
    <>
      <header className="pos-cart__head">
        <h1 className="pos-cart__title">{ticket ? t('done.ticket', { code: ticket.display_code }) : t('done.sale')}</h1>
      </header>
      <div className="pos-done">
        <p className="pos-done__ok" role="status">
          <IconCheck size={26} stroke={2.4} aria-hidden />
          {sale.is_courtesy ? t('done.courtesy') : t('done.ok')}
        </p>
        <div className="pos-done__change">
          <span>{t(`done.${figure.about}`)}</span>
          <Money pesos={figure.pesos} size="change" />
          <p>{words.filter(Boolean).join(' · ')}</p>
          {props.points !== null && props.points > 0 && (
            <p className="pos-done__points" role="status">
              {t('done.points', { count: props.points })}
            </p>
          )}
        </div>
        {ticket?.qr && <QrCode value={ticket.qr} size={256} number={ticket.display_code} />}
        {print.problem && (
          <p className="pos-done__problem" role="alert">
            {print.problem}
          </p>
        )}
      </div>
      <div className="pos-done__acts">
        <BigButton icon={<IconPrinter size={22} stroke={1.7} />} busy={print.busy} disabled={!ticket} onPress={onPrint}>
          {print.count > 0 ? t('done.reprint') : t('done.print')}
        </BigButton>
        <BigButton icon={<IconReceiptRefund size={22} stroke={1.7} />} onPress={onCancel}>
          {t('done.cancel')}
        </BigButton>
        {!sale.is_courtesy && !byProvider && leftS > 0 && (
          <BigButton look="quiet" wide icon={<IconSwitchHorizontal size={20} stroke={1.7} />} onPress={onChangeMethod}>
            {t('done.change_method', { time: clock(leftS) })}
          </BigButton>
        )}
        <p className="pos-done__next">{t('done.next')}</p>
      </div>
    </>
  );
}

/** What the person at the till has to read: what goes back into a hand, and without cash what was paid. */
function figureOf(sale: Sale): { readonly about: 'given' | 'change' | 'paid'; readonly pesos: number } {
  if (sale.is_courtesy) return { about: 'given', pesos: listValue(sale) };
  const isCash = sale.payments.some(({ method }) => method === 'cash');
  return isCash ? { about: 'change', pesos: sale.change_amount } : { about: 'paid', pesos: sale.total_amount };
}

function listValue(sale: Sale): number {
  return sale.lines.reduce((sum, line) => sum + line.unit_price * line.qty, 0);
}

function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
