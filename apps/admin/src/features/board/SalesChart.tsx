import { formatCLP } from '@libs/ui';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Area, CartesianGrid, ComposedChart, Line, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { useFormat } from '../../parts/format';
import { axisTicks, type Point } from './series';

interface SalesChartProps {
  readonly points: readonly Point[];
  readonly former: string | null;
  readonly isOver: boolean;
}

const AXIS = { fill: 'var(--text2)', fontSize: 14 };

/** Tonight as an area that ends now, the former night dotted behind it. Loaded apart: charts weigh as much as the rest. */
export default function SalesChart({ points, former, isOver }: SalesChartProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const ticks = axisTicks(points);
  const today = t(isOver ? 'board.this_night' : 'board.today');
  const times = new Map(points.map(({ minute, at }) => [minute, format.time(at)]));
  const hours = points.map(({ minute }) => minute).filter((minute) => minute % 60 === 0);
  const money = (pesos: number): string => {
    if (pesos === 0) return '$0';
    return ticks[4] !== undefined && ticks[4] >= 4_000_000
      ? t('board.million', { amount: `$${String(pesos / 1_000_000).replace('.', ',')}` })
      : t('board.thousand', { amount: `$${format.count(pesos / 1_000)}` });
  };
  return (
    <>
      <ul className="b-legend" aria-hidden>
        <li data-series="now">{today}</li>
        {former && <li data-series="then">{former.charAt(0).toUpperCase() + former.slice(1)}</li>}
      </ul>
      <div className="b-chart__plot" aria-hidden>
        <ResponsiveContainer width="100%" height="100%" debounce={60}>
          <ComposedChart
            data={[...points]}
            margin={{ top: 8, right: 16, bottom: 0, left: 0 }}
            accessibilityLayer={false}
          >
            <CartesianGrid vertical={false} stroke="var(--line)" strokeDasharray="5 5" />
            <XAxis
              dataKey="minute"
              type="number"
              domain={['dataMin', 'dataMax']}
              ticks={hours}
              tickFormatter={(minute: number) => times.get(minute) ?? ''}
              tick={AXIS}
              tickLine={false}
              axisLine={false}
              interval="preserveStartEnd"
              minTickGap={24}
            />
            <YAxis
              width={78}
              ticks={ticks}
              domain={[0, ticks[4] ?? 0]}
              tickFormatter={money}
              tick={AXIS}
              tickLine={false}
              axisLine={false}
            />
            <Tooltip
              isAnimationActive={false}
              cursor={{ stroke: 'var(--text3)' }}
              content={({ active, label }) => {
                const point = points.find(({ minute }) => minute === label);
                if (!active || !point) return null;
                return (
                  <div className="b-tip">
                    <strong>{times.get(point.minute)}</strong>
                    {point.now !== null && (
                      <span>
                        {today}: {formatCLP(point.now)}
                      </span>
                    )}
                    {former && point.then !== null && (
                      <span>
                        {former}: {formatCLP(point.then)}
                      </span>
                    )}
                  </div>
                );
              }}
            />
            <Area
              dataKey="now"
              type="monotone"
              stroke="var(--ice)"
              strokeWidth={2.5}
              fill="var(--ice)"
              fillOpacity={0.2}
              dot={points.filter(({ now }) => now !== null).length < 2 ? { r: 4, fill: 'var(--ice)' } : false}
              activeDot={{ r: 5, stroke: 'var(--canvas)', strokeWidth: 2 }}
              isAnimationActive={false}
            />
            <Line
              dataKey="then"
              type="monotone"
              stroke="var(--text3)"
              strokeWidth={2.5}
              strokeDasharray="1 6"
              strokeLinecap="round"
              dot={false}
              activeDot={{ r: 4, fill: 'var(--text3)', stroke: 'var(--canvas)' }}
              isAnimationActive={false}
            />
          </ComposedChart>
        </ResponsiveContainer>
      </div>
      <ChartTable points={points} today={today} former={former} times={times} />
    </>
  );
}

interface ChartTableProps {
  readonly points: readonly Point[];
  readonly today: string;
  readonly former: string | null;
  readonly times: ReadonlyMap<number, string>;
}

/** The same figures for who listens instead of looking. */
function ChartTable({ points, today, former, times }: ChartTableProps): ReactNode {
  const { t } = useTranslation();
  return (
    <table className="n-hidden">
      <caption>{t('board.chart')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('board.slot')}</th>
          <th scope="col">{today}</th>
          {former && <th scope="col">{former}</th>}
        </tr>
      </thead>
      <tbody>
        {points.map(({ minute, now, then }) => (
          <tr key={minute}>
            <th scope="row">{times.get(minute)}</th>
            <td>{now === null ? '' : formatCLP(now)}</td>
            {former && <td>{then === null ? '' : formatCLP(then)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
