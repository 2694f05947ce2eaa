import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Board } from '../../app/wire';

/** Who is at which bar, at the wardrobe and at the door: one line a place. */
export function OnDuty({ people }: { readonly people: Board['on_duty'] }): ReactNode {
  const { t } = useTranslation();
  const places = new Map<string, string[]>();
  for (const { station, bar_name, employee_name } of people) {
    const place = bar_name ?? t(`board.station_${station}`);
    places.set(place, [...(places.get(place) ?? []), employee_name]);
  }
  return (
    <section className="b-duty">
      <h2 className="b-title">{t('board.on_duty')}</h2>
      {places.size === 0 && <p className="a-quiet">{t('board.nobody_on_duty')}</p>}
      <dl className="b-duty__list">
        {[...places].map(([place, names]) => (
          <div key={place}>
            <dt>{place}</dt>
            <dd>{names.join(', ')}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
