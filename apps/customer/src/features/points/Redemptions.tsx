import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { redemptionsQuery } from '../../app/queries';
import { momentInWords } from '../../parts/when';

/** What I had for my points; silent when it was nothing. */
export function Redemptions(): ReactNode {
  const { t, i18n } = useTranslation();
  const redemptions = useQuery(redemptionsQuery);
  if (!redemptions.data || redemptions.data.length === 0) return null;
  return (
    <section className="guest-section" aria-labelledby="redemptions-title">
      <h2 id="redemptions-title" className="guest-section__title">
        {t('rewards.mine')}
      </h2>
      <ul className="guest-rewards">
        {redemptions.data.map(({ id, name, points, redeemed_at: at, undone_at: undone }) => (
          <li key={id} className="guest-reward">
            <div>
              <h3 className="guest-reward__name">{name}</h3>
              <p className="guest-small">
                {momentInWords(at, i18n.language)}
                {undone !== null && ` · ${t('rewards.undone')}`}
              </p>
            </div>
            <span>{t('rewards.cost', { count: points, points: points.toLocaleString('es-CL') })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
