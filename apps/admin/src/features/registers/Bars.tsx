import { Button, Select, Switch, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Bar, Named } from '../../app/wire';
import { FormSheet } from '../../parts/FormSheet';
import { Grid } from '../../parts/Grid';
import { AnswerOf } from '../../parts/Problem';
import { useAct } from '../../parts/useAct';
import { type BarDraft, barsQuery, placesQuery, saveBar } from './api';

/** The places that deliver. */
export function Bars(): ReactNode {
  const { t } = useTranslation();
  const query = useQuery(barsQuery);
  const places = useQuery(placesQuery);
  const [edited, setEdited] = useState<Bar | 'new' | null>(null);
  const place = new Map(places.data?.map(({ id, name }) => [id, name]));
  return (
    <>
      <div className="a-bar">
        <div className="a-bar__end">
          <Button leftSection={<IconPlus size={20} stroke={1.7} aria-hidden />} onClick={() => setEdited('new')}>
            {t('registers.new_bar')}
          </Button>
        </div>
      </div>
      <AnswerOf of={query}>
        {(bars) => (
          <Grid<Bar>
            label={t('registers.bars')}
            rows={bars}
            dim={({ is_active }) => !is_active}
            columns={[
              {
                accessor: 'name',
                title: t('registers.bar'),
                render: (bar) => (
                  <button type="button" className="a-rowlink" onClick={() => setEdited(bar)}>
                    <strong>{bar.name}</strong>
                  </button>
                ),
              },
              {
                accessor: 'location_id',
                title: t('registers.location'),
                render: ({ location_id }) => place.get(location_id),
              },
              {
                accessor: 'is_active',
                title: t('registers.in_use'),
                render: ({ is_active }) => t(is_active ? 'act.yes' : 'act.no'),
              },
            ]}
          />
        )}
      </AnswerOf>
      {edited && places.data && (
        <BarSheet bar={edited === 'new' ? undefined : edited} places={places.data} onClose={() => setEdited(null)} />
      )}
    </>
  );
}

interface BarSheetProps {
  readonly bar: Bar | undefined;
  readonly places: readonly Named[];
  readonly onClose: () => void;
}

function BarSheet({ bar, places, onClose }: BarSheetProps): ReactNode {
  const { t } = useTranslation();
  const [name, setName] = useState(bar?.name ?? '');
  const [location, setLocation] = useState(bar?.location_id ?? places[0]?.id ?? '');
  const [isActive, setIsActive] = useState(bar?.is_active ?? true);
  const [tried, setTried] = useState(false);
  const missing = name.trim() === '';
  const act = useAct((draft: BarDraft) => saveBar(bar?.id, draft), { refresh: [['registers']], onDone: onClose });
  return (
    <FormSheet
      title={t(bar ? 'registers.edit_bar' : 'registers.new_bar')}
      busy={act.busy}
      failure={act.failure}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!missing) void act.run({ name: name.trim(), location_id: location, is_active: isActive });
      }}
    >
      <TextInput
        label={t('registers.name')}
        required
        data-autofocus
        maxLength={60}
        value={name}
        error={tried && missing ? t('form.required') : undefined}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Select
        label={t('registers.location')}
        allowDeselect={false}
        data={places.map(({ id, name: label }) => ({ value: id, label }))}
        value={location}
        onChange={(id) => setLocation(id ?? location)}
      />
      {bar && (
        <Switch
          size="md"
          label={t('registers.in_use')}
          checked={isActive}
          onChange={(event) => setIsActive(event.currentTarget.checked)}
        />
      )}
    </FormSheet>
  );
}
