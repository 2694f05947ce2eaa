import type { useTranslation } from 'react-i18next';
import type { Sale } from '../../app/wire';
import { METHODS } from '../../till/split';

/** "Efectivo", or "Efectivo y Tarjeta" when guests shared. */
export function methodWords(sale: Sale, t: ReturnType<typeof useTranslation>['t']): string {
  if (sale.is_courtesy) return t('cart.courtesy');
  const used = METHODS.filter((method) => sale.payments.some((payment) => payment.method === method));
  return used.map((method) => t(`method.${method}`)).join(' + ');
}
