import { formatCLP, StatusDot } from '@libs/ui';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Register } from '../../app/wire';
import { useFormat } from '../../parts/format';
import { Grid, MIDDLE, ROOMY } from '../../parts/Grid';
import { AnswerOf } from '../../parts/Problem';
import { placesQuery, registersQuery } from './api';
import { RegisterSheet } from './RegisterSheet';

/** Every register: who is on it now, and what it may sell. */
export function Registers(): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const query = useQuery(registersQuery);
  const places = useQuery(placesQuery);
  const [edited, setEdited] = useState<Register | 'new' | null>(null);
  const place = new Map(places.data?.map(({ id, name }) => [id, name]));
  return (
    <>
      <div className="a-bar">
        <div className="a-bar__end">
          <Button leftSection={<IconPlus size={20} stroke={1.7} aria-hidden />} onClick={() => setEdited('new')}>
            {t('registers.new_register')}
          </Button>
        </div>
      </div>
      <AnswerOf of={query}>
        {(registers) => (
          <Grid<Register>
            label={t('registers.registers')}
            rows={registers}
            dim={({ is_active }) => !is_active}
            columns={[
              {
                accessor: 'name',
                title: t('registers.register'),
                render: (one) => (
                  <button type="button" className="a-rowlink" onClick={() => setEdited(one)}>
                    <strong>{one.name}</strong>
                    <span className="a-quiet">{one.place}</span>
                    {one.is_test && <span className="a-pill">{t('registers.test')}</span>}
                  </button>
                ),
              },
              {
                accessor: 'open_session',
                title: t('registers.state'),
                render: ({ open_session: session }) =>
                  session ? (
                    <StatusDot tone={session.status === 'OPEN' ? 'ok' : 'warn'}>
                      {t('registers.open_by', { name: session.employee.name, time: format.time(session.opened_at) })}
                    </StatusDot>
                  ) : (
                    <StatusDot tone="idle">{t('registers.free')}</StatusDot>
                  ),
              },
              {
                accessor: 'type',
                title: t('registers.type'),
                visibleMediaQuery: MIDDLE,
                render: ({ type }) => t(`registers.types.${type}`),
              },
              {
                accessor: 'location_id',
                title: t('registers.location'),
                visibleMediaQuery: ROOMY,
                render: ({ location_id }) => place.get(location_id),
              },
              {
                accessor: 'allowed_methods',
                title: t('registers.methods'),
                visibleMediaQuery: ROOMY,
                render: ({ allowed_methods }) => allowed_methods.map((method) => t(`word.method.${method}`)).join(', '),
              },
              {
                accessor: 'suggested_float',
                title: t('registers.float'),
                textAlign: 'right',
                visibleMediaQuery: ROOMY,
                render: ({ suggested_float }) => formatCLP(suggested_float),
              },
            ]}
          />
        )}
      </AnswerOf>
      {edited && places.data && (
        <RegisterSheet
          register={edited === 'new' ? undefined : edited}
          places={places.data}
          onClose={() => setEdited(null)}
        />
      )}
    </>
  );
}
