import { Switch } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Sale } from '../../app/wire';
import { StepUpSheet } from '../../parts/StepUpSheet';
import { cancelSale } from './api';

interface CancelSheetProps {
  readonly sale: Sale;
  readonly onClose: () => void;
}

/** Cancels a sale with the PIN of another person. */
export function CancelSheet({ sale, onClose }: CancelSheetProps): ReactNode {
  const { t } = useTranslation();
  const [despite, setDespite] = useState(false);
  const isDelivered = sale.ticket?.items.some(({ delivered_qty }) => delivered_qty > 0) ?? false;
  return (
    <StepUpSheet
      title={t('sales.cancel')}
      lead={t('sales.cancel_lead')}
      submit={t('sales.cancel')}
      danger
      permission="sale.cancel"
      says={t('sales.cancel_done')}
      refresh={[['sales'], ['tickets'], ['board'], ['stock'], ['sessions'], ['payments']]}
      act={({ reason, token }, key) => cancelSale(sale.id, { reason, token, despiteDelivery: despite }, key)}
      onClose={onClose}
    >
      {(failure) =>
        (isDelivered || failure?.code === 'sale.already_delivered') && (
          <Switch
            size="md"
            label={t('sales.despite')}
            description={t('sales.despite_hint')}
            checked={despite}
            onChange={(event) => setDespite(event.currentTarget.checked)}
          />
        )
      }
    </StepUpSheet>
  );
}
