import { LanguageSwitch, Wordmark } from '@libs/ui';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface EnterPageProps {
  readonly title: string;
  readonly detail?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of everything before the login. */
export function EnterPage({ title, detail, children }: EnterPageProps): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="guest-enter">
      <header className="guest-enter__head">
        <Link to="/" className="n-press guest-enter__home" aria-label={t('enter.home')}>
          <Wordmark />
        </Link>
        <LanguageSwitch />
      </header>
      <main className="guest-enter__main">
        <h1 className="guest-enter__title">{title}</h1>
        {detail && <p className="guest-text2">{detail}</p>}
        {children}
      </main>
    </div>
  );
}
