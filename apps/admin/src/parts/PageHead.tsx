import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';

interface PageHeadProps {
  readonly title: string;
  readonly sub?: ReactNode;
  readonly actions?: ReactNode;
}

/** The title of a screen, also of the browser's tab, and its acts at the right. */
export function PageHead({ title, sub, actions }: PageHeadProps): ReactNode {
  const { i18n } = useTranslation();
  useEffect(() => {
    document.title = `${title} · Noche`;
  }, [title, i18n.language]);
  return (
    <header className="a-head">
      <div className="a-head__words">
        <h1 className="admin-title">{title}</h1>
        {sub && <div className="a-head__sub">{sub}</div>}
      </div>
      {actions && <div className="a-head__actions">{actions}</div>}
    </header>
  );
}
