import { Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormSheet } from './FormSheet';
import type { Failure } from './useAct';

interface ReasonSheetProps {
  readonly title: string;
  /** What the act does, in one or two sentences. */
  readonly detail: string;
  readonly submit: string;
  readonly danger?: boolean;
  readonly busy: boolean;
  readonly failure: Failure | null;
  readonly onClose: () => void;
  readonly onConfirm: (reason: string) => void;
}

/** Asks for the reason of an act that is written into the audit. */
export function ReasonSheet(props: ReasonSheetProps): ReactNode {
  const { title, detail, submit, danger, busy, failure, onClose, onConfirm } = props;
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const missing = reason.trim() === '';
  return (
    <FormSheet
      title={title}
      submit={submit}
      danger={danger}
      busy={busy}
      failure={failure}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (!missing) onConfirm(reason.trim());
      }}
    >
      <p className="a-lead">{detail}</p>
      <Textarea
        label={t('act.reason')}
        description={t('act.reason_hint')}
        required
        data-autofocus
        autosize
        minRows={2}
        maxLength={200}
        value={reason}
        error={asked && missing ? t('form.required') : undefined}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormSheet>
  );
}
