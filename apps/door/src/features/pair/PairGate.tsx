import { isUnknown, sentenceOf } from '@libs/screen';
import { PairScreen } from '@libs/ui';
import '@libs/ui/styles/pair.css';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../app/api';
import { deviceQuery } from '../../app/queries';

/** The tablet becomes a door of the house. */
export function PairGate({ linkCode }: { readonly linkCode: string | null }): ReactNode {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: api.enrol,
    onSuccess: async () => {
      window.history.replaceState(null, '', import.meta.env.BASE_URL);
      await queries.refetchQueries(deviceQuery);
    },
  });
  const said = isUnknown(error) ? null : sentenceOf(error);
  const problem = error ? (said ?? t('pair.no_answer')) : null;
  return <PairScreen linkCode={linkCode} busy={isPending} problem={problem} onCode={mutate} />;
}
