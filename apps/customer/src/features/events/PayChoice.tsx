import { formatCLP } from '@libs/ui';
import { IconCreditCard, IconWallet } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export type PayBy = 'wallet' | 'online';

interface PayChoiceProps {
  /** In pesos. */
  readonly total: number;
  /** What is in the wallet, in pesos; absent until it is known. */
  readonly balance: number | undefined;
  readonly chosen: PayBy;
  readonly onChoose: (payBy: PayBy) => void;
}

const WAYS = [
  { key: 'wallet', Icon: IconWallet },
  { key: 'online', Icon: IconCreditCard },
] as const;

/** From the wallet, at once, or by card on the provider's page. */
export function PayChoice({ total, balance, chosen, onChoose }: PayChoiceProps): ReactNode {
  const { t } = useTranslation();
  return (
    <fieldset className="guest-ways">
      <legend className="guest-field__label">{t('buy.pay')}</legend>
      {WAYS.map(({ key, Icon }) => (
        <label key={key} className="guest-way">
          <input
            type="radio"
            name="pay"
            className="n-hidden"
            checked={chosen === key}
            disabled={key === 'wallet' && balance !== undefined && balance < total}
            onChange={() => onChoose(key)}
          />
          <Icon size={26} stroke={1.7} aria-hidden />
          <span>{t(`buy.by_${key}`)}</span>
          {key === 'wallet' && balance !== undefined && (
            <span className="guest-small">{t('buy.have', { amount: formatCLP(balance) })}</span>
          )}
        </label>
      ))}
    </fieldset>
  );
}
