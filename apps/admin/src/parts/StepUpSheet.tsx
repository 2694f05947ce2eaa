import { isUnknown } from '@libs/screen';
import { Select, Textarea } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { type QueryKey, useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { answer, api } from '../app/api';
import type { Me, Named } from '../app/wire';
import { FormSheet } from './FormSheet';
import { SecretInput } from './SecretInput';
import { type Failure, useAct } from './useAct';

type Permission = Me['permissions'][number];

interface Values {
  who: string;
  pin: string;
  reason: string;
}

interface StepUpSheetProps<Output> {
  readonly title: string;
  /** What the act does, in one or two sentences. */
  readonly lead: string;
  readonly submit: string;
  readonly danger?: boolean;
  readonly size?: 'narrow' | 'wide';
  /** What the other person has to be allowed. */
  readonly permission: Permission;
  readonly says: string;
  readonly refresh: readonly QueryKey[];
  readonly act: (given: { readonly reason: string; readonly token: string }, key: string) => Promise<Output>;
  /** Whether the fields of `children` are filled in; shows what is missing. */
  readonly check?: () => boolean;
  /** False where the act keeps no reason. */
  readonly withReason?: boolean;
  /** Further fields, above the reason. */
  readonly children?: (failure: Failure | null) => ReactNode;
  readonly onClose: () => void;
}

/** An act that another person allows with their PIN, with its reason. */
export function StepUpSheet<Output>(props: StepUpSheetProps<Output>): ReactNode {
  const {
    title,
    lead,
    submit,
    danger = false,
    size,
    permission,
    says,
    refresh,
    check,
    withReason = true,
    children,
    onClose,
  } = props;
  const { t } = useTranslation();
  const people = useQuery({
    queryKey: ['team', 'authorisers', permission],
    queryFn: async (): Promise<Named[]> =>
      (await answer(api.GET('/api/v1/auth/step-up/people', { params: { query: { permission } } }))).items,
  });
  const granted = useRef<string>(null);
  const schema = useMemo(
    () =>
      z.object({
        who: z.string().min(1, t('form.required')),
        pin: z.string().regex(/^\d{6}$/, t('step_up.six')),
        reason: withReason ? z.string().trim().min(1, t('form.required')) : z.string(),
      }),
    [t, withReason],
  );
  const form = useForm<Values>({
    initialValues: { who: '', pin: '', reason: '' },
    validate: schemaResolver(schema, { sync: true }),
  });
  // A yes is good for one use: it is asked for again only when the server decided, never while that is unknown.
  const allowed = async ({ who, pin, reason }: Values, key: string): Promise<Output> => {
    granted.current ??= await stepUp(who, pin, permission);
    try {
      return await props.act({ reason: reason.trim(), token: granted.current }, key);
    } catch (error) {
      if (!isUnknown(error)) granted.current = null;
      throw error;
    }
  };
  const act = useAct(allowed, { refresh, says, onDone: onClose });
  const isNobody = people.data?.length === 0;
  return (
    <FormSheet
      title={title}
      submit={submit}
      danger={danger}
      size={size}
      disabled={isNobody}
      busy={act.busy}
      failure={act.failure}
      onClose={onClose}
      onSubmit={(event) => {
        const isComplete = check?.() ?? true;
        form.onSubmit((values) => {
          if (isComplete) void act.run(values);
        })(event);
      }}
    >
      <p className="a-lead">{isNobody ? t('step_up.nobody') : lead}</p>
      {children?.(act.failure)}
      {withReason && (
        <Textarea
          label={t('act.reason')}
          description={t('act.reason_hint')}
          required
          data-autofocus
          autosize
          maxLength={200}
          {...form.getInputProps('reason')}
        />
      )}
      <div className="a-two">
        <Select
          label={t('step_up.who')}
          required
          data={(people.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          {...form.getInputProps('who')}
        />
        <SecretInput
          label={t('step_up.pin')}
          required
          inputMode="numeric"
          maxLength={6}
          autoComplete="off"
          {...form.getInputProps('pin')}
        />
      </div>
    </FormSheet>
  );
}

/** The yes of another person, one use, two minutes. */
async function stepUp(employee: string, pin: string, permission: Permission): Promise<string> {
  const body = { employee_id: employee, pin, permission };
  return (await answer(api.POST('/api/v1/auth/step-up', { body }))).token;
}
