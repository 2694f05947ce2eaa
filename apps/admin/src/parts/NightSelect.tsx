import { Select } from '@mantine/core';
import { queryOptions, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../app/api';
import type { Night } from '../app/wire';
import { useFormat } from './format';

/** The newest 60 nights, planned ones included. */
export const nightsQuery = queryOptions({
  queryKey: ['nights', 'choice'],
  queryFn: async (): Promise<Night[]> =>
    (await answer(api.GET('/api/v1/nights', { params: { query: { limit: 60 } } }))).items,
});

interface NightSelectProps {
  readonly value: string | undefined;
  readonly onChange: (night: string | undefined) => void;
  /** What none means, when it is not all of them. */
  readonly placeholder?: string;
  /** Nights to come as well, which nothing happened on yet. */
  readonly planned?: boolean;
}

/** Chooses a night to look at; none means all. */
export function NightSelect({ value, onChange, placeholder, planned = false }: NightSelectProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const nights = useQuery(nightsQuery);
  const offered = nights.data?.filter(({ status }) => planned || status !== 'PLANNED') ?? [];
  return (
    <Select
      label={t('registers.night')}
      placeholder={placeholder ?? t('registers.all_nights')}
      clearable
      searchable
      data={offered.map(({ id, name, date }) => ({ value: id, label: `${format.date(date)} · ${name}` }))}
      value={value ?? null}
      onChange={(id) => onChange(id ?? undefined)}
    />
  );
}
