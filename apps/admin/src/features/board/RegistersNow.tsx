import { formatCLP, StatusDot, type Tone } from '@libs/ui';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Board } from '../../app/wire';
import { useFormat } from '../../parts/format';

type Row = Board['registers'][number];

const TONES: Record<Row['status'], Tone> = { OPEN: 'ok', PENDING_CLOSE: 'warn', CLOSED: 'idle', NEVER: 'idle' };

/** Every register of the night: who is on it, what it sold, what should be in its drawer. */
export function RegistersNow({ registers }: { readonly registers: readonly Row[] }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section className="b-registers">
      <h2 className="b-title" id="registers-now">
        {t('board.registers')}
      </h2>
      <div className="b-scroll" tabIndex={0} role="group" aria-labelledby="registers-now">
        <table className="b-table" aria-labelledby="registers-now">
          <thead>
            <tr>
              <th scope="col">{t('board.register')}</th>
              <th scope="col">{t('board.who')}</th>
              <th scope="col" data-figure>
                {t('board.sold')}
              </th>
              <th scope="col" data-figure>
                {t('board.drawer')}
              </th>
              <th scope="col" data-figure data-lesser>
                {t('board.last_sale')}
              </th>
              <th scope="col">{t('board.state')}</th>
            </tr>
          </thead>
          <tbody>
            {registers.map((row) => (
              <tr key={row.session_id ?? row.register_id}>
                <th scope="row">
                  <RegisterName row={row} />
                </th>
                <td>{row.employee_name ?? <span className="a-quiet">{t('board.nobody')}</span>}</td>
                <td data-figure>{formatCLP(row.sales_amount)}</td>
                <td data-figure>{row.status === 'NEVER' ? '–' : formatCLP(row.drawer_cash)}</td>
                <td data-figure data-lesser>
                  {row.last_sale_at ? format.time(row.last_sale_at) : '–'}
                </td>
                <td>
                  <StatusDot tone={TONES[row.status]}>{t(`word.session.${row.status}`)}</StatusDot>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function RegisterName({ row }: { readonly row: Row }): ReactNode {
  const words = (
    <>
      <strong>{row.name}</strong> <span className="a-quiet">{row.place}</span>
    </>
  );
  if (!row.session_id) return words;
  return (
    <Link to="/registers" search={{ tab: 'closes', report: row.session_id }} className="a-rowlink">
      {words}
    </Link>
  );
}
