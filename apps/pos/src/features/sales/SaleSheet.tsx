import { BigButton, ErrorState, formatCLP, formatTime, LoadingState, QrCode, Sheet, useToast } from '@libs/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { saleQuery } from '../../app/queries';
import { useTill } from '../../app/till-context';
import type { Printed, Sale } from '../../app/wire';
import { CancelSheet } from '../../parts/CancelSheet';
import { Notice } from '../../parts/Notice';
import { PrintedTicket } from '../../parts/PrintedTicket';
import { RefundSheet } from '../../parts/RefundSheet';
import { usePrintTicket } from '../../parts/usePrintTicket';
import { METHODS } from '../../till/split';
import { CardRefund } from './CardRefund';

interface SaleSheetProps {
  readonly saleId: string;
  readonly onClose: () => void;
}

/** One sale: what, how it was paid, how much of it was handed over, and its QR when printed again. */
export function SaleSheet({ saleId, onClose }: SaleSheetProps): ReactNode {
  const { t } = useTranslation();
  const toast = useToast();
  const queries = useQueryClient();
  const { me, register } = useTill();
  const [cancelling, setCancelling] = useState(false);
  const [refunding, setRefunding] = useState<{ intentId: string; amount: number } | null>(null);
  const [ticket, setTicket] = useState<Printed | null>(null);
  const [paper, setPaper] = useState<{ ticket: Printed; sale: Sale } | null>(null);
  const sale = useQuery(saleQuery(saleId));
  const { state, print } = usePrintTicket((printed, of) => setPaper({ ticket: printed, sale: of }));
  const printed = useCallback(() => setPaper(null), []);
  const { data } = sale;
  if (cancelling && data) {
    return (
      <CancelSheet
        sale={data}
        onClose={() => setCancelling(false)}
        onCancelled={(cancelled) => {
          setCancelling(false);
          queries.setQueryData(saleQuery(saleId).queryKey, cancelled);
          void queries.invalidateQueries({ queryKey: ['sales'] });
          toast({ text: t('cancel.done'), outcome: 'ok' });
        }}
      />
    );
  }
  if (refunding) {
    return <RefundSheet {...refunding} onClose={() => setRefunding(null)} onDone={() => setRefunding(null)} />;
  }
  const open = data && !data.is_cancelled;
  return (
    <Sheet
      opened
      onClose={onClose}
      title={data?.ticket?.display_code ?? t('done.sale')}
      footer={
        open && (
          <>
            <BigButton look="danger" onPress={() => setCancelling(true)}>
              {t('done.cancel')}
            </BigButton>
            {data.ticket && (
              <BigButton
                look="primary"
                busy={state.busy}
                onPress={() => void print(data, register).then((answer) => answer && setTicket(answer))}
              >
                {t(data.ticket.print_count + state.count > 0 ? 'done.reprint' : 'done.print')}
              </BigButton>
            )}
          </>
        )
      }
    >
      {sale.isPending && <LoadingState />}
      {sale.isError && !data && <ErrorState detail={t('state.nothing_done')} onRetry={() => void sale.refetch()} />}
      {data && <Detail sale={data} timeZone={me.venue.time_zone} onRefund={setRefunding} />}
      {state.problem && <Notice>{state.problem}</Notice>}
      {ticket && open && <QrCode value={ticket.qr} size={256} number={ticket.display_code} />}
      {paper && (
        <PrintedTicket
          sale={paper.sale}
          ticket={paper.ticket}
          venue={me.venue.name}
          timeZone={me.venue.time_zone}
          onPrinted={printed}
        />
      )}
    </Sheet>
  );
}

interface DetailProps {
  readonly sale: Sale;
  readonly timeZone: string;
  readonly onRefund: (refund: { intentId: string; amount: number }) => void;
}

function Detail({ sale, timeZone, onRefund }: DetailProps): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="pos-stack">
      <p className="pos-text2">
        {formatTime(sale.placed_at, timeZone)} · {sale.register_name} · {sale.employee.name}
      </p>
      {sale.is_cancelled && (
        <Notice tone="bad">{t('sales.cancelled_why', { reason: sale.cancel_reason ?? '' })}</Notice>
      )}
      {sale.is_courtesy && (
        <p className="pos-label">{t('sales.courtesy_why', { reason: sale.courtesy_reason ?? '' })}</p>
      )}
      <ul className="pos-due__lines">
        {sale.lines.map((line) => (
          <li key={line.id}>
            <span>
              {line.qty} × {line.name}
              {line.note && <em>{line.note}</em>}
            </span>
            <span>{formatCLP(line.total_amount)}</span>
          </li>
        ))}
        <li className="pos-sale__total">
          <strong>{t('cart.total')}</strong>
          <strong>{formatCLP(sale.total_amount)}</strong>
        </li>
        {sale.payments.map((payment) => {
          const method = METHODS.find((known) => known === payment.method);
          return (
            <li key={payment.id}>
              <span>
                {method ? t(`method.${method}`) : payment.method}
                {payment.reference && <em>{payment.reference}</em>}
                {payment.change_amount > 0 && (
                  <em>{t('charge.change', { amount: formatCLP(payment.change_amount) })}</em>
                )}
              </span>
              <span>{formatCLP(payment.amount + payment.rounding_amount)}</span>
            </li>
          );
        })}
      </ul>
      {sale.payments.map(
        ({ id, payment_intent_id: intentId }) =>
          intentId !== null && (
            <CardRefund
              key={id}
              intentId={intentId}
              mayRefund={!sale.is_cancelled}
              onRefund={(amount) => onRefund({ intentId, amount })}
            />
          ),
      )}
      {sale.ticket && (
        <p className="pos-text2">
          {t('sales.delivered', {
            delivered: sale.ticket.items.reduce((sum, item) => sum + item.delivered_qty, 0),
            all: sale.ticket.items.reduce((sum, item) => sum + item.qty, 0),
          })}
        </p>
      )}
    </div>
  );
}
