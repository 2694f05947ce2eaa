import { formatCLP, Sheet } from '@libs/ui';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Sale } from '../../app/wire';
import { useFormat } from '../../parts/format';
import { AnswerOf } from '../../parts/Problem';
import { saleQuery } from './api';
import { CancelSheet } from './CancelSheet';
import { TicketStory } from './TicketStory';

interface SaleSheetProps {
  readonly id: string;
  readonly onClose: () => void;
}

/** One sale: lines, payments, ticket and what happened to it. */
export function SaleSheet({ id, onClose }: SaleSheetProps): ReactNode {
  const { t } = useTranslation();
  const query = useQuery(saleQuery(id));
  const [cancelling, setCancelling] = useState(false);
  const sale = query.data;
  if (sale && cancelling) return <CancelSheet sale={sale} onClose={() => setCancelling(false)} />;
  return (
    <Sheet
      opened
      onClose={onClose}
      title={t('sales.sale', { code: sale?.ticket?.display_code ?? '' })}
      size="wide"
      footer={
        sale &&
        !sale.is_cancelled && (
          <div className="a-actions">
            <Button variant="light" onClick={() => setCancelling(true)}>
              {t('sales.cancel')}
            </Button>
          </div>
        )
      }
    >
      <AnswerOf of={query}>{(found) => <Detail sale={found} />}</AnswerOf>
    </Sheet>
  );
}

function Detail({ sale }: { readonly sale: Sale }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className="a-stack" tabIndex={0} role="group" aria-label={t('sales.lines')}>
      {sale.is_cancelled && (
        <p className="a-note" data-tone="bad">
          {t('sales.cancelled_by', {
            time: sale.cancelled_at ? format.moment(sale.cancelled_at) : '',
            reason: sale.cancel_reason ?? '',
          })}
        </p>
      )}
      <dl className="a-facts">
        <div>
          <dt>{t('sales.at')}</dt>
          <dd>{format.moment(sale.placed_at)}</dd>
        </div>
        <div>
          <dt>{t('sales.register')}</dt>
          <dd>{sale.register_name}</dd>
        </div>
        <div>
          <dt>{t('sales.who')}</dt>
          <dd>{sale.employee.name}</dd>
        </div>
        <div>
          <dt>{t('sales.total')}</dt>
          <dd>
            {formatCLP(sale.total_amount)} {sale.is_test && <span className="a-pill">{t('sales.test')}</span>}
          </dd>
        </div>
      </dl>
      <div className="a-columns">
        <Lines sale={sale} />
        <Payments sale={sale} />
      </div>
      {sale.ticket && <TicketStory ticket={sale.ticket} />}
    </div>
  );
}

function Lines({ sale }: { readonly sale: Sale }): ReactNode {
  const { t } = useTranslation();
  return (
    <section>
      <h3 className="a-title">{t('sales.lines')}</h3>
      <table className="a-lines">
        <tbody>
          {sale.lines.map((line) => (
            <tr key={line.id}>
              <td data-figure>{line.qty}</td>
              <th scope="row">
                {line.name}
                {line.unit_price !== line.list_price && (
                  <span className="s-under">{t('sales.list_price', { price: formatCLP(line.list_price) })}</span>
                )}
                {line.note && <span className="s-under">{line.note}</span>}
              </th>
              <td data-figure>{formatCLP(line.total_amount)}</td>
            </tr>
          ))}
          <tr data-total>
            <td />
            <th scope="row">{t('act.total')}</th>
            <td data-figure>{formatCLP(sale.total_amount)}</td>
          </tr>
        </tbody>
      </table>
    </section>
  );
}

function Payments({ sale }: { readonly sale: Sale }): ReactNode {
  const { t } = useTranslation();
  const lesser: readonly (readonly [string, number])[] = [
    [t('sales.iva'), sale.iva_amount],
    [t('sales.tip'), sale.tip_amount],
    [t('sales.rounding'), sale.cash_rounding],
  ];
  return (
    <section>
      <h3 className="a-title">{t('sales.payments')}</h3>
      {sale.is_courtesy && <p>{t('sales.free', { reason: sale.courtesy_reason ?? '' })}</p>}
      <table className="a-lines">
        <tbody>
          {sale.payments.map((payment) => (
            <tr key={payment.id}>
              <th scope="row">
                {t(`word.method.${payment.method}`)}
                {payment.tendered_amount !== null && (
                  <span className="s-under">
                    {t('sales.tendered', {
                      tendered: formatCLP(payment.tendered_amount),
                      change: formatCLP(payment.change_amount),
                    })}
                  </span>
                )}
                {payment.reference && (
                  <span className="s-under">{t('sales.reference', { reference: payment.reference })}</span>
                )}
              </th>
              <td data-figure>{formatCLP(payment.amount)}</td>
            </tr>
          ))}
          {lesser
            .filter(([, amount]) => amount !== 0)
            .map(([label, amount]) => (
              <tr key={label} className="a-quiet">
                <th scope="row">{label}</th>
                <td data-figure>{formatCLP(amount)}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </section>
  );
}
