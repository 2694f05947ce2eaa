import { formatCLP } from '@libs/ui';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** How far the counted cash is from the expected: over, short, exact, or not counted yet. */
export function Difference({ pesos }: { readonly pesos: number | null }): ReactNode {
  const { t } = useTranslation();
  if (pesos === null) return '–';
  if (pesos === 0) return <span className="a-over">{t('registers.exact')}</span>;
  if (pesos > 0) return <strong className="r-surplus">{t('registers.over', { amount: formatCLP(pesos) })}</strong>;
  return <strong className="a-short">{t('registers.short', { amount: formatCLP(-pesos) })}</strong>;
}
