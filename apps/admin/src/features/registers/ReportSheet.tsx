import { DENOMINATIONS, formatCLP, Sheet } from '@libs/ui';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { IconPrinter } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RegisterReport } from '../../app/wire';
import { useFormat } from '../../parts/format';
import { AnswerOf } from '../../parts/Problem';
import { reportQuery } from './api';
import { Difference } from './Difference';

interface ReportSheetProps {
  readonly session: string;
  readonly onClose: () => void;
}

/** The X or Z report of a shift, every figure of it. */
export function ReportSheet({ session, onClose }: ReportSheetProps): ReactNode {
  const { t } = useTranslation();
  const query = useQuery(reportQuery(session));
  const report = query.data;
  const title = report
    ? `${report.kind === 'Z' ? t('registers.z_report', { number: report.session.z_number ?? '' }) : t('registers.x_report')} · ${report.session.register.name}`
    : t('registers.session');
  return (
    <Sheet
      opened
      onClose={onClose}
      title={title}
      size="wide"
      footer={
        <div className="a-actions">
          <Button variant="light" renderRoot={(props: object) => <Link to="/sales" search={{ session }} {...props} />}>
            {t('registers.see_sales')}
          </Button>
          <Button
            variant="light"
            leftSection={<IconPrinter size={20} stroke={1.7} aria-hidden />}
            onClick={() => window.print()}
          >
            {t('registers.print')}
          </Button>
        </div>
      }
    >
      <AnswerOf of={query}>{(found) => <Report report={found} />}</AnswerOf>
    </Sheet>
  );
}

function Report({ report }: { readonly report: RegisterReport }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { session, totals } = report;
  return (
    <div className="a-stack" tabIndex={0} role="group" aria-label={t('registers.session')}>
      <p className="a-quiet">{t(report.kind === 'Z' ? 'registers.z_lead' : 'registers.x_lead')}</p>
      <dl className="a-facts">
        <div>
          <dt>{t('registers.who')}</dt>
          <dd>{session.employee.name}</dd>
        </div>
        <div>
          <dt>{t('registers.opened')}</dt>
          <dd>{format.moment(session.opened_at)}</dd>
        </div>
        <div>
          <dt>{t('registers.closed')}</dt>
          <dd>{session.closed_at ? format.moment(session.closed_at) : '–'}</dd>
        </div>
        <div>
          <dt>{t('registers.sold')}</dt>
          <dd>
            {formatCLP(totals.sales_amount)} <span className="a-quiet">({format.count(totals.sales_count)})</span>
          </dd>
        </div>
      </dl>
      <div className="a-columns">
        <Drawer report={report} />
        <div className="a-stack">
          <Methods report={report} />
          <Others report={report} />
        </div>
      </div>
      <Counts report={report} />
      <Movements report={report} />
      <Products report={report} />
      {report.audit_head && (
        <p className="a-quiet a-small r-seal">
          {t('registers.audit_head')}: {report.audit_head}
        </p>
      )}
    </div>
  );
}

interface PartProps {
  readonly report: RegisterReport;
}

function Drawer({ report: { session, totals } }: PartProps): ReactNode {
  const { t } = useTranslation();
  const cash = totals.by_method.find(({ method }) => method === 'cash')?.amount ?? 0;
  const rows: readonly (readonly [string, number])[] = [
    [t('registers.float_amount'), session.float_amount],
    [t('registers.cash_sales'), cash],
    [t('registers.cash_in'), totals.cash_in],
    [t('registers.cash_out'), -totals.cash_out],
    [t('registers.cash_drops'), -totals.cash_drops],
  ];
  return (
    <section>
      <h3 className="a-title">{t('registers.cash')}</h3>
      <table className="a-lines">
        <tbody>
          {rows.map(([label, amount]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td data-figure>{formatCLP(amount)}</td>
            </tr>
          ))}
          <tr data-total>
            <th scope="row">{t('registers.expected')}</th>
            <td data-figure>{formatCLP(totals.expected_cash)}</td>
          </tr>
          {totals.counted_amount !== null && (
            <>
              <tr data-total>
                <th scope="row">{t('registers.counted')}</th>
                <td data-figure>{formatCLP(totals.counted_amount)}</td>
              </tr>
              <tr data-total>
                <th scope="row">{t('registers.difference')}</th>
                <td data-figure>
                  <Difference pesos={totals.cash_difference} />
                </td>
              </tr>
            </>
          )}
        </tbody>
      </table>
    </section>
  );
}

function Methods({ report: { totals } }: PartProps): ReactNode {
  const { t } = useTranslation();
  return (
    <section>
      <h3 className="a-title">{t('registers.by_method')}</h3>
      <table className="a-lines">
        <tbody>
          {totals.by_method.map(({ method, amount, count }) => (
            <tr key={method}>
              <th scope="row">
                {t(`word.method.${method}`)} <span className="a-quiet">({count})</span>
              </th>
              <td data-figure>{formatCLP(amount)}</td>
            </tr>
          ))}
          <tr data-total>
            <th scope="row">{t('act.total')}</th>
            <td data-figure>{formatCLP(totals.sales_amount)}</td>
          </tr>
        </tbody>
      </table>
    </section>
  );
}

function Others({ report: { session, totals } }: PartProps): ReactNode {
  const { t } = useTranslation();
  return (
    <section>
      <h3 className="a-title">{t('registers.other')}</h3>
      <table className="a-lines">
        <tbody>
          <tr>
            <th scope="row">{t('registers.tips')}</th>
            <td data-figure>{formatCLP(totals.tips)}</td>
          </tr>
          <tr>
            <th scope="row">
              {t('registers.courtesies')} <span className="a-quiet">({totals.courtesy_count})</span>
            </th>
            <td data-figure>{formatCLP(totals.courtesy_value)}</td>
          </tr>
          <tr>
            <th scope="row">{t('registers.cancelled')}</th>
            <td data-figure>{totals.cancelled_count}</td>
          </tr>
          <tr>
            <th scope="row">
              {t('registers.rounding')} <span className="a-quiet a-small">{t('registers.rounding_hint')}</span>
            </th>
            <td data-figure>{formatCLP(totals.cash_rounding)}</td>
          </tr>
          <tr>
            <th scope="row">{t('registers.attempts')}</th>
            <td data-figure>{session.count_attempts}</td>
          </tr>
        </tbody>
      </table>
    </section>
  );
}

function Counts({ report: { counts } }: PartProps): ReactNode {
  const { t } = useTranslation();
  const rows = DENOMINATIONS.map((worth) => ({
    worth,
    float: counts.float[worth] ?? 0,
    counted: counts.counted?.[worth] ?? 0,
  })).filter(({ float, counted }) => float > 0 || counted > 0);
  return (
    <section>
      <h3 className="a-title">{t('registers.denominations')}</h3>
      <table className="a-lines">
        <thead>
          <tr>
            <th scope="col">{t('registers.note_or_coin')}</th>
            <th scope="col" data-figure>
              {t('registers.at_open')}
            </th>
            {counts.counted && (
              <th scope="col" data-figure>
                {t('registers.at_close')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ worth, float, counted }) => (
            <tr key={worth}>
              <th scope="row">{formatCLP(worth)}</th>
              <td data-figure>{float}</td>
              {counts.counted && <td data-figure>{counted}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      {(counts.closed_by ?? counts.note) && (
        <dl className="a-facts r-signed">
          <div>
            <dt>{t('registers.closed_by')}</dt>
            <dd>{counts.closed_by ?? '–'}</dd>
          </div>
          {counts.signed_by && (
            <div>
              <dt>{t('registers.signed_by')}</dt>
              <dd>{counts.signed_by}</dd>
            </div>
          )}
          {counts.note && (
            <div>
              <dt>{t('registers.note')}</dt>
              <dd>{counts.note}</dd>
            </div>
          )}
        </dl>
      )}
    </section>
  );
}

function Movements({ report: { cash_movements: movements } }: PartProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  if (movements.length === 0) return <p className="a-quiet">{t('registers.no_movements')}</p>;
  return (
    <section>
      <h3 className="a-title">{t('registers.movements')}</h3>
      <table className="a-lines">
        <tbody>
          {movements.map(({ id, kind, amount, reason, employee, created_at }) => (
            <tr key={id}>
              <td>{format.time(created_at)}</td>
              <th scope="row">
                {t(`registers.kinds.${kind}`)}: {reason} <span className="a-quiet a-small">{employee.name}</span>
              </th>
              <td data-figure>{formatCLP(kind === 'in' ? amount : -amount)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Products({ report: { products } }: PartProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  if (products.length === 0) return null;
  return (
    <section>
      <h3 className="a-title">{t('registers.products')}</h3>
      <table className="a-lines">
        <tbody>
          {products.map(({ name, qty, amount }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td data-figure>{format.count(qty)}</td>
              <td data-figure>{formatCLP(amount)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
