import { formatCLP } from '@libs/ui';
import { Button, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PriceWindow, Product } from '../../app/wire';
import { AnswerOf } from '../../parts/Problem';
import { productsQuery } from '../../parts/products';
import { windowsQuery } from './api';
import { specialPricesAt } from './prices';
import { WEEKDAYS, WindowSheet } from './WindowSheet';

/** Hours with prices of their own, and what things cost at any hour. */
export function Windows(): ReactNode {
  const windows = useQuery(windowsQuery);
  const products = useQuery(productsQuery);
  return (
    <AnswerOf of={windows}>
      {(all) => <AnswerOf of={products}>{(known) => <Hours windows={all} products={known} />}</AnswerOf>}
    </AnswerOf>
  );
}

interface HoursProps {
  readonly windows: readonly PriceWindow[];
  readonly products: readonly Product[];
}

function Hours({ windows, products }: HoursProps): ReactNode {
  const { t } = useTranslation();
  const [edited, setEdited] = useState<PriceWindow | 'new' | null>(null);
  const days = ({ weekdays }: PriceWindow): string =>
    WEEKDAYS.filter((day) => weekdays.includes(day))
      .map((day) => t(`word.weekday.d${day}`))
      .join(', ');
  return (
    <>
      <div className="a-bar">
        <div className="a-bar__end">
          <Button leftSection={<IconPlus size={20} stroke={1.7} aria-hidden />} onClick={() => setEdited('new')}>
            {t('catalog.new_window')}
          </Button>
        </div>
      </div>
      <div className="a-columns">
        <ul className="a-stack c-windows">
          {windows.length === 0 && <li className="a-quiet">{t('catalog.no_windows')}</li>}
          {windows.map((window) => (
            <li key={window.id} className="a-card">
              <button type="button" className="a-rowlink" onClick={() => setEdited(window)}>
                <strong>{window.name}</strong>
                {!window.is_active && <span className="a-pill">{t('act.inactive')}</span>}
              </button>
              <p>{t('catalog.window_hours', { days: days(window), from: window.from, to: window.to })}</p>
              <p className="a-quiet">{t('catalog.window_products', { count: window.prices.length })}</p>
            </li>
          ))}
        </ul>
        <AtThisHour windows={windows} products={products} />
      </div>
      {edited && (
        <WindowSheet
          window={edited === 'new' ? undefined : edited}
          products={products}
          onClose={() => setEdited(null)}
        />
      )}
    </>
  );
}

function AtThisHour({ windows, products }: HoursProps): ReactNode {
  const { t } = useTranslation();
  const [day, setDay] = useState('6');
  const [time, setTime] = useState('00:30');
  const special = specialPricesAt(products, windows, Number(day), time);
  const words = WEEKDAYS.map((weekday) => ({ value: String(weekday), label: t(`word.weekday.d${weekday}`) }));
  return (
    <section className="a-card a-form">
      <h2 className="a-title">{t('catalog.ask')}</h2>
      <div className="a-two">
        <Select
          label={t('catalog.ask_day')}
          allowDeselect={false}
          data={words}
          value={day}
          onChange={(value) => setDay(value ?? day)}
        />
        <TextInput
          type="time"
          label={t('catalog.ask_time')}
          value={time}
          onChange={(event) => setTime(event.currentTarget.value || time)}
        />
      </div>
      <div aria-live="polite">
        <p className="a-quiet">
          {special.length === 0
            ? t('catalog.nothing_special')
            : t('catalog.will_cost', { day: words[Number(day) - 1]?.label ?? '', time })}
        </p>
        <table className="a-lines">
          <tbody>
            {special.map(({ product, price, window }) => (
              <tr key={product.id}>
                <th scope="row">
                  {product.name} <span className="a-quiet a-small">{window}</span>
                </th>
                <td data-figure>
                  <s className="a-quiet">{formatCLP(product.price)}</s> <strong>{formatCLP(price)}</strong>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
