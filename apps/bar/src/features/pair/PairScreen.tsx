import { ApiProblem } from '@libs/api-client';
import { BigButton, LanguageSwitch, Wordmark } from '@libs/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../app/api';
import { deviceQuery } from '../../app/queries';
import { CODE_LENGTH, tidyCode } from './code';
import './pair.css';

interface PairScreenProps {
  /** Code of the link behind the QR that admin shows. */
  readonly linkCode: string | null;
}

/** The tablet becomes a bar of the house: once, by a code that an admin shows. */
export function PairScreen({ linkCode }: PairScreenProps): ReactNode {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [code, setCode] = useState(() => tidyCode(linkCode ?? ''));
  const { mutate, isPending, error } = useMutation({
    mutationFn: api.enrol,
    onSuccess: async () => {
      window.history.replaceState(null, '', import.meta.env.BASE_URL);
      await queries.refetchQueries(deviceQuery);
    },
  });
  const sentLink = useRef(false);
  useEffect(() => {
    const fromLink = tidyCode(linkCode ?? '');
    if (sentLink.current || fromLink.length !== CODE_LENGTH) return;
    sentLink.current = true;
    mutate(fromLink);
  }, [linkCode, mutate]);
  const refusal = error instanceof ApiProblem && error.status < 500 ? error.detail : error && t('pair.no_answer');
  return (
    <main className="bar-pair">
      <h1 className="bar-pair__name">
        <Wordmark />
      </h1>
      <form
        className="bar-pair__form"
        onSubmit={(event) => {
          event.preventDefault();
          mutate(code);
        }}
      >
        <label className="bar-pair__title" htmlFor="pair-code">
          {t('pair.title')}
        </label>
        <p className="bar-text2">{t('pair.detail')}</p>
        <input
          id="pair-code"
          className="bar-input bar-pair__code"
          value={code}
          placeholder="····-····"
          autoCapitalize="characters"
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setCode(tidyCode(event.target.value))}
        />
        {refusal && (
          <p className="bar-notice" role="alert">
            {refusal}
          </p>
        )}
        <BigButton type="submit" look="primary" wide busy={isPending} disabled={code.length !== CODE_LENGTH}>
          {t('pair.act')}
        </BigButton>
      </form>
      <LanguageSwitch />
    </main>
  );
}
