import { Sheet } from '@libs/ui';
import { Button } from '@mantine/core';
import { type FormEvent, type ReactNode, type RefObject, useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote } from './Problem';
import type { Failure } from './useAct';

interface FormSheetProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  readonly children: ReactNode;
  readonly busy: boolean;
  readonly failure: Failure | null;
  readonly submit?: string;
  /** The act takes something away. */
  readonly danger?: boolean;
  readonly disabled?: boolean;
  readonly size?: 'narrow' | 'wide';
}

/** A form in a sheet: fields, why it failed, cancel and the one act. Enter sends it. */
export function FormSheet(props: FormSheetProps): ReactNode {
  const { title, onClose, onSubmit, children, busy, failure, submit, danger = false, disabled = false, size } = props;
  const { t } = useTranslation();
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  useFirstField(form);
  return (
    <Sheet
      opened
      onClose={onClose}
      title={title}
      size={size}
      locked={busy}
      footer={
        <div className="a-actions">
          <Button variant="light" onClick={onClose} disabled={busy}>
            {t('act.cancel')}
          </Button>
          <Button
            type="submit"
            form={id}
            loading={busy}
            disabled={disabled}
            className={danger ? 'a-danger' : undefined}
          >
            {submit ?? t('act.save')}
          </Button>
        </div>
      }
    >
      <form ref={form} id={id} className="a-form" noValidate onSubmit={onSubmit}>
        {children}
        <FailureNote failure={failure} />
      </form>
    </Sheet>
  );
}

/** The sheet puts the focus on its title; who types with a keyboard wants the first field. */
function useFirstField(form: RefObject<HTMLFormElement | null>): void {
  useEffect(() => {
    if (!window.matchMedia('(pointer: fine)').matches) return;
    const timer = setTimeout(() => form.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus(), 50);
    return () => clearTimeout(timer);
  }, [form]);
}
