import { isUnknown, sentenceOf } from '@libs/screen';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** A sentence that has to be read, across the full width. */
export function Notice({
  tone = 'warn',
  children,
}: {
  readonly tone?: 'warn' | 'bad';
  readonly children: ReactNode;
}): ReactNode {
  return (
    <p className="pos-notice" data-tone={tone} role="alert">
      <IconAlertTriangle size={24} stroke={1.8} aria-hidden />
      <span>{children}</span>
    </p>
  );
}

/** What became of a write that failed: refused in the server's words, or unknown and safe to ask again. */
export function FailureNotice({ error }: { readonly error: unknown }): ReactNode {
  const { t } = useTranslation();
  if (!error) return null;
  const said = isUnknown(error) ? null : sentenceOf(error);
  if (said) return <Notice tone="bad">{said}</Notice>;
  return <Notice>{t('state.unknown')}</Notice>;
}
