import { Button, TextInput } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { Venue, VenueSettings } from '../../app/wire';
import { PesosInput, WholeInput } from '../../parts/fields';
import { FailureNote } from '../../parts/Problem';
import { useAct } from '../../parts/useAct';
import { changeVenue } from './api';

/** Name and limits of the house. */
export function VenueForm({ venue }: { readonly venue: Venue }): ReactNode {
  const { t } = useTranslation();
  const schema = useMemo(() => {
    const amount = z.int(t('form.amount')).min(0, t('form.amount'));
    const whole = z.int(t('form.whole')).min(0, t('form.whole'));
    return z.object({
      name: z.string().trim().min(1, t('form.required')).max(80),
      settings: z.object({
        cash_tolerance: amount,
        float_tolerance: amount,
        courtesy_budget: amount,
        idle_lock_seconds: whole.min(10, t('form.positive')),
        ticket_max_age_hours: whole.min(1, t('form.positive')),
        ticket_max_attempts: whole.min(1, t('form.positive')),
        tip_pct: whole.max(100),
      }),
    });
  }, [t]);
  const form = useForm<{ name: string; settings: VenueSettings }>({
    initialValues: { name: venue.name, settings: venue.settings },
    validate: schemaResolver(schema, { sync: true }),
  });
  const act = useAct(
    ({ name, settings }: { name: string; settings: VenueSettings }) => changeVenue(name.trim(), settings),
    { refresh: [['me']] },
  );
  return (
    <form className="a-card a-form" noValidate onSubmit={form.onSubmit((values) => void act.run(values))}>
      <h2 className="a-title">{t('settings.venue')}</h2>
      <TextInput label={t('settings.name')} required maxLength={80} {...form.getInputProps('name')} />
      <h2 className="a-title">{t('settings.limits')}</h2>
      <PesosInput
        label={t('settings.cash_tolerance')}
        description={t('settings.cash_tolerance_hint')}
        {...form.getInputProps('settings.cash_tolerance')}
      />
      <PesosInput
        label={t('settings.float_tolerance')}
        description={t('settings.float_tolerance_hint')}
        {...form.getInputProps('settings.float_tolerance')}
      />
      <PesosInput
        label={t('settings.courtesy_budget')}
        description={t('settings.courtesy_budget_hint')}
        {...form.getInputProps('settings.courtesy_budget')}
      />
      <div className="a-two">
        <WholeInput
          label={t('settings.idle')}
          description={t('settings.idle_hint')}
          suffix={t('settings.seconds')}
          {...form.getInputProps('settings.idle_lock_seconds')}
        />
        <WholeInput
          label={t('settings.ticket_age')}
          description={t('settings.ticket_age_hint')}
          suffix={t('settings.hours')}
          {...form.getInputProps('settings.ticket_max_age_hours')}
        />
        <WholeInput
          label={t('settings.ticket_attempts')}
          description={t('settings.ticket_attempts_hint')}
          {...form.getInputProps('settings.ticket_max_attempts')}
        />
        <WholeInput label={t('settings.tip')} suffix=" %" {...form.getInputProps('settings.tip_pct')} />
      </div>
      <FailureNote failure={act.failure} />
      <div className="a-actions">
        <Button type="submit" loading={act.busy}>
          {t('settings.venue_save')}
        </Button>
      </div>
    </form>
  );
}
