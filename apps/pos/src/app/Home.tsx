import { LanguageSwitch, UpdateNotice, Wordmark } from '@libs/ui';
import type { ReactNode } from 'react';

/** What a till shows before it belongs to a station. */
export function Home(): ReactNode {
  return (
    <div className="pos-home">
      <h1 className="pos-home__name">
        <Wordmark />
      </h1>
      <LanguageSwitch />
      <UpdateNotice base={import.meta.env.BASE_URL} enabled={import.meta.env.PROD} />
    </div>
  );
}
