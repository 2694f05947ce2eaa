import { Select, Switch, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/session';
import type { GuestList } from '../../app/wire';
import { FormSheet } from '../../parts/FormSheet';
import { useAct } from '../../parts/useAct';
import { type ListDraft, saveList, typesQuery } from './api';
import { localOf, MomentInput, momentOf } from './MomentInput';

interface GuestListSheetProps {
  readonly night: string;
  /** None for a new one. */
  readonly list: GuestList | undefined;
  readonly onClose: () => void;
}

/** A guest list: whose it is, until when it counts, and whether its guests pay. */
export function GuestListSheet({ night, list, onClose }: GuestListSheetProps): ReactNode {
  const { t } = useTranslation();
  const { time_zone: zone } = useMe().venue;
  const types = useQuery(typesQuery(night));
  const [name, setName] = useState(list?.name ?? '');
  const [owner, setOwner] = useState(list?.owner_name ?? '');
  const [type, setType] = useState(list?.entry_type_id ?? null);
  const [until, setUntil] = useState(localOf(list?.expires_at ?? null, zone));
  const [active, setActive] = useState(list?.is_active ?? true);
  const [tried, setTried] = useState(false);
  const save = useAct((draft: ListDraft) => saveList(night, list, draft), {
    refresh: [['entries', 'lists']],
    onDone: onClose,
  });
  const missing = (value: string) => (tried && value.trim() === '' ? t('form.required') : undefined);
  return (
    <FormSheet
      title={list ? t('entries.list') : t('entries.new_list')}
      busy={save.busy}
      failure={save.failure}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (name.trim() === '' || owner.trim() === '') return;
        void save.run({
          ...{ name: name.trim(), owner_name: owner.trim(), entry_type_id: type, is_active: active },
          expires_at: momentOf(until, zone),
        });
      }}
    >
      <TextInput
        label={t('entries.name')}
        required
        data-autofocus
        maxLength={60}
        value={name}
        error={missing(name)}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label={t('entries.owner')}
        required
        maxLength={60}
        value={owner}
        error={missing(owner)}
        onChange={(event) => setOwner(event.currentTarget.value)}
      />
      <Select
        label={t('entries.they_pay')}
        placeholder={t('entries.free')}
        clearable
        data={(types.data ?? []).map(({ id, name: word }) => ({ value: id, label: word }))}
        value={type}
        onChange={setType}
      />
      <MomentInput label={t('entries.counts_until')} value={until} onChange={setUntil} />
      <Switch label={t('act.active')} checked={active} onChange={(event) => setActive(event.currentTarget.checked)} />
    </FormSheet>
  );
}
