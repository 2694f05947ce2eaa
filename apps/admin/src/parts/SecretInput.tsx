import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** Mantine's password field, whose eye is big enough for a finger and says what it does in the language of the screen. */
export function SecretInput(props: PasswordInputProps): ReactNode {
  const { t } = useTranslation();
  return (
    <PasswordInput
      {...props}
      visibilityToggleButtonProps={{ 'aria-label': t('form.show_secret') }}
      rightSectionWidth="var(--target-admin)"
      vars={() => ({ root: { '--psi-button-size': 'var(--target-admin)' } })}
    />
  );
}
