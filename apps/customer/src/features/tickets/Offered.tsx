import { useWrite } from '@libs/screen';
import { BigButton, useToast } from '@libs/ui';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../app/api';
import { entriesQuery } from '../../app/queries';
import type { OwnEntry } from '../../app/wire';
import { FailureNotice, Notice } from '../../parts/Notice';
import { momentInWords } from '../../parts/when';

/** An entry that waits for somebody to take it, and the way to keep it after all. */
export function Offered({ entry }: { readonly entry: OwnEntry }): ReactNode {
  const { t, i18n } = useTranslation();
  const toast = useToast();
  const queries = useQueryClient();
  const withdraw = useWrite(
    (_: null, key) => api.withdrawEntry(entry.uuid, key),
    async () => {
      await queries.invalidateQueries(entriesQuery);
      toast({ text: t('send.withdrawn'), outcome: 'ok' });
    },
  );
  return (
    <section className="guest-section">
      <Notice tone="info">{t('send.waits', { when: momentInWords(entry.offered_until ?? '', i18n.language) })}</Notice>
      <FailureNotice error={withdraw.error} />
      <BigButton wide busy={withdraw.isPending} onPress={() => withdraw.mutate(null)}>
        {t('send.withdraw')}
      </BigButton>
    </section>
  );
}
