import { QrCode, Sheet } from '@libs/ui';
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Customer, CustomerCard } from '../../app/wire';

interface CardSheetProps {
  readonly customer: Customer;
  readonly card: CustomerCard;
  readonly onClose: () => void;
}

/** A guest's new card, told once: the QR to print, and its code for the keyboard. */
export function CardSheet({ customer, card, onClose }: CardSheetProps): ReactNode {
  const { t } = useTranslation();
  return (
    <Sheet
      opened
      onClose={onClose}
      title={t('customers.card_of', { name: customer.name })}
      footer={
        <div className="a-actions">
          <Button variant="light" onClick={() => window.print()}>
            {t('customers.card_print')}
          </Button>
          <Button onClick={onClose}>{t('act.close')}</Button>
        </div>
      }
    >
      <div className="c-card">
        <QrCode value={card.code} size={260} />
        <p className="c-card__code">{(card.code.match(/.{1,4}/g) ?? []).join(' ')}</p>
        <p className="a-lead">{t('customers.card_once')}</p>
      </div>
    </Sheet>
  );
}
