import { Select, Switch, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/session';
import type { EntryType } from '../../app/wire';
import { PesosInput, WholeInput } from '../../parts/fields';
import { FormSheet } from '../../parts/FormSheet';
import { productsQuery } from '../../parts/products';
import { useAct } from '../../parts/useAct';
import { saveType, type TypeDraft } from './api';
import { localOf, MomentInput, momentOf } from './MomentInput';

interface EntryTypeSheetProps {
  readonly night: string;
  /** None for a new one. */
  readonly type: EntryType | undefined;
  readonly onClose: () => void;
}

/** One kind of entry: what it costs, how many there are, when and for whom. */
export function EntryTypeSheet({ night, type, onClose }: EntryTypeSheetProps): ReactNode {
  const { t } = useTranslation();
  const { time_zone: zone } = useMe().venue;
  const [name, setName] = useState(type?.name ?? '');
  const [description, setDescription] = useState(type?.description ?? '');
  const [price, setPrice] = useState<number | string>(type?.price ?? '');
  const [capacity, setCapacity] = useState<number | string>(type?.capacity ?? '');
  const [each, setEach] = useState<number | string>(type?.per_person ?? 10);
  const [from, setFrom] = useState(localOf(type?.sale_starts_at ?? null, zone));
  const [until, setUntil] = useState(localOf(type?.sale_ends_at ?? null, zone));
  const [code, setCode] = useState(type?.code ?? '');
  const [productId, setProductId] = useState(type?.product_id ?? null);
  const products = useQuery(productsQuery);
  const [active, setActive] = useState(type?.is_active ?? true);
  const [tried, setTried] = useState(false);
  const save = useAct((draft: TypeDraft) => saveType(night, type, draft), {
    refresh: [['entries', 'types']],
    onDone: onClose,
  });
  const complete = name.trim() !== '' && price !== '' && Number(capacity) > 0 && Number(each) > 0;
  const missing = (bad: boolean) => (tried && bad ? t('form.required') : undefined);
  return (
    <FormSheet
      title={type ? t('entries.type') : t('entries.new_type')}
      busy={save.busy}
      failure={save.failure}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!complete) return;
        void save.run({
          ...{ name: name.trim(), description: description.trim(), price: Number(price), capacity: Number(capacity) },
          ...{ per_person: Number(each), code: code.trim() === '' ? null : code.trim(), is_active: active },
          product_id: productId,
          ...{ sale_starts_at: momentOf(from, zone), sale_ends_at: momentOf(until, zone) },
        });
      }}
    >
      <TextInput
        label={t('entries.name')}
        required
        data-autofocus
        maxLength={60}
        value={name}
        error={missing(name.trim() === '')}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Textarea
        label={t('entries.description')}
        autosize
        maxLength={1_000}
        value={description}
        onChange={(event) => setDescription(event.currentTarget.value)}
      />
      <div className="a-two">
        <PesosInput
          label={t('entries.price')}
          description={t('entries.price_hint')}
          required
          value={price}
          error={missing(price === '')}
          onChange={setPrice}
        />
        <WholeInput
          label={t('entries.capacity')}
          description={type && t('entries.taken_now', { count: type.taken })}
          required
          value={capacity}
          error={tried && !(Number(capacity) > 0) ? t('form.positive') : undefined}
          onChange={setCapacity}
        />
      </div>
      <div className="a-two">
        <MomentInput label={t('entries.from')} value={from} onChange={setFrom} />
        <MomentInput label={t('entries.to')} value={until} onChange={setUntil} />
      </div>
      <div className="a-two">
        <WholeInput
          label={t('entries.each')}
          required
          value={each}
          error={tried && !(Number(each) > 0) ? t('form.positive') : undefined}
          onChange={setEach}
        />
        <TextInput
          label={t('entries.code')}
          description={t('entries.code_hint')}
          maxLength={40}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
      </div>
      <Select
        label={t('entries.product')}
        description={t('entries.product_hint')}
        clearable
        searchable
        data={(products.data ?? []).map(({ id, name: word }) => ({ value: id, label: word }))}
        value={productId}
        onChange={setProductId}
      />
      <Switch
        label={t('entries.on_sale')}
        checked={active}
        onChange={(event) => setActive(event.currentTarget.checked)}
      />
    </FormSheet>
  );
}
