import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CODE_LENGTH, tidyCode } from '../format/pairing-code';
import { LanguageSwitch } from '../i18n/LanguageSwitch';
import { BigButton } from './BigButton';
import { Wordmark } from './TopBar';

interface PairScreenProps {
  /** Code of the link behind the QR that admin shows: sent at once. */
  readonly linkCode: string | null;
  readonly busy: boolean;
  /** Why the last code was not taken. */
  readonly problem: string | null;
  readonly onCode: (code: string) => void;
}

/** The tablet becomes a station of the house: once, by a code that an admin shows. */
export function PairScreen({ linkCode, busy, problem, onCode }: PairScreenProps): ReactNode {
  const { t } = useTranslation('ui');
  const [code, setCode] = useState(() => tidyCode(linkCode ?? ''));
  const sentLink = useRef(false);
  const send = useEffectEvent(onCode);
  useEffect(() => {
    const fromLink = tidyCode(linkCode ?? '');
    if (sentLink.current || fromLink.length !== CODE_LENGTH) return;
    sentLink.current = true;
    send(fromLink);
  }, [linkCode]);
  return (
    <main className="n-pair">
      <h1 className="n-pair__name">
        <Wordmark />
      </h1>
      <form
        className="n-pair__form"
        onSubmit={(event) => {
          event.preventDefault();
          onCode(code);
        }}
      >
        <label className="n-pair__title" htmlFor="pair-code">
          {t('pair.title')}
        </label>
        <p className="n-pair__detail">{t('pair.detail')}</p>
        <input
          id="pair-code"
          className="n-pair__code"
          value={code}
          placeholder="····-····"
          autoCapitalize="characters"
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setCode(tidyCode(event.target.value))}
        />
        {problem && (
          <p className="n-pair__problem" role="alert">
            {problem}
          </p>
        )}
        <BigButton type="submit" look="primary" wide busy={busy} disabled={code.length !== CODE_LENGTH}>
          {t('pair.act')}
        </BigButton>
      </form>
      <LanguageSwitch />
    </main>
  );
}
