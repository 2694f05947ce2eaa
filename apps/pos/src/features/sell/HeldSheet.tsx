import { BigButton, formatCLP, formatTime, Sheet } from '@libs/ui';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cartTotal } from '../../till/cart';
import type { HeldCart } from '../../till/held-carts';

interface HeldSheetProps {
  readonly held: readonly HeldCart[];
  readonly timeZone: string;
  readonly onResume: (id: string) => void;
  readonly onDiscard: (id: string) => void;
  readonly onClose: () => void;
}

/** The sales put aside: take one up again, or throw it away. */
export function HeldSheet({ held, timeZone, onResume, onDiscard, onClose }: HeldSheetProps): ReactNode {
  const { t } = useTranslation();
  return (
    <Sheet opened onClose={onClose} title={t('held.title')}>
      <ul className="pos-list">
        {held.map((one) => (
          <li key={one.id} className="pos-list__row pos-held">
            <div className="pos-list__words">
              <strong>{one.cart.map((line) => `${line.qty} ${line.name}`).join(', ')}</strong>
              <span className="pos-text2">
                {formatTime(one.heldAt, timeZone)} · {formatCLP(cartTotal(one.cart))}
              </span>
            </div>
            <BigButton look="quiet" onPress={() => onDiscard(one.id)}>
              {t('held.discard')}
            </BigButton>
            <BigButton onPress={() => onResume(one.id)}>{t('held.resume')}</BigButton>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
