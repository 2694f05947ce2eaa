import { TagsInput, Textarea, TextInput } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useMe } from '../../app/session';
import type { Night } from '../../app/wire';
import { WholeInput } from '../../parts/fields';
import { FormSheet } from '../../parts/FormSheet';
import { useAct } from '../../parts/useAct';
import { changeNight, planNight } from './api';
import { draftOf, type NightForm } from './draft';

interface NightSheetProps {
  readonly initial: NightForm;
  /** The night that is edited; none when a new one is planned. */
  readonly night?: Night;
  readonly onClose: () => void;
  readonly onSaved: (night: Night) => void;
}

/** Plans or edits a night. */
export function NightSheet({ initial, night, onClose, onSaved }: NightSheetProps): ReactNode {
  const { t } = useTranslation();
  const { venue } = useMe();
  const schema = useMemo(
    () =>
      z.object({
        date: z.iso.date(t('form.required')),
        name: z.string().trim().min(1, t('form.required')).max(120),
        doorsOpen: z.union([z.literal(''), z.string().regex(/^\d\d:\d\d$/, t('form.time'))]),
        doorsClose: z.union([z.literal(''), z.string().regex(/^\d\d:\d\d$/, t('form.time'))]),
        capacity: z.union([z.literal(''), z.int(t('form.whole')).min(1, t('form.positive'))]),
      }),
    [t],
  );
  const form = useForm<NightForm>({ initialValues: initial, validate: schemaResolver(schema, { sync: true }) });
  const act = useAct(
    (values: NightForm) => {
      const draft = draftOf(values, venue.time_zone, night);
      return night ? changeNight(night.id, draft) : planNight(draft);
    },
    { refresh: [['nights'], ['board']], onDone: onSaved },
  );
  return (
    <FormSheet
      title={t(night ? 'nights.edit' : 'nights.plan')}
      size="wide"
      onClose={onClose}
      busy={act.busy}
      failure={act.failure}
      onSubmit={form.onSubmit((values) => void act.run(values))}
    >
      <div className="a-two">
        <TextInput label={t('nights.name')} required data-autofocus maxLength={120} {...form.getInputProps('name')} />
        <TextInput type="date" label={t('nights.date')} required {...form.getInputProps('date')} />
      </div>
      <div className="a-two">
        <TextInput type="time" label={t('nights.doors_open')} {...form.getInputProps('doorsOpen')} />
        <TextInput type="time" label={t('nights.doors_close')} {...form.getInputProps('doorsClose')} />
        <WholeInput label={t('nights.capacity')} {...form.getInputProps('capacity')} />
      </div>
      <TagsInput
        label={t('nights.djs')}
        description={t('nights.djs_hint')}
        acceptValueOnBlur
        maxTags={30}
        {...form.getInputProps('djs')}
      />
      <Textarea
        label={t('nights.description')}
        autosize
        minRows={2}
        maxLength={2_000}
        {...form.getInputProps('description')}
      />
      <Textarea
        label={t('nights.checklist')}
        description={t('nights.checklist_hint')}
        autosize
        minRows={3}
        {...form.getInputProps('checklist')}
      />
    </FormSheet>
  );
}
