import { formatCLP } from '@libs/ui';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Totals } from '../app/wire';
import { METHODS } from '../till/split';

/** The figures of a register session, expected cash included: only for those who may see them. */
export function TotalsList({ totals, float }: { readonly totals: Totals; readonly float: number }): ReactNode {
  const { t } = useTranslation();
  const rows: readonly (readonly [string, string])[] = [
    [t('totals.expected'), formatCLP(totals.expected_cash)],
    [t('totals.sales', { count: totals.sales_count }), formatCLP(totals.sales_amount)],
    ...totals.by_method.map(({ method, amount, count }) => {
      const known = METHODS.find((one) => one === method);
      return [`${known ? t(`method.${known}`) : method} (${count})`, formatCLP(amount)] as const;
    }),
    [t('totals.courtesies', { count: totals.courtesy_count }), formatCLP(totals.courtesy_value)],
    [t('totals.cancelled'), String(totals.cancelled_count)],
    [t('totals.tips'), formatCLP(totals.tips)],
    [t('totals.float'), formatCLP(float)],
    [t('totals.in'), formatCLP(totals.cash_in)],
    [t('totals.out'), formatCLP(-totals.cash_out)],
    [t('totals.drops'), formatCLP(-totals.cash_drops)],
    [t('totals.rounding'), formatCLP(totals.cash_rounding)],
  ];
  return (
    <dl className="pos-totals">
      {totals.cash_difference !== null && (
        <div data-tone={totals.cash_difference === 0 ? 'ok' : 'bad'}>
          <dt>{differenceWord(totals.cash_difference, t)}</dt>
          <dd>{formatCLP(totals.cash_difference)}</dd>
        </div>
      )}
      {totals.counted_amount !== null && (
        <div>
          <dt>{t('totals.counted')}</dt>
          <dd>{formatCLP(totals.counted_amount)}</dd>
        </div>
      )}
      {rows.map(([word, figure]) => (
        <div key={word}>
          <dt>{word}</dt>
          <dd>{figure}</dd>
        </div>
      ))}
    </dl>
  );
}

function differenceWord(difference: number, t: ReturnType<typeof useTranslation>['t']): string {
  if (difference === 0) return t('totals.exact');
  return t(difference > 0 ? 'totals.over' : 'totals.short');
}
