import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../app/api';
import type { RegisterSession } from '../app/wire';
import { useFormat } from './format';

interface SessionSelectProps {
  readonly night: string | undefined;
  readonly value: string | undefined;
  readonly onChange: (session: string | undefined) => void;
}

/** Chooses a shift of a register. */
export function SessionSelect({ night, value, onChange }: SessionSelectProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const sessions = useQuery({
    queryKey: ['sessions', 'choice', night ?? 'all'],
    queryFn: async (): Promise<RegisterSession[]> =>
      (await answer(api.GET('/api/v1/register-sessions', { params: { query: { night_id: night, limit: 100 } } })))
        .items,
  });
  return (
    <Select
      label={t('sales.register')}
      placeholder={t('act.all')}
      clearable
      searchable
      data={(sessions.data ?? []).map(({ id, register, employee, opened_at }) => ({
        value: id,
        label: `${register.name} · ${employee.name} · ${format.moment(opened_at)}`,
      }))}
      comboboxProps={{ width: 360, position: 'bottom-start' }}
      value={value ?? null}
      onChange={(id) => onChange(id ?? undefined)}
    />
  );
}
