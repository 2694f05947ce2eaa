import { formatCLP, Money } from '@libs/ui';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Board } from '../../app/wire';
import { useFormat } from '../../parts/format';
import { difference, isWeekBefore } from './series';

/** The former night as people call it: "el viernes pasado", or its name and date. */
export function useFormerName({ compared, night }: Board): string | null {
  const { t } = useTranslation();
  const format = useFormat();
  if (!compared || !night) return null;
  return isWeekBefore(compared.date, night.date)
    ? t('board.last_weekday', { weekday: format.weekday(compared.date) })
    : t('board.former', { name: compared.name, date: format.date(compared.date) });
}

interface TotalProps {
  readonly board: Board;
  readonly former: string | null;
}

/** What the night sold, and what the former had sold when it was as old. */
export function Total({ board, former }: TotalProps): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="b-total">
      <p className="b-total__sum">
        <span className="n-hidden">{t('board.total')}: </span>
        <Money pesos={board.totals.sales_amount} size="kpi" />
      </p>
      {board.compared && former ? (
        <div className="b-total__against">
          <Against now={board.totals.sales_amount} then={board.compared.sales_amount_same_time} former={former} />
          <p className="b-total__then">
            {t('board.same_time', { amount: formatCLP(board.compared.sales_amount_same_time) })}
          </p>
        </div>
      ) : (
        <p className="b-total__then">{t('board.no_former')}</p>
      )}
    </div>
  );
}

interface AgainstProps {
  readonly now: number;
  readonly then: number;
  readonly former: string;
}

function Against({ now, then, former }: AgainstProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const share = difference(now, then);
  if (share === null) return <p className="b-total__share">{former}</p>;
  const percent = format.percent(Math.abs(share));
  if (share > 0) {
    return (
      <p className="b-total__share b-total__share--up">{t('board.above', { percent: `+${percent}`, night: former })}</p>
    );
  }
  if (share < 0) {
    return <p className="b-total__share b-total__share--down">{t('board.below', { percent, night: former })}</p>;
  }
  return <p className="b-total__share">{t('board.equal', { night: former })}</p>;
}
