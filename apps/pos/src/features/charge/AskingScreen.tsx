import { BigButton, formatCLP, LoadingState } from '@libs/ui';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Cart, cartTotal } from '../../till/cart';
import './charge.css';

interface AskingScreenProps {
  readonly cart: Cart;
  /** A question is on its way. */
  readonly busy: boolean;
  /** The last question got no answer. */
  readonly unknown: boolean;
  readonly onAgain: () => void;
}

/** A sale without an answer: nothing else happens on this till until it is known whether it stands. */
export function AskingScreen({ cart, busy, unknown, onAgain }: AskingScreenProps): ReactNode {
  const { t } = useTranslation();
  if (!unknown) {
    return (
      <main className="pos-asking">
        <h1 className="pos-asking__title">{t('asking.looking')}</h1>
        <LoadingState label={t('asking.looking_detail')} />
      </main>
    );
  }
  return (
    <main className="pos-asking">
      <IconAlertTriangle size={56} stroke={1.4} color="var(--warn)" aria-hidden />
      <div role="alert">
        <h1 className="pos-asking__title">{t('asking.title')}</h1>
        <p className="pos-asking__detail">{t('asking.detail', { amount: formatCLP(cartTotal(cart)) })}</p>
      </div>
      <BigButton look="primary" size="method" busy={busy} onPress={onAgain}>
        {t('asking.again')}
      </BigButton>
      <p className="pos-text2">{t('asking.by_itself')}</p>
    </main>
  );
}
