import { Select, Switch, Textarea } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { NoAnswer } from '../../app/api';
import type { Sale } from '../../app/wire';
import { FormSheet } from '../../shared/FormSheet';
import { useAct } from '../../shared/useAct';
import { authorisersQuery, cancelSale, stepUp } from './api';
import { SecretInput } from '../../shared/SecretInput';

interface CancelSheetProps {
  readonly sale: Sale;
  readonly onClose: () => void;
}

interface Values {
  who: string;
  pin: string;
  reason: string;
  despite: boolean;
}

/** Cancels a sale with the PIN of another person. */
export function CancelSheet({ sale, onClose }: CancelSheetProps): ReactNode {
  const { t } = useTranslation();
  const people = useQuery(authorisersQuery);
  const granted = useRef<string>(null);
  const schema = useMemo(
    () =>
      z.object({
        who: z.string().min(1, t('form.required')),
        pin: z.string().regex(/^\d{6}$/, t('sales.pin_six')),
        reason: z.string().trim().min(1, t('form.required')),
      }),
    [t],
  );
  const form = useForm<Values>({
    initialValues: { who: '', pin: '', reason: '', despite: false },
    validate: schemaResolver(schema, { sync: true }),
  });
  // A yes is good for one use: it is asked for again only when the server answered, never while that is unknown.
  const cancel = async ({ who, pin, reason, despite }: Values, key: string): Promise<Sale> => {
    granted.current ??= await stepUp(who, pin);
    try {
      return await cancelSale(
        sale.id,
        { reason: reason.trim(), token: granted.current, despiteDelivery: despite },
        key,
      );
    } catch (error) {
      if (!(error instanceof NoAnswer)) granted.current = null;
      throw error;
    }
  };
  const act = useAct(cancel, {
    refresh: [['sales'], ['tickets'], ['board'], ['stock'], ['sessions']],
    says: t('sales.cancel_done'),
    onDone: onClose,
  });
  const isDelivered = sale.ticket?.items.some(({ delivered_qty }) => delivered_qty > 0) ?? false;
  const nobody = people.data?.length === 0;
  return (
    <FormSheet
      title={t('sales.cancel')}
      submit={t('sales.cancel')}
      danger
      disabled={nobody}
      busy={act.busy}
      failure={act.failure}
      onClose={onClose}
      onSubmit={form.onSubmit((values) => act.run(values))}
    >
      <p className="a-lead">{t(nobody ? 'sales.cancel_nobody' : 'sales.cancel_lead')}</p>
      <Textarea
        label={t('act.reason')}
        description={t('act.reason_hint')}
        required
        data-autofocus
        autosize
        maxLength={200}
        {...form.getInputProps('reason')}
      />
      <Select
        label={t('sales.cancel_who')}
        required
        data={(people.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        {...form.getInputProps('who')}
      />
      <SecretInput
        label={t('sales.cancel_pin')}
        required
        inputMode="numeric"
        maxLength={6}
        autoComplete="off"
        {...form.getInputProps('pin')}
      />
      {(isDelivered || act.failure?.code === 'sale.already_delivered') && (
        <Switch
          size="md"
          label={t('sales.despite')}
          description={t('sales.despite_hint')}
          {...form.getInputProps('despite', { type: 'checkbox' })}
        />
      )}
    </FormSheet>
  );
}
