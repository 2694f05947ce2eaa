import { Component, type ErrorInfo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from './states';

interface ErrorBoundaryProps {
  readonly children: ReactNode;
  /** Hears of the error, for the log. */
  readonly onError?: (error: unknown, where: string) => void;
}

/** Catches what a screen throws and offers to load the app again; nothing that was queued is lost by that. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    this.props.onError?.(error, info.componentStack ?? '');
  }

  override render(): ReactNode {
    return this.state.failed ? <Failed /> : this.props.children;
  }
}

function Failed(): ReactNode {
  const { t } = useTranslation('ui');
  return (
    <main className="n-page-state">
      <ErrorState retryWord={t('state.reload')} onRetry={() => window.location.reload()} />
    </main>
  );
}
