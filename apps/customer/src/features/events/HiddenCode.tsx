import { BigButton } from '@libs/ui';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../parts/Field';
import { Form } from '../../parts/Form';

interface HiddenCodeProps {
  /** The code in use; empty for none. */
  readonly used: string;
  /** It opened something. */
  readonly found: boolean;
  readonly onUse: (code: string) => void;
}

/** A code that shows entries which others do not see. */
export function HiddenCode({ used, found, onUse }: HiddenCodeProps): ReactNode {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(used);
  const submit = (): boolean => {
    onUse(typed.trim());
    return true;
  };
  return (
    <details className="guest-more" open={used !== '' && !found ? true : undefined}>
      <summary>{t('buy.have_code')}</summary>
      <Form onSubmit={submit} label={t('buy.have_code')}>
        <Field
          label={t('buy.code')}
          value={typed}
          onChange={setTyped}
          maxLength={40}
          autoCapitalize="characters"
          autoComplete="off"
          problem={used !== '' && !found ? t('buy.code_nothing') : undefined}
        />
        <BigButton type="submit">{t('buy.use_code')}</BigButton>
      </Form>
    </details>
  );
}
