import { formatCLP, Money } from '@libs/ui';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Board } from '../../app/wire';
import { useFormat } from '../../parts/format';

/** The figures beside the chart: sales, average, pending deliveries, methods, and what made no money. */
export function Figures({ board }: { readonly board: Board }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { totals, pending } = board;
  return (
    <div className="b-figures">
      <dl className="b-facts">
        <div>
          <dt>{t('board.average')}</dt>
          <dd>
            <strong>
              <Money pesos={totals.average_amount} />
            </strong>
          </dd>
        </div>
        <div>
          <dt>{t('board.sales')}</dt>
          <dd>
            <strong>{format.count(totals.sales_count)}</strong>
          </dd>
        </div>
        <div>
          <dt>{t('board.pending')}</dt>
          <dd>
            <strong>{format.count(pending.tickets)}</strong> {t('board.tickets', { count: pending.tickets })}
            <span className="b-facts__more">{t('board.items', { count: pending.items })}</span>
          </dd>
        </div>
      </dl>
      <Methods methods={board.by_method} />
      <dl className="b-lesser">
        <Lesser
          label={t('board.courtesies')}
          count={totals.courtesy_count}
          amount={totals.courtesy_value}
          state="courtesy"
        />
        <Lesser
          label={t('board.cancelled')}
          count={totals.cancelled_count}
          amount={totals.cancelled_amount}
          state="cancelled"
        />
      </dl>
    </div>
  );
}

interface LesserProps {
  readonly label: string;
  readonly count: number;
  readonly amount: number;
  readonly state: 'courtesy' | 'cancelled';
}

function Lesser({ label, count, amount, state }: LesserProps): ReactNode {
  const { t } = useTranslation();
  return (
    <div>
      <dt>
        <Link to="/sales" className="a-link b-lesser__link" search={{ state }}>
          {label}
        </Link>
      </dt>
      <dd>
        <strong>{count}</strong> {t('board.worth', { amount: formatCLP(amount) })}
      </dd>
    </div>
  );
}

/** The share of each payment method, as one bar. */
function Methods({ methods }: { readonly methods: Board['by_method'] }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const sum = methods.reduce((total, { amount }) => total + amount, 0);
  const paid = methods.filter(({ amount }) => amount > 0).sort((a, b) => b.amount - a.amount);
  return (
    <section className="b-methods" aria-label={t('board.methods')}>
      <h2 className="b-methods__title">{t('board.methods')}</h2>
      <div className="b-bar" aria-hidden>
        {paid.map(({ method, amount }) => (
          <span key={method} data-method={method} style={{ flexGrow: amount }} />
        ))}
      </div>
      <ul className="b-methods__list">
        {paid.length === 0 && <li>{t('board.no_payments')}</li>}
        {paid.map(({ method, amount }) => (
          <li key={method} data-method={method} title={formatCLP(amount)}>
            {t(`word.method.${method}`)} {format.percent(amount / sum)}
          </li>
        ))}
      </ul>
    </section>
  );
}
