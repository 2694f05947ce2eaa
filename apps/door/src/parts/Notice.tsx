import { isUnknown, sentenceOf } from '@libs/screen';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** What became of an act that failed: refused in the server's words, or unknown and safe to ask again. */
export function FailureNotice({ error }: { readonly error: unknown }): ReactNode {
  const { t } = useTranslation();
  if (!error) return null;
  const said = isUnknown(error) ? null : sentenceOf(error);
  return (
    <p className="door-notice" role="alert">
      <IconAlertTriangle size={24} stroke={1.8} aria-hidden />
      <span>{said ?? t('state.unknown')}</span>
    </p>
  );
}
