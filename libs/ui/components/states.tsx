import { IconAlertTriangle, IconCloudOff, IconMoon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { BigButton } from './BigButton';

interface StateProps {
  readonly icon?: ReactNode;
  readonly title: string;
  /** What it means and the next step, in one sentence. */
  readonly detail?: string;
  /** One button. */
  readonly action?: ReactNode;
}

/** Nothing here yet, and what to do about it. */
export function EmptyState({ icon = <IconMoon size={44} stroke={1.4} />, ...rest }: StateProps): ReactNode {
  return <State icon={icon} {...rest} />;
}

interface ErrorStateProps {
  readonly title?: string;
  /** Say what happened to the money. */
  readonly detail?: string;
  readonly onRetry?: () => void;
  /** The button's word when it is not "Reintentar". */
  readonly retryWord?: string;
}

/** It failed; says what became of the work and offers the next step. */
export function ErrorState({ title, detail, onRetry, retryWord }: ErrorStateProps): ReactNode {
  const { t } = useTranslation('ui');
  return (
    <State
      alert
      icon={<IconAlertTriangle size={44} stroke={1.4} color="var(--bad)" />}
      title={title ?? t('state.error')}
      detail={detail ?? t('state.error_detail')}
      action={onRetry && <BigButton onPress={onRetry}>{retryWord ?? t('state.retry')}</BigButton>}
    />
  );
}

/** The server is needed and not there. */
export function OfflineState({ title, detail, onRetry }: Omit<ErrorStateProps, 'retryWord'>): ReactNode {
  const { t } = useTranslation('ui');
  return (
    <State
      alert
      icon={<IconCloudOff size={44} stroke={1.4} color="var(--warn)" />}
      title={title ?? t('state.offline')}
      detail={detail ?? t('state.offline_detail')}
      action={onRetry && <BigButton onPress={onRetry}>{t('state.retry')}</BigButton>}
    />
  );
}

/** Waiting. Stays invisible for a moment, so that quick answers do not flicker. */
export function LoadingState({ label }: { readonly label?: string }): ReactNode {
  const { t } = useTranslation('ui');
  return (
    <div className="n-state n-state--loading" role="status">
      <span className="n-state__bar" aria-hidden />
      <p className="n-state__detail">{label ?? t('state.loading')}</p>
    </div>
  );
}

function State({ icon, title, detail, action, alert }: StateProps & { readonly alert?: boolean }): ReactNode {
  return (
    <div className="n-state" role={alert ? 'alert' : undefined}>
      <span className="n-state__icon" aria-hidden>
        {icon}
      </span>
      <h2 className="n-state__title">{title}</h2>
      {detail && <p className="n-state__detail">{detail}</p>}
      {action}
    </div>
  );
}
