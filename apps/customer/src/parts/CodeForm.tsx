import { BigButton } from '@libs/ui';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from './Field';
import { Form } from './Form';
import { FailureNotice } from './Notice';
import { useFields } from './useFields';

interface CodeFormProps {
  readonly busy: boolean;
  readonly error: unknown;
  readonly act: string;
  /** Asks for a new password beside the code. */
  readonly withPassword?: boolean;
  readonly onSubmit: (code: string, password: string) => void;
}

/** The code from the mail; case, spaces and hyphens do not matter. */
export function CodeForm({ busy, error, act, withPassword = false, onSubmit }: CodeFormProps): ReactNode {
  const { t } = useTranslation();
  const fields = useFields({ code: '', password: '' }, withPassword ? ['code', 'password'] : ['code'], error);
  const submit = (): boolean => {
    if (!fields.check()) return false;
    if (!busy) onSubmit(fields.values.code.trim(), fields.values.password);
    return true;
  };
  return (
    <Form onSubmit={submit}>
      <Field
        label={t('code.label')}
        placeholder="K7PM-2XQD"
        autoComplete="one-time-code"
        autoCapitalize="characters"
        maxLength={12}
        {...fields.of('code')}
      />
      {withPassword && (
        <Field
          label={t('field.new_password')}
          hint={t('field.password_hint')}
          type="password"
          autoComplete="new-password"
          {...fields.of('password')}
        />
      )}
      <FailureNotice error={error} />
      <BigButton type="submit" look="primary" wide busy={busy}>
        {act}
      </BigButton>
    </Form>
  );
}
