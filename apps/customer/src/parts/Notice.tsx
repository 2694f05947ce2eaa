import { ApiProblem } from '@libs/api-client';
import { isUnknown } from '@libs/screen';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isAboutFields } from '../app/problems';

interface NoticeProps {
  /** `info` tells, `warn` and `bad` interrupt. */
  readonly tone?: 'info' | 'warn' | 'bad';
  readonly children: ReactNode;
}

/** A sentence that has to be read, across the full width. */
export function Notice({ tone = 'warn', children }: NoticeProps): ReactNode {
  const Icon = tone === 'info' ? IconInfoCircle : IconAlertTriangle;
  return (
    <p className="guest-notice" data-tone={tone} role={tone === 'info' ? 'status' : 'alert'}>
      <Icon size={22} stroke={1.8} aria-hidden />
      <span>{children}</span>
    </p>
  );
}

/** What became of a write that failed: refused in the server's words, or unknown and safe to ask again. */
export function FailureNotice({ error }: { readonly error: unknown }): ReactNode {
  const { t } = useTranslation();
  if (!error) return null;
  if (isAboutFields(error)) return <Notice tone="bad">{t('form.look')}</Notice>;
  if (error instanceof ApiProblem && !isUnknown(error))
    return <Notice tone="bad">{error.detail || error.title}</Notice>;
  return <Notice>{t('state.unknown')}</Notice>;
}
