import { IconArrowLeft } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface PageProps {
  readonly title: string;
  readonly children: ReactNode;
  /** Where the arrow leads; absent on the pages of the menu. */
  readonly back?: string;
  /** At the right of the title. */
  readonly aside?: ReactNode;
  /** `wide` uses the whole width of a tablet, for lists and for two columns. */
  readonly width?: 'normal' | 'wide';
}

/** A page below the menu: one way back, a title, what it is about. */
export function Page({ title, children, back, aside, width = 'normal' }: PageProps): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="guest-page" data-width={width}>
      <header className="guest-page__head">
        {back !== undefined && (
          <Link to={back} className="n-press guest-back" aria-label={t('page.back')}>
            <IconArrowLeft size={24} stroke={1.8} aria-hidden />
          </Link>
        )}
        <h1 className="guest-page__title">{title}</h1>
        {aside}
      </header>
      {children}
    </div>
  );
}
