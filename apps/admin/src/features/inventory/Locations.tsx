import { Button, Switch, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StockLocation } from '../../app/wire';
import { FormSheet } from '../../parts/FormSheet';
import { Grid } from '../../parts/Grid';
import { AnswerOf } from '../../parts/Problem';
import { useAct } from '../../parts/useAct';
import { locationsQuery, saveLocation } from './api';

/** The places that hold stock: bars, terraces, the store room. */
export function Locations(): ReactNode {
  const { t } = useTranslation();
  const query = useQuery(locationsQuery);
  const [edited, setEdited] = useState<StockLocation | 'new' | null>(null);
  return (
    <>
      <div className="a-bar">
        <div className="a-bar__end">
          <Button leftSection={<IconPlus size={20} stroke={1.7} aria-hidden />} onClick={() => setEdited('new')}>
            {t('inventory.new_location')}
          </Button>
        </div>
      </div>
      <AnswerOf of={query}>
        {(locations) => (
          <Grid<StockLocation>
            label={t('inventory.locations')}
            rows={locations}
            dim={({ is_active }) => !is_active}
            columns={[
              {
                accessor: 'name',
                title: t('inventory.location'),
                render: (one) => (
                  <button type="button" className="a-rowlink" onClick={() => setEdited(one)}>
                    <strong>{one.name}</strong>
                  </button>
                ),
              },
              {
                accessor: 'is_active',
                title: t('inventory.in_use'),
                render: (one) => t(one.is_active ? 'act.yes' : 'act.no'),
              },
            ]}
          />
        )}
      </AnswerOf>
      {edited && <LocationSheet location={edited === 'new' ? undefined : edited} onClose={() => setEdited(null)} />}
    </>
  );
}

interface LocationSheetProps {
  readonly location: StockLocation | undefined;
  readonly onClose: () => void;
}

function LocationSheet({ location, onClose }: LocationSheetProps): ReactNode {
  const { t } = useTranslation();
  const [name, setName] = useState(location?.name ?? '');
  const [isActive, setIsActive] = useState(location?.is_active ?? true);
  const [tried, setTried] = useState(false);
  const missing = name.trim() === '';
  const act = useAct((draft: Omit<StockLocation, 'id'>) => saveLocation(location?.id, draft), {
    refresh: [['stock']],
    onDone: onClose,
  });
  return (
    <FormSheet
      title={t(location ? 'inventory.edit_location' : 'inventory.new_location')}
      busy={act.busy}
      failure={act.failure}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!missing) void act.run({ name: name.trim(), is_active: isActive });
      }}
    >
      <TextInput
        label={t('inventory.name')}
        required
        data-autofocus
        maxLength={60}
        value={name}
        error={tried && missing ? t('form.required') : undefined}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Switch
        size="md"
        label={t('inventory.in_use')}
        checked={isActive}
        onChange={(event) => setIsActive(event.currentTarget.checked)}
      />
    </FormSheet>
  );
}
