import { formatCLP } from '@libs/ui';
import { Link } from '@tanstack/react-router';
import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/session';
import { ROLES } from './api';

/** What each role may do, in plain sentences, and the limits in pesos. */
export function Roles(): ReactNode {
  const { t } = useTranslation();
  const { settings } = useMe().venue;
  return (
    <>
      <ul className="a-cards">
        {ROLES.map((role) => (
          <li key={role} className="a-card">
            <h2 className="a-title">{t(`word.role.${role}`)}</h2>
            <ul className="t-can">
              {t(`team.can.${role}`, { returnObjects: true }).map((sentence) => (
                <li key={sentence}>
                  <IconCheck size={19} stroke={2} aria-hidden />
                  {sentence}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      <section className="a-card">
        <h2 className="a-title">{t('team.limits')}</h2>
        <ul className="t-limits">
          <li>{t('team.limit_cash', { amount: formatCLP(settings.cash_tolerance) })}</li>
          <li>{t('team.limit_float', { amount: formatCLP(settings.float_tolerance) })}</li>
          <li>{t('team.limit_courtesy', { amount: formatCLP(settings.courtesy_budget) })}</li>
        </ul>
        <Link to="/settings" className="a-link">
          {t('team.limits_change')}
        </Link>
      </section>
    </>
  );
}
