import { IconArrowLeft } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface SubPageProps {
  readonly title: string;
  readonly children: ReactNode;
  /** The actions, always in view at the bottom. */
  readonly footer?: ReactNode;
  /** Absent where there is nothing to go back to. */
  readonly back?: boolean;
}

/** A page of the till beside selling: one way back, a title, what it is about, and its actions at the bottom. */
export function SubPage({ title, children, footer, back = true }: SubPageProps): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <div className="pos-page">
      <header className="pos-page__head">
        {back && (
          <button type="button" className="n-press pos-back" onClick={() => void navigate({ to: '/' })}>
            <IconArrowLeft size={24} stroke={1.8} aria-hidden />
            {t('page.back')}
          </button>
        )}
        <h1 className="pos-page__title">{title}</h1>
      </header>
      <div className="pos-page__body" tabIndex={0} role="region" aria-label={title}>
        {children}
      </div>
      {footer && <footer className="pos-page__foot">{footer}</footer>}
    </div>
  );
}
