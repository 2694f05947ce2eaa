import { Button, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NightSelect } from '../../parts/NightSelect';
import { peopleQuery } from './api';
import { CONTEXTS, typesOf, useEventWord } from './useEventWord';

const route = getRouteApi('/in/audit');

/** What of the audit is shown. Everything stands in the address, so that it can be sent to somebody. */
export function Filters(): ReactNode {
  const { t } = useTranslation();
  const word = useEventWord();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const people = useQuery(peopleQuery);
  const narrow = (changes: typeof search): void =>
    void navigate({ search: (now) => ({ ...now, ...changes }), replace: true });
  const isFiltered = Boolean(
    search.type ?? search.employee ?? search.night ?? search.subject ?? search.from ?? search.to,
  );
  return (
    <div className="a-bar">
      <Select
        label={t('audit.what')}
        placeholder={t('audit.all')}
        clearable
        searchable
        data={CONTEXTS.map((context) => ({
          group: t(`audit.contexts.${context}`),
          items: [
            { value: context, label: t(`audit.contexts.${context}`) },
            ...typesOf(context).map((type) => ({ value: type, label: word(type) })),
          ],
        }))}
        value={search.type ?? null}
        onChange={(type) => narrow({ type: type ?? undefined })}
      />
      <Select
        label={t('audit.who')}
        placeholder={t('audit.everybody')}
        clearable
        searchable
        data={(people.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        value={search.employee ?? null}
        onChange={(employee) => narrow({ employee: employee ?? undefined })}
      />
      <NightSelect value={search.night} onChange={(night) => narrow({ night })} />
      <TextInput
        type="date"
        label={t('audit.from')}
        value={search.from ?? ''}
        onChange={(event) => narrow({ from: event.currentTarget.value || undefined })}
      />
      <TextInput
        type="date"
        label={t('audit.to')}
        value={search.to ?? ''}
        onChange={(event) => narrow({ to: event.currentTarget.value || undefined })}
      />
      {search.subject && (
        <Button variant="light" onClick={() => narrow({ subject: undefined })}>
          {t('audit.subject')} ×
        </Button>
      )}
      {isFiltered && (
        <Button variant="subtle" onClick={() => void navigate({ search: {} })}>
          {t('act.clear')}
        </Button>
      )}
    </div>
  );
}
