import { Sheet } from '@libs/ui';
import { Button, Textarea, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GuestList, ListedGuest } from '../../app/wire';
import { useFormat } from '../../parts/format';
import { Grid } from '../../parts/Grid';
import { AnswerOf, FailureNote } from '../../parts/Problem';
import { useAct } from '../../parts/useAct';
import { usePages } from '../../parts/usePages';
import { addGuests, listGuests, type NewGuest, takeOff } from './api';
import { guestsOf } from './guests';

interface ListedGuestsProps {
  readonly list: GuestList;
  readonly onEdit: () => void;
  readonly onClose: () => void;
}

/** The names of a list, who is there already, and room to paste more. */
export function ListedGuests({ list, onEdit, onClose }: ListedGuestsProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const [text, setText] = useState('');
  const [q, setQ] = useState('');
  const [wanted] = useDebouncedValue(q.trim(), 250);
  const pages = usePages(['entries', 'guests', list.id, wanted], (cursor) => listGuests(list.id, wanted, cursor));
  const refresh = [['entries']];
  const add = useAct((guests: readonly NewGuest[], key) => addGuests(list.id, guests, key), {
    refresh,
    says: t('entries.guests_added'),
    onDone: () => setText(''),
  });
  const off = useAct((guest: string) => takeOff(guest), { refresh, says: t('entries.guest_off') });
  const named = guestsOf(text);
  return (
    <Sheet
      opened
      onClose={onClose}
      title={list.name}
      size="wide"
      footer={
        <div className="a-actions">
          <Button variant="light" onClick={onEdit}>
            {t('act.edit')}
          </Button>
          <Button loading={add.busy} disabled={named.length === 0} onClick={() => void add.run(named)}>
            {t('entries.add_guests', { count: named.length })}
          </Button>
        </div>
      }
    >
      <div className="a-stack">
        <Textarea
          label={t('entries.paste')}
          description={t('entries.paste_hint')}
          autosize
          minRows={3}
          maxRows={8}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <FailureNote failure={add.failure ?? off.failure} />
        <TextInput
          label={t('act.search')}
          leftSection={<IconSearch size={20} stroke={1.7} aria-hidden />}
          value={q}
          onChange={(event) => setQ(event.currentTarget.value)}
        />
        <AnswerOf of={pages}>
          {(guests) => (
            <Grid<ListedGuest>
              label={list.name}
              rows={guests}
              more={pages.more}
              empty={t('entries.no_guests')}
              columns={[
                {
                  accessor: 'name',
                  title: t('entries.guest'),
                  render: ({ name, plus, note }) => (
                    <div>
                      <strong className="a-strong">{name}</strong> {plus > 0 && `+${plus}`}
                      {note && <p className="a-quiet a-small">{note}</p>}
                    </div>
                  ),
                },
                {
                  accessor: 'arrived',
                  title: t('entries.arrived'),
                  noWrap: true,
                  render: ({ arrived, plus }) => `${format.count(arrived)} / ${format.count(plus + 1)}`,
                },
                {
                  accessor: 'id',
                  title: t('act.actions'),
                  render: ({ id, arrived }) =>
                    arrived === 0 && (
                      <Button variant="light" loading={off.busy} onClick={() => void off.run(id)}>
                        {t('act.remove')}
                      </Button>
                    ),
                },
              ]}
            />
          )}
        </AnswerOf>
      </div>
    </Sheet>
  );
}
